package org.kakehashi.negotiation;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

interface CaseTable extends JpaRepository<LicensingCase, String>, JpaSpecificationExecutor<LicensingCase> {

    /** Whoever asks for the same match waits here until the first one's transaction is over. */
    @Query(nativeQuery = true, value = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:matchNumber, 8))")
    int oneAtATime(String matchNumber);

    Optional<LicensingCase> findByMatchNumber(String matchNumber);

    Optional<LicensingCase> findBySeedNumberAndNeedNumber(String seedNumber, String needNumber);

    List<LicensingCase> findBySeedNumberAndOutcomeIsNullOrderByNumber(String seedNumber);
}
