package org.kakehashi.negotiation;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

interface CaseTable extends JpaRepository<LicensingCase, String>, JpaSpecificationExecutor<LicensingCase> {

    Optional<LicensingCase> findByMatchNumber(String matchNumber);

    List<LicensingCase> findBySeedNumberAndOutcomeIsNullOrderByNumber(String seedNumber);
}
