package org.kakehashi.outcomes.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.outcomes.Answer;
import org.kakehashi.outcomes.Doubt;
import org.kakehashi.outcomes.Figures;
import org.kakehashi.outcomes.Inquiries;
import org.kakehashi.outcomes.Inquiry;
import org.kakehashi.outcomes.Inquiry.State;
import org.kakehashi.outcomes.InquiryDrafts;
import org.kakehashi.outcomes.Misfigures;
import org.kakehashi.outcomes.process.InquiryTimers;
import org.kakehashi.outcomes.web.InquirySheet.Typed;
import org.springframework.stereotype.Component;

/** Makes the sheets of the pages, and reads what their forms send. */
@Component
class InquirySheets {

    private final Inquiries inquiries;
    private final InquiryDrafts drafts;
    private final InquiryTimers timers;
    private final Clock clock;

    InquirySheets(Inquiries inquiries, InquiryDrafts drafts, InquiryTimers timers, Clock clock) {
        this.inquiries = inquiries;
        this.drafts = drafts;
        this.timers = timers;
        this.clock = clock;
    }

    /** What a form brought: an answer that can be taken, or the sheet that says what is wrong with it. */
    record Read(Answer.@Nullable Given given, InquirySheet refused) {}

    /** The sheets of a contract's inquiries, the latest year first. */
    List<InquirySheet> of(String contractNumber) {
        return inquiries.ofContract(contractNumber).stream().map(this::sheet).toList();
    }

    InquirySheet sheet(Inquiry inquiry) {
        List<Answer> editions = inquiries.editions(inquiry.number());
        Optional<Answer> latest = editions.stream().findFirst();
        Optional<InquiryDrafts.Draft> draft = drafts.find(inquiry.number());
        Typed typed = Typed.of(
                draft.map(InquiryDrafts.Draft::entry)
                        .or(() -> latest.map(answer -> Figures.Entry.of(answer.figures())))
                        .orElse(Figures.Entry.EMPTY),
                editions.size());
        return new InquirySheet(
                inquiry,
                inquiry.askedOn() == null ? null : timers.answerBy(inquiry),
                editions,
                typed,
                draft.map(saved -> LocalDate.ofInstant(saved.savedAt(), clock.getZone()))
                        .orElse(null),
                Map.of(),
                inquiry.state() == State.ASKED_BACK || inquiry.state() == State.REVIEW
                        ? latest.map(answer -> inquiries.doubts(inquiry, answer.figures()))
                                .orElse(List.of())
                        : List.of());
    }

    /** Reads a form. */
    Read read(Inquiry inquiry, Typed typed, Answer.Channel channel) {
        Map<String, String> faults = new TreeMap<>();
        if (typed.edition() > 0 && StringUtils.isBlank(typed.reason())) {
            faults.put("reason", "inquiry.fault.reason");
        }
        List<Doubt> doubts = List.of();
        try {
            Figures figures = typed.entry().figures();
            doubts = inquiries.doubts(inquiry, figures);
            if (faults.isEmpty() && (doubts.isEmpty() || StringUtils.isNotBlank(typed.explanation()))) {
                return new Read(
                        typed.given(figures, channel, !doubts.isEmpty()),
                        sheet(inquiry).with(typed, faults, doubts));
            }
        } catch (Misfigures misfigures) {
            faults.putAll(InquirySheet.faults(misfigures));
        }
        return new Read(null, sheet(inquiry).with(typed, faults, doubts));
    }
}
