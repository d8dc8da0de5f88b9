package org.kakehashi.royalties;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kakehashi.contract.Contracts;
import org.kakehashi.platform.journal.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How what a contract of several patents brings is split among them. */
@Component
@Transactional
public class PatentShares {

    private final JdbcClient jdbc;
    private final Contracts contracts;
    private final Journal journal;

    PatentShares(JdbcClient jdbc, Contracts contracts, Journal journal) {
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.journal = journal;
    }

    /** None where the contract is about one patent alone. */
    @Transactional(readOnly = true)
    public Optional<Shares> find(String contractNumber) {
        List<Share> shares = jdbc
                .sql("SELECT patent, percent FROM patent_share WHERE contract_number = ?")
                .param(contractNumber)
                .query((row, index) -> new Share(row.getString("patent"), row.getBigDecimal("percent")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Share::patent))
                .toList();
        return shares.isEmpty() ? Optional.empty() : Optional.of(new Shares(shares));
    }

    /** Splits what is received from now on; what was received before stays as it was split. */
    public Shares agree(String contractNumber, Shares shares) {
        String caseNumber = contracts.of(contractNumber).caseNumber();
        jdbc.sql("DELETE FROM patent_share WHERE contract_number = ?")
                .param(contractNumber)
                .update();
        shares.all().forEach(share -> jdbc.sql(
                        "INSERT INTO patent_share (contract_number, patent, percent)" + " VALUES (?, ?, ?)")
                .params(contractNumber, share.patent(), share.percent())
                .update());
        journal.note(
                caseNumber,
                "Shares of the patents agreed",
                shares.all().stream()
                        .map(share -> share.patent() + " " + share.percent().toPlainString() + " %")
                        .collect(Collectors.joining(", ", "", ".")));
        return shares;
    }
}
