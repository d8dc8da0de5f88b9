package org.kakehashi.outcomes.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.outcomes.Answer.Channel;
import org.kakehashi.outcomes.Answer.Given;
import org.kakehashi.outcomes.Figures;
import org.kakehashi.outcomes.Inquiries;
import org.kakehashi.outcomes.Inquiry;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.springframework.stereotype.Component;

/** The adviser decides on figures that are hard to believe: they are right, or others are. */
@Component
class ReviewAnswer implements UserTaskForm<ReviewAnswer.Answer> {

    enum Verdict {
        RIGHT,
        CORRECTED
    }

    record Answer(
            @NotNull(message = "Say whether the figures are right.")
            Verdict verdict,

            Figures.@Nullable Entry figures,

            @NotBlank(message = "Say what you found out, and from whom.")
            @Size(max = 1000, message = "must have at most 1000 characters")
            String finding) {}

    private final InquiryDesk desk;
    private final Inquiries inquiries;

    ReviewAnswer(InquiryDesk desk, Inquiries inquiries) {
        this.desk = desk;
        this.inquiries = inquiries;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public TaskCard card(DelegateTask task) {
        return desk.card(task, "Follow-up review");
    }

    @Override
    public Object facts(DelegateTask task) {
        return desk.sheet(task);
    }

    @Override
    public Optional<Answer> draft(DelegateTask task) {
        return inquiries
                .answer(InquiryDesk.number(task))
                .map(given -> new Answer(Verdict.RIGHT, Figures.Entry.of(given.figures()), given.explanation()));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        Inquiry inquiry = inquiries.lock(InquiryDesk.number(task));
        desk.checkSeen(task, inquiry);
        Figures figures = answer.verdict() == Verdict.RIGHT
                ? inquiries.answer(inquiry.number()).orElseThrow().figures()
                : Optional.ofNullable(answer.figures())
                        .orElse(Figures.Entry.EMPTY)
                        .figures();
        inquiries.take(
                inquiry.number(),
                new Given(figures, Channel.REVIEW, "", answer.finding(), answer.finding(), desk.seen(task)));
        inquiries.settle(inquiry.number(), Inquiry.State.ANSWERED, null);
    }
}
