package org.kakehashi.negotiation;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface TransferTable extends JpaRepository<Transfer, String> {

    Optional<Transfer> findByKey(String key);

    List<Transfer> findByAdviser(String adviser);

    /** Records that are through keep nobody who has left. */
    @Modifying(flushAutomatically = true)
    @Query("update Transfer t set t.adviser = null where t.adviser = :adviser")
    void forget(String adviser);

    /** For one transaction at a time. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Transfer t where t.recordNumber = :recordNumber")
    Optional<Transfer> lock(String recordNumber);

    /** @return 0 where the record or the key is there already, were it by a transaction at this very moment */
    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = """
                    INSERT INTO transfer (record_number, key, origin, renewal_due, news, started_at)
                    VALUES (:recordNumber, :key, :origin, :renewalDue, false, :startedAt)
                    ON CONFLICT DO NOTHING
                    """)
    int addIfAbsent(String recordNumber, String key, String origin, LocalDate renewalDue, Instant startedAt);
}
