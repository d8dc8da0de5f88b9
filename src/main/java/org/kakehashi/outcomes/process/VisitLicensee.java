package org.kakehashi.outcomes.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.outcomes.Answer.Channel;
import org.kakehashi.outcomes.Answer.Given;
import org.kakehashi.outcomes.Figures;
import org.kakehashi.outcomes.Inquiries;
import org.kakehashi.outcomes.Inquiry;
import org.kakehashi.outcomes.process.FollowUpInquiryProcess.Variables;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** The adviser enters what a call or visit brought, or why no answer is possible. */
@Component
class VisitLicensee implements UserTaskForm<VisitLicensee.Answer> {

    enum Result {
        LEARNED,
        NO_ANSWER
    }

    record Answer(
            @NotNull(message = "Say whether you learned the figures.")
            Result result,

            @NotNull(message = "Give the day of the call or visit.")
            LocalDate visitedOn,

            Figures.@Nullable Entry figures,

            @Nullable @Size(max = 1000, message = "must have at most 1000 characters")
            String explanation,

            @Nullable @Size(max = 1000, message = "must have at most 1000 characters")
            String noAnswerReason) {}

    private final InquiryDesk desk;
    private final Inquiries inquiries;

    VisitLicensee(InquiryDesk desk, Inquiries inquiries) {
        this.desk = desk;
        this.inquiries = inquiries;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public TaskCard card(DelegateTask task) {
        inquiries.move(InquiryDesk.number(task), Inquiry.State.VISIT);
        return desk.card(task, "Follow-up visit");
    }

    @Override
    public Object facts(DelegateTask task) {
        return desk.sheet(task);
    }

    @Override
    public Optional<Answer> draft(DelegateTask task) {
        return Optional.of(new Answer(
                Result.LEARNED,
                desk.today(),
                inquiries
                        .answer(InquiryDesk.number(task))
                        .map(given -> Figures.Entry.of(given.figures()))
                        .orElse(Figures.Entry.EMPTY),
                null,
                null));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        Inquiry inquiry = inquiries.lock(InquiryDesk.number(task));
        desk.checkSeen(task, inquiry);
        if (answer.visitedOn().isAfter(desk.today())) {
            throw Refusal.invalid("The visit cannot lie in the future.");
        }
        boolean learned = answer.result() == Result.LEARNED;
        if (learned) {
            learned(task, inquiry, answer);
        } else if (StringUtils.isBlank(answer.noAnswerReason())) {
            throw Refusal.invalid("Say why no answer is possible, such as \"the company was dissolved\".");
        } else {
            inquiries.settle(
                    inquiry.number(),
                    Inquiry.State.UNANSWERED,
                    answer.noAnswerReason().strip());
        }
        task.setVariable(Variables.LEARNED, learned);
    }

    private void learned(DelegateTask task, Inquiry inquiry, Answer answer) {
        Figures figures = Optional.ofNullable(answer.figures())
                .orElse(Figures.Entry.EMPTY)
                .figures();
        String explanation = StringUtils.defaultString(answer.explanation());
        desk.requireExplained(inquiry, figures, explanation);
        inquiries.take(
                inquiry.number(),
                new Given(
                        figures,
                        Channel.VISIT,
                        "Visit or call on " + answer.visitedOn(),
                        explanation,
                        "Learned on the visit or call of " + answer.visitedOn() + ".",
                        desk.seen(task)));
        inquiries.settle(inquiry.number(), Inquiry.State.ANSWERED, null);
    }
}
