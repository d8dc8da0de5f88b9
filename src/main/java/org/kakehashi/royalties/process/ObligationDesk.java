package org.kakehashi.royalties.process;

import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.Contracts;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.royalties.Agreements;
import org.kakehashi.royalties.Obligation;
import org.kakehashi.royalties.Obligations;
import org.kakehashi.royalties.Payments;
import org.kakehashi.royalties.Statements;
import org.kakehashi.royalties.process.ObligationProcess.Variables;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;

/** What the forms of an obligation show, and where its steps are noted. */
@Component
class ObligationDesk {

    private final Obligations obligations;
    private final Agreements agreements;
    private final Statements statements;
    private final Payments payments;
    private final Contracts contracts;
    private final Journal journal;

    ObligationDesk(
            Obligations obligations,
            Agreements agreements,
            Statements statements,
            Payments payments,
            Contracts contracts,
            Journal journal) {
        this.obligations = obligations;
        this.agreements = agreements;
        this.statements = statements;
        this.payments = payments;
        this.contracts = contracts;
        this.journal = journal;
    }

    /** The facts of an obligation in readable words. */
    record Sheet(
            String contractNumber,
            String caseNumber,
            String licensor,
            String licensee,
            String number,
            String kind,
            String subject,
            String dueOn,
            String formula,
            String outstanding,
            List<Stated> statements,
            List<Received> payments) {}

    record Stated(String period, String netSales, String units, String royalty) {}

    record Received(String obligation, String receivedOn, String amount, String lateInterest) {}

    Obligation of(VariableScope scope) {
        return obligations.of((String) scope.getVariable(Variables.OBLIGATION_NUMBER));
    }

    TaskCard card(DelegateTask task) {
        Obligation obligation = of(task);
        Contract contract = contracts.of(obligation.contractNumber());
        return new TaskCard(
                obligation.contractNumber(),
                contract.party(Side.LICENSOR).name() + " → "
                        + contract.party(Side.LICENSEE).name(),
                obligation.kind().english());
    }

    Sheet sheet(DelegateTask task) {
        Obligation obligation = of(task);
        Contract contract = contracts.of(obligation.contractNumber());
        return new Sheet(
                contract.number(),
                contract.caseNumber(),
                contract.party(Side.LICENSOR).name(),
                contract.party(Side.LICENSEE).name(),
                obligation.number(),
                obligation.kind().english(),
                obligation.subject(),
                obligation.dueOn().toString(),
                agreements.latest(contract.number()).formula().described(),
                obligation
                        .amount()
                        .map(amount -> payments.outstanding(obligation).toString())
                        .orElse("–"),
                statements.ofContract(contract.number()).stream()
                        .map(statement -> new Stated(
                                statement.period().toString(),
                                String.format(
                                        Locale.ROOT, "%,.0f", statement.usage().netSales()),
                                String.format(
                                        Locale.ROOT, "%,d", statement.usage().units()),
                                statement.royalty().toString()))
                        .toList(),
                payments.ofContract(contract.number()).stream()
                        .map(payment -> new Received(
                                payment.obligationNumber(),
                                payment.receivedOn().toString(),
                                payment.amount().toString(),
                                payment.lateInterest().toString()))
                        .toList());
    }

    void note(DelegateExecution execution, String what) {
        Obligation obligation = of(execution);
        journal.note(
                contracts.of(obligation.contractNumber()).caseNumber(),
                what + ": " + obligation.kind().english().toLowerCase(Locale.ROOT),
                "%s, due on %s.".formatted(obligation.subject(), obligation.dueOn()));
    }
}
