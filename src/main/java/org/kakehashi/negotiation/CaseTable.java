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

    /** The open cases on whose sides the adviser stands. */
    @Query("""
            select c from LicensingCase c
            where c.outcome is null and (c.licensor.adviser = :adviser or c.licensee.adviser = :adviser)
            order by c.number
            """)
    List<LicensingCase> openOf(String adviser);

    List<LicensingCase> findBySeedNumberAndOutcomeIsNullOrderByNumber(String seedNumber);
}
