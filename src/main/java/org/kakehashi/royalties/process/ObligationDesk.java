package org.kakehashi.royalties.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.Contracts;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.royalties.Agreements;
import org.kakehashi.royalties.Amounts;
import org.kakehashi.royalties.Computation;
import org.kakehashi.royalties.Obligation;
import org.kakehashi.royalties.Obligations;
import org.kakehashi.royalties.Payments;
import org.kakehashi.royalties.Reminders;
import org.kakehashi.royalties.Statements;
import org.kakehashi.royalties.Submission;
import org.kakehashi.royalties.Submissions;
import org.kakehashi.royalties.Successions;
import org.kakehashi.royalties.Usage;
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
    private final Submissions submissions;
    private final Reminders reminders;
    private final Successions successions;
    private final ObligationTimers timers;
    private final Contracts contracts;
    private final Journal journal;
    private final Clock clock;

    ObligationDesk(
            Obligations obligations,
            Agreements agreements,
            Statements statements,
            Payments payments,
            Submissions submissions,
            Reminders reminders,
            Successions successions,
            ObligationTimers timers,
            Contracts contracts,
            Journal journal,
            Clock clock) {
        this.obligations = obligations;
        this.agreements = agreements;
        this.statements = statements;
        this.payments = payments;
        this.submissions = submissions;
        this.reminders = reminders;
        this.successions = successions;
        this.timers = timers;
        this.contracts = contracts;
        this.journal = journal;
        this.clock = clock;
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
            String reminded,
            int edition,
            String submitted,
            String check,
            List<Step> steps,
            List<Stated> statements,
            List<Received> payments) {}

    record Step(String what, String amount) {}

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
                party(contract, Side.LICENSOR) + " → " + party(contract, Side.LICENSEE),
                obligation.kind().english());
    }

    Sheet sheet(DelegateTask task) {
        Obligation obligation = of(task);
        Contract contract = contracts.of(obligation.contractNumber());
        Optional<Submission> submission = submissions.find(obligation.number());
        return new Sheet(
                contract.number(),
                contract.caseNumber(),
                party(contract, Side.LICENSOR),
                party(contract, Side.LICENSEE),
                obligation.number(),
                obligation.kind().english(),
                obligation.subject(),
                obligation.dueOn().toString(),
                agreements.latest(contract.number()).formula().described(),
                obligation
                        .amount()
                        .map(amount -> payments.outstanding(obligation).toString())
                        .orElse("–"),
                reminded(obligation),
                submission.map(Submission::edition).orElse(0),
                submission
                        .map(found -> "%s, on %s"
                                .formatted(found.givenBy(), LocalDate.ofInstant(found.givenAt(), clock.getZone())))
                        .orElse(""),
                submission.map(found -> compared(obligation, found.usage())).orElse(""),
                submission.map(found -> steps(obligation, found.usage())).orElse(List.of()),
                statements.ofContract(contract.number()).stream()
                        .map(statement -> new Stated(
                                statement.period().toString(),
                                Amounts.grouped(statement.usage().netSales()),
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

    Optional<Submission> submission(VariableScope scope) {
        return submissions.find(of(scope).number());
    }

    /** Tells the parties of the case, and the obliged ones by mail. */
    void remind(DelegateExecution execution, String what) {
        note(execution, what);
        String number = of(execution).number();
        reminders.mail(number, timers.reached(number));
    }

    private String party(Contract contract, Side side) {
        return successions.present(contract, side).name();
    }

    private String reminded(Obligation obligation) {
        return reminders.ofContract(obligation.contractNumber()).stream()
                .filter(reminder -> reminder.obligationNumber().equals(obligation.number()))
                .map(reminder -> "%s on %s"
                        .formatted(reminder.side().lower(), LocalDate.ofInstant(reminder.mailedAt(), clock.getZone())))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String compared(Obligation report, Usage usage) {
        return statements.compared(report.contractNumber(), report.period().orElseThrow(), usage);
    }

    private List<Step> steps(Obligation report, Usage usage) {
        Computation computed = statements.compute(report.contractNumber(), report.number(), usage);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("Net sales stated", Amounts.grouped(usage.netSales())));
        computed.slices()
                .forEach(slice -> steps.add(new Step(
                        "%s %% of %s".formatted(Amounts.plain(slice.percent()), Amounts.grouped(slice.sales())),
                        Amounts.grouped(slice.royalty()))));
        if (computed.formula().asksForUnits()) {
            steps.add(new Step(
                    "%,d units at %s each"
                            .formatted(
                                    usage.units(),
                                    Amounts.grouped(computed.formula().perUnit())),
                    Amounts.grouped(computed.perUnits())));
        }
        steps.add(new Step(
                "Royalty, to be paid by " + computed.payBy(), computed.royalty().toString()));
        if (computed.missing() != null) {
            steps.add(
                    new Step("Missing to the yearly minimum", computed.missing().toString()));
        }
        if (computed.lateInterest().amount().signum() > 0) {
            steps.add(new Step(
                    "Late interest, were it paid today", computed.lateInterest().toString()));
        }
        return steps;
    }

    void note(DelegateExecution execution, String what) {
        Obligation obligation = of(execution);
        journal.note(
                contracts.of(obligation.contractNumber()).caseNumber(),
                what + ": " + obligation.kind().english().toLowerCase(Locale.ROOT),
                "%s, due on %s.".formatted(obligation.subject(), obligation.dueOn()));
    }
}
