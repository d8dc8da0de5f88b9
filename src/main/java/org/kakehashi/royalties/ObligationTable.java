package org.kakehashi.royalties;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ObligationTable extends JpaRepository<Obligation, String> {

    List<Obligation> findByContractNumberOrderByDueOnAscNumberAsc(String contractNumber);

    /** Whoever comes second waits until the first has settled it or not. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT obligation FROM Obligation obligation WHERE obligation.number = :number")
    Optional<Obligation> lock(String number);

    long countByContractNumber(String contractNumber);

    boolean existsByContractNumberAndKindAndStatusAndPeriodFromBetween(
            String contractNumber, Obligation.Kind kind, Obligation.Status status, LocalDate first, LocalDate last);

    /** Rows that another node works on are left to it. */
    @Query(
            nativeQuery = true,
            value = "SELECT * FROM obligation WHERE status = 'OPEN' AND NOT watched AND due_on <= :until"
                    + " ORDER BY due_on LIMIT :limit FOR UPDATE SKIP LOCKED")
    List<Obligation> near(LocalDate until, int limit);
}
