package org.kakehashi.outcomes.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.Contracts;
import org.kakehashi.directory.Contact;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.outcomes.Answer;
import org.kakehashi.outcomes.Doubt;
import org.kakehashi.outcomes.Figures;
import org.kakehashi.outcomes.Inquiries;
import org.kakehashi.outcomes.Inquiry;
import org.kakehashi.outcomes.process.FollowUpInquiryProcess.Variables;
import org.kakehashi.parties.PartyLinks;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.kakehashi.royalties.Amounts;
import org.kakehashi.royalties.Successions;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;

/** What the forms of an inquiry show, and who may be asked. */
@Component
class InquiryDesk {

    private final Inquiries inquiries;
    private final Contracts contracts;
    private final LicensingCases cases;
    private final Advisers advisers;
    private final Successions successions;
    private final PartyLinks links;
    private final Clock clock;

    InquiryDesk(
            Inquiries inquiries,
            Contracts contracts,
            LicensingCases cases,
            Advisers advisers,
            Successions successions,
            PartyLinks links,
            Clock clock) {
        this.inquiries = inquiries;
        this.contracts = contracts;
        this.cases = cases;
        this.advisers = advisers;
        this.successions = successions;
        this.links = links;
        this.clock = clock;
    }

    /** The facts of an inquiry in readable words. */
    record Sheet(
            String contractNumber,
            String caseNumber,
            String fiscalYear,
            String licensor,
            String licensee,
            String contact,
            String askedOn,
            String doubts,
            String explanation,
            int edition,
            List<Row> rows) {}

    /** One question of the questionnaire, this year and the year before. */
    record Row(String what, String now, String before) {}

    static String number(VariableScope scope) {
        return (String) scope.getVariable(Variables.INQUIRY_NUMBER);
    }

    /** The adviser on the licensee's side, as long as active. */
    @Nullable
    String adviser(Inquiry inquiry) {
        String adviser =
                cases.of(contract(inquiry).caseNumber()).party(Side.LICENSEE).adviser();
        return Optional.ofNullable(adviser)
                .flatMap(advisers::findById)
                .filter(Adviser::isActive)
                .map(Adviser::userId)
                .orElse(null);
    }

    boolean isReachable(Inquiry inquiry) {
        return links.contact(contract(inquiry).caseNumber(), Side.LICENSEE).isPresent();
    }

    TaskCard card(DelegateTask task, String stage) {
        Inquiry inquiry = inquiries.of(number(task));
        Contract contract = contract(inquiry);
        return new TaskCard(contract.number(), party(contract, Side.LICENSEE), stage + " " + inquiry.fiscalYear());
    }

    Sheet sheet(DelegateTask task) {
        Inquiry inquiry = inquiries.of(number(task));
        Contract contract = contract(inquiry);
        Optional<Answer> answer = inquiries.answer(inquiry.number());
        return new Sheet(
                contract.number(),
                contract.caseNumber(),
                "%d (April %d to March %d)"
                        .formatted(inquiry.fiscalYear(), inquiry.fiscalYear(), inquiry.fiscalYear() + 1),
                party(contract, Side.LICENSOR),
                party(contract, Side.LICENSEE),
                links.contact(contract.caseNumber(), Side.LICENSEE)
                        .map(InquiryDesk::called)
                        .orElse("nobody with a mail address"),
                String.valueOf(inquiry.askedOn()),
                answer.map(given -> sentences(inquiry, given.figures())).orElse(""),
                answer.map(Answer::explanation).orElse(""),
                answer.map(Answer::edition).orElse(0),
                rows(inquiry, answer.map(Answer::figures).orElse(null)));
    }

    /** What is hard to believe, a sentence each; empty where nothing is. */
    String sentences(Inquiry inquiry, Figures figures) {
        return String.join(
                "\n\n",
                inquiries.doubts(inquiry, figures).stream().map(Doubt::sentence).toList());
    }

    /** @throws Refusal where another answer has come in since the form was opened */
    void checkSeen(DelegateTask task, Inquiry inquiry) {
        int edition = inquiries.answer(inquiry.number()).map(Answer::edition).orElse(0);
        if (edition != seen(task)) {
            throw Refusal.conflict("The licensee has sent an answer meanwhile: open the task again to see it.");
        }
    }

    /** @throws Refusal where something is hard to believe and nothing explains it */
    void requireExplained(Inquiry inquiry, Figures figures, String explanation) {
        List<String> doubts =
                inquiries.doubts(inquiry, figures).stream().map(Doubt::sentence).toList();
        if (!doubts.isEmpty() && explanation.isBlank()) {
            throw Refusal.invalid(String.join(" ", doubts) + " Correct the figures, or explain why they are right.");
        }
    }

    int seen(DelegateTask task) {
        return ((SpinJsonNode) task.getVariableLocal(UserTaskForm.FACTS))
                .prop("edition")
                .numberValue()
                .intValue();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private List<Row> rows(Inquiry inquiry, @Nullable Figures now) {
        Figures before = inquiries
                .find(inquiry.contractNumber(), inquiry.fiscalYear() - 1)
                .flatMap(lastYear -> inquiries.answer(lastYear.number()))
                .map(Answer::figures)
                .orElse(null);
        return List.of(
                row("Currency", now, before, figures -> figures.currency().getCurrencyCode()),
                row("Sales", now, before, figures -> Amounts.grouped(figures.sales())),
                row("Jobs created", now, before, figures -> String.valueOf(figures.jobs())),
                row("Investment", now, before, figures -> Amounts.grouped(figures.investment())),
                row("Cost saved", now, before, figures -> Amounts.grouped(figures.costSaved())),
                row("Further licences", now, before, figures -> String.valueOf(figures.furtherLicences())),
                row(
                        "Why not used",
                        now,
                        before,
                        figures -> figures.unusedReason() == null
                                ? "–"
                                : figures.unusedReason().english()),
                row("Remarks", now, before, Figures::note));
    }

    private static Row row(
            String what, @Nullable Figures now, @Nullable Figures before, Function<Figures, String> said) {
        return new Row(what, now == null ? "–" : said.apply(now), before == null ? "–" : said.apply(before));
    }

    private static String called(Contact contact) {
        return "%s, %s".formatted(contact.name(), contact.email());
    }

    private String party(Contract contract, Side side) {
        return successions.present(contract, side).name();
    }

    private Contract contract(Inquiry inquiry) {
        return contracts.of(inquiry.contractNumber());
    }
}
