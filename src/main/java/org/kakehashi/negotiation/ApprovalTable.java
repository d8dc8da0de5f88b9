package org.kakehashi.negotiation;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ApprovalTable extends JpaRepository<Approval, UUID> {

    List<Approval> findByCaseNumberOrderByAt(String caseNumber);

    boolean existsByCaseNumberAndRoundAndApprover(String caseNumber, int round, String approver);
}
