package org.kakehashi.contract;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

interface ContractTable extends JpaRepository<Contract, String>, JpaSpecificationExecutor<Contract> {

    Optional<Contract> findByCaseNumber(String caseNumber);

    List<Contract> findBySeedNumberOrderByNumber(String seedNumber);

    List<Contract> findBySeedNumberInAndStatusNot(Collection<String> seedNumbers, Contract.Status status);
}
