package org.kakehashi.matching.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.kakehashi.matching.Band;
import org.kakehashi.matching.Match;
import org.kakehashi.matching.Matching;
import org.kakehashi.matching.Subject;
import org.kakehashi.matching.process.MatchingProcess.Variables;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.DeclineReason;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** The adviser accepts or declines each candidate of the shortlist, or leaves it for later. */
@Component
class ReviewShortlist implements UserTaskForm<ReviewShortlist.Answer> {

    record Facts(String number, String title, String text, String link, List<Row> candidates) {}

    record Row(String matchNumber, String isNew, String title, String party, String fit, String why, String link) {}

    record Answer(
            @Valid @NotEmpty(message = "must have a row for each candidate")
            List<Decision> decisions) {}

    record Decision(
            @NotNull(message = "is missing") String matchNumber,
            @Nullable String title,

            @NotNull(message = "must be accept, decline or later")
            Choice decision,

            @Nullable DeclineReason reason,

            @Nullable @Size(max = 2000, message = "must not be longer than 2,000 characters")
            String text) {}

    enum Choice {
        ACCEPT,
        DECLINE,
        LATER
    }

    private final Matching matching;
    private final CurrentUser user;

    ReviewShortlist(Matching matching, CurrentUser user) {
        this.matching = matching;
        this.user = user;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public TaskCard card(DelegateTask task) {
        Subject record = matching.subject(recordNumber(task));
        return new TaskCard(record.number(), record.title(), "Matching");
    }

    @Override
    public Facts facts(DelegateTask task) {
        Subject record = matching.subject(recordNumber(task));
        return new Facts(
                record.number(),
                record.title(),
                StringUtils.abbreviate(record.text(), 1500),
                "/records/" + record.number(),
                matching.proposals(record.number()).stream()
                        .map(match -> row(match, record, matching.subject(partner(match, record.number()))))
                        .toList());
    }

    @Override
    public Optional<Answer> draft(DelegateTask task) {
        String number = recordNumber(task);
        return Optional.of(new Answer(matching.proposals(number).stream()
                .map(match -> new Decision(
                        match.number(), matching.subject(partner(match, number)).title(), Choice.LATER, null, null))
                .toList()));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        Set<String> shown = shown(task);
        Set<String> decided = new HashSet<>();
        List<String> faults = new ArrayList<>();
        boolean accepted = false;
        for (Decision decision : answer.decisions()) {
            if (!shown.contains(decision.matchNumber())) {
                faults.add(decision.matchNumber() + " is not on this shortlist.");
            } else if (!decided.add(decision.matchNumber())) {
                faults.add(decision.matchNumber() + " is there twice.");
            } else {
                try {
                    accepted |= decide(recordNumber(task), decision);
                } catch (Refusal refusal) {
                    faults.addAll(refusal.reasons());
                }
            }
        }
        shown.stream()
                .filter(match -> !decided.contains(match))
                .forEach(match -> faults.add("The row of " + match + " did not arrive: reload the task."));
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, faults);
        }
        matching.seen(recordNumber(task), shown);
        task.setVariable(Variables.MATCH_ACCEPTED, accepted);
    }

    /** @return whether the match stands accepted, by this adviser or meanwhile by the other side's */
    private boolean decide(String record, Decision decision) {
        String number = decision.matchNumber();
        switch (decision.decision()) {
            case ACCEPT -> matching.acceptFor(record, number, user.name());
            case DECLINE -> {
                if (decision.reason() == null) {
                    throw Refusal.invalid("Choose a reason for declining " + number + ".");
                }
                matching.decline(number, decision.reason(), decision.text(), user.name());
            }
            case LATER -> {}
        }
        return matching.match(number).status() == Match.Status.ACCEPTED;
    }

    private static Set<String> shown(DelegateTask task) {
        Set<String> shown = new HashSet<>();
        ((SpinJsonNode) task.getVariableLocal(FACTS))
                .prop("candidates")
                .elements()
                .forEach(row -> shown.add(row.prop("matchNumber").stringValue()));
        return shown;
    }

    private static Row row(Match match, Subject record, Subject partner) {
        return new Row(
                match.number(),
                match.isNewTo(record.side()) ? "New" : "Seen before",
                partner.title() + " (" + partner.number() + ")",
                partner.party(),
                fit(match.band()),
                String.join(". ", match.reasons()),
                "/matches/" + match.number());
    }

    private static String fit(Band band) {
        return switch (band) {
            case HIGH -> "High";
            case MEDIUM -> "Medium";
            case LOW -> "Low";
        };
    }

    private static String recordNumber(DelegateTask task) {
        return (String) task.getVariable(Variables.RECORD_NUMBER);
    }

    private static String partner(Match match, String recordNumber) {
        return match.seedNumber().equals(recordNumber) ? match.needNumber() : match.seedNumber();
    }
}
