package org.kakehashi.royalties;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface StatementTable extends JpaRepository<Statement, String> {

    List<Statement> findByContractNumberOrderByPeriodFrom(String contractNumber);
}
