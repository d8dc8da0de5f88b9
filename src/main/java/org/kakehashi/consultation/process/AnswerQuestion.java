package org.kakehashi.consultation.process;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.consultation.Activities;
import org.kakehashi.consultation.Activity;
import org.kakehashi.consultation.Consultation;
import org.kakehashi.consultation.Consultation.Sheet;
import org.kakehashi.consultation.Consultations;
import org.kakehashi.consultation.Harvest;
import org.kakehashi.consultation.process.ConsultationProcess.Variables;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.ThreeValued;
import org.springframework.stereotype.Component;

/** The adviser answers a question, asks back, refers it, or makes a need, a seed or a case of it. */
@Component
class AnswerQuestion implements UserTaskForm<AnswerQuestion.Answer> {

    private final Consultations consultations;
    private final Harvest harvest;
    private final Seeds seeds;
    private final Activities activities;
    private final Advisers advisers;
    private final CurrentUser user;
    private final Clock clock;

    AnswerQuestion(
            Consultations consultations,
            Harvest harvest,
            Seeds seeds,
            Activities activities,
            Advisers advisers,
            CurrentUser user,
            Clock clock) {
        this.consultations = consultations;
        this.harvest = harvest;
        this.seeds = seeds;
        this.activities = activities;
        this.advisers = advisers;
        this.user = user;
        this.clock = clock;
    }

    enum Decision {
        ANSWER("Answer it"),
        ASK_BACK("Ask back: it waits for the asker's reply"),
        REFER("Refer it to a patent information adviser"),
        TRANSFER("Start a technology transfer with the seed"),
        NEED("It is a need: open one"),
        SEED("It is a seed: register one"),
        DISMISS("Dismiss it: no question to the programme");

        private final String label;

        Decision(String label) {
            this.label = label;
        }
    }

    /** A decision that is open to the adviser. */
    record Choice(String label, Decision value) {}

    /** @param minutes that the question took; they go to the adviser's activity record */
    record Answer(
            @NotNull(message = "Say what becomes of the question.")
            Decision decision,

            @NotBlank(message = "Write what the asker, or whoever takes over, shall read.")
            @Size(max = 8_000, message = "must have at most 8000 characters")
            String text,

            @Nullable
            @Min(value = 1, message = "must be at least 1")
            @Max(value = 1440, message = "must not be greater than 1440")
            Integer minutes,

            @Nullable OrganisationType organisationType,

            @Nullable @Size(max = 300, message = "must have at most 300 characters")
            String title,

            @Nullable String description,
            @Nullable String applicationNumber) {}

    record Facts(
            String number,
            String asker,
            String organisation,
            String prefecture,
            String reach,
            String field,
            String channel,
            Interest interest,
            List<Choice> decisions,
            String question,
            List<Said> thread,
            String files) {}

    /**
     * What the question is about.
     *
     * @param seed its number; empty where it is about none
     * @param offered whether its owner offers what the asker wishes, in a sentence
     */
    record Interest(String seed, String title, String wish, String offered) {

        static final Interest NONE = new Interest("", "", "", "");
    }

    /** What was said after the question. */
    record Said(String who, String text) {}

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public TaskCard card(DelegateTask task) {
        Consultation asked = consultations.of(number(task));
        return new TaskCard(
                asked.number(),
                asked.asker().organisation(),
                asked.interest() == null
                        ? "Consultation"
                        : "Interest in " + asked.interest().seedNumber());
    }

    @Override
    public Facts facts(DelegateTask task) {
        Sheet sheet = consultations.wholeSheet(number(task));
        Consultation asked = sheet.consultation();
        Consultation.Asker asker = asked.asker();
        return new Facts(
                asked.number(),
                asker.name(),
                asker.organisation(),
                asker.prefecture() == null ? "abroad" : asker.prefecture().english(),
                StringUtils.defaultIfEmpty(
                        Stream.of(asker.email(), asker.phone())
                                .filter(StringUtils::isNotBlank)
                                .collect(Collectors.joining(", ")),
                        "not known"),
                asked.field() == null ? "not said" : asked.field().english(),
                StringUtils.capitalize(asked.channel().name().toLowerCase(Locale.ROOT)),
                interest(asked.interest()),
                Stream.of(Decision.values())
                        .filter(decision -> decision != Decision.TRANSFER || asked.interest() != null)
                        .map(decision -> new Choice(decision.label, decision))
                        .toList(),
                sheet.question(),
                sheet.messages().stream()
                        .skip(1)
                        .map(message -> new Said(message.author(), message.text()))
                        .toList(),
                sheet.files().isEmpty()
                        ? "none"
                        : sheet.files().stream()
                                .map(Consultation.AttachmentName::name)
                                .collect(Collectors.joining(", ")));
    }

    private Interest interest(Consultation.@Nullable Interest interest) {
        if (interest == null) {
            return Interest.NONE;
        }
        Seed seed = seeds.numbered(interest.seedNumber());
        return new Interest(seed.number(), seed.title(), interest.wish().english(), offered(seed, interest.wish()));
    }

    private static String offered(Seed seed, Consultation.Wish wish) {
        if (seed.status() != Seed.Status.PUBLISHED) {
            return "The record is not published any more.";
        }
        ThreeValued offered =
                switch (wish) {
                    case LICENCE -> seed.content().licence().offered();
                    case PURCHASE -> seed.content().assignment().offered();
                    case TRIAL, INFORMATION -> ThreeValued.NOT_SPECIFIED;
                };
        return switch (offered) {
            case YES -> "The owner offers this: a technology transfer can start.";
            case NO -> "The owner does not offer this.";
            case NOT_SPECIFIED -> "";
        };
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        String number = number(task);
        switch (answer.decision()) {
            case ANSWER -> consultations.answer(number, answer.text());
            case ASK_BACK -> consultations.askBack(number, answer.text());
            case REFER -> consultations.refer(number, answer.text());
            case DISMISS -> consultations.dismiss(number, answer.text());
            case TRANSFER -> harvest.transfer(number, organisationType(answer), answer.text());
            case NEED -> harvest.need(number, find(answer), answer.text());
            case SEED -> harvest.seed(number, find(answer), answer.text());
        }
        record(number, answer);
        task.setVariable(Variables.NEXT_STEP, answer.decision().name());
    }

    private static Harvest.Find find(Answer answer) {
        if (StringUtils.isAnyBlank(answer.title(), answer.description()) || answer.organisationType() == null) {
            throw Refusal.invalid("Give the title, the description and the kind of organisation.");
        }
        if (answer.decision() == Decision.SEED && StringUtils.isBlank(answer.applicationNumber())) {
            throw Refusal.invalid("Give the number of the patent or its application.");
        }
        return new Harvest.Find(
                answer.organisationType(),
                StringUtils.strip(answer.title()),
                StringUtils.strip(answer.description()),
                StringUtils.strip(answer.applicationNumber()));
    }

    private static OrganisationType organisationType(Answer answer) {
        if (answer.organisationType() == null) {
            throw Refusal.invalid("Choose the kind of organisation of the asker: it becomes a party of the case.");
        }
        return answer.organisationType();
    }

    /** What the adviser did counts; a manager who helps out has no activity record, nor has what was no question. */
    private void record(String number, Answer answer) {
        if (answer.decision() == Decision.DISMISS || !advisers.existsById(user.name())) {
            return;
        }
        if (answer.minutes() == null) {
            throw Refusal.invalid("Enter how many minutes the question took: they go to your activity record.");
        }
        Consultation asked = consultations.of(number);
        activities.record(
                user.name(),
                new Activity.Facts(
                        Activity.Kind.CONSULTATION,
                        LocalDate.now(clock),
                        answer.minutes(),
                        asked.asker().prefecture() == null
                                ? advisers.findById(user.name()).orElseThrow().prefecture()
                                : asked.asker().prefecture(),
                        null,
                        number,
                        null,
                        "Question of " + asked.asker().organisation()));
    }

    private static String number(DelegateTask task) {
        return (String) task.getVariable(Variables.CONSULTATION_NUMBER);
    }
}
