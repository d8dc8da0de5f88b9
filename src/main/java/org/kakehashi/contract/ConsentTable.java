package org.kakehashi.contract;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ConsentTable extends JpaRepository<CoOwnerConsent, UUID> {

    List<CoOwnerConsent> findByCaseNumberAndRoundOrderByRecordedAt(String caseNumber, int round);
}
