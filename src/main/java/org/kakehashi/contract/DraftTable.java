package org.kakehashi.contract;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface DraftTable extends JpaRepository<ContractDraft, UUID> {

    List<ContractDraft> findByCaseNumberOrderByNumber(String caseNumber);
}
