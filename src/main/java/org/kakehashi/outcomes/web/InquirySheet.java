package org.kakehashi.outcomes.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.outcomes.Answer;
import org.kakehashi.outcomes.Doubt;
import org.kakehashi.outcomes.Figures;
import org.kakehashi.outcomes.Inquiry;
import org.kakehashi.outcomes.Misfigures;

/**
 * An inquiry as a page shows it.
 *
 * @param answerBy the last day of the window, where somebody is asked
 * @param editions every answer so far, the latest first
 * @param typed what the fields hold
 * @param savedOn the day of the draft that the fields hold, if any
 * @param faults what is wrong, by field, as the key of its words
 * @param doubts what is hard to believe
 */
public record InquirySheet(
        Inquiry inquiry,
        @Nullable LocalDate answerBy,
        List<Answer> editions,
        Typed typed,
        @Nullable LocalDate savedOn,
        Map<String, String> faults,
        List<Doubt> doubts) {

    /** What a form sends, word for word. */
    public record Typed(
            @Nullable String currency,
            @Nullable String sales,
            @Nullable String jobs,
            @Nullable String investment,
            @Nullable String costSaved,
            @Nullable String furtherLicences,
            @Nullable String unusedReason,
            @Nullable String note,
            @Nullable String explanation,
            @Nullable String reason,
            @Nullable String source,
            @Nullable Integer seen) {

        static Typed of(Figures.Entry entry, int seen) {
            return new Typed(
                    entry.currency(),
                    entry.sales(),
                    entry.jobs(),
                    entry.investment(),
                    entry.costSaved(),
                    entry.furtherLicences(),
                    entry.unusedReason(),
                    entry.note(),
                    null,
                    null,
                    null,
                    seen);
        }

        Figures.Entry entry() {
            return new Figures.Entry(
                    currency,
                    sales,
                    jobs,
                    investment,
                    costSaved,
                    furtherLicences,
                    unusedReason,
                    StringUtils.left(note, 1000));
        }

        int edition() {
            return seen == null ? 0 : seen;
        }

        /** What is given, where the figures can be. */
        Answer.Given given(Figures figures, Answer.Channel channel, boolean doubtful) {
            return new Answer.Given(
                    figures,
                    channel,
                    StringUtils.left(StringUtils.defaultString(source), 500),
                    doubtful ? StringUtils.left(StringUtils.defaultString(explanation), 1000) : "",
                    StringUtils.left(StringUtils.defaultString(reason), 1000),
                    edition());
        }
    }

    /** Whether an answer is there and nothing more is asked of the licensee. */
    public boolean isGiven() {
        return !editions.isEmpty() && inquiry.state() != Inquiry.State.ASKED_BACK;
    }

    /** Key of the words that say how it stands. */
    public String standing() {
        return "inquiry.state."
                + (isGiven() && inquiry.state() == Inquiry.State.OPEN
                        ? "RECEIVED"
                        : inquiry.state().name());
    }

    InquirySheet with(Typed kept, Map<String, String> wrong, List<Doubt> doubtful) {
        return new InquirySheet(inquiry, answerBy, editions, kept, savedOn, wrong, doubtful);
    }

    /** The names of the fields of a form, and what is wrong with each. */
    static Map<String, String> faults(Misfigures misfigures) {
        Map<String, String> faults = new TreeMap<>();
        misfigures
                .faults()
                .forEach((field, fault) -> faults.put(
                        switch (field) {
                            case CURRENCY -> "currency";
                            case SALES -> "sales";
                            case JOBS -> "jobs";
                            case INVESTMENT -> "investment";
                            case COST_SAVED -> "costSaved";
                            case FURTHER_LICENCES -> "furtherLicences";
                            case UNUSED_REASON -> "unusedReason";
                        },
                        "inquiry.fault." + fault));
        return faults;
    }
}
