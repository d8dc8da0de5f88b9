package org.kakehashi.royalties;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface AgreementTable extends JpaRepository<Agreement, Agreement.Id> {

    List<Agreement> findByIdContractNumberOrderByIdVersion(String contractNumber);
}
