package org.kakehashi.parties.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kakehashi.negotiation.Clause;
import org.kakehashi.negotiation.Round;
import org.kakehashi.negotiation.TermSheet;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.parties.PartyLink;
import org.springframework.stereotype.Component;

/** The offer of a round clause by clause, as a side reads it. */
@Component
class OfferTable {

    /**
     * @param position what the offer says
     * @param ours what the reader's side said last; empty where it has not offered yet
     * @param asked whether the other side asks to reopen the agreed clause
     */
    public record Line(
            Clause clause, String name, String position, String ours, TermSheet.Standing standing, boolean asked) {

        public boolean locked() {
            return standing == TermSheet.Standing.AGREED;
        }

        /** Whether the reader may take another position on it. */
        public boolean open() {
            return !locked() || asked;
        }

        /** Whether nobody has said anything on the clause. */
        public boolean silent() {
            return position.isEmpty() && ours.isEmpty();
        }
    }

    private final TermSheets sheets;
    private final ClauseWords words;

    OfferTable(TermSheets sheets, ClauseWords words) {
        this.sheets = sheets;
        this.words = words;
    }

    List<Line> of(PartyLink link, int round) {
        TermSheet sheet = sheets.of(link.caseNumber());
        Round offered = sheet.round(round);
        Locale language = link.locale();
        return Arrays.stream(Clause.values())
                .map(clause -> new Line(
                        clause,
                        words.name(clause, language),
                        words.position(clause, offered.terms(), language),
                        ours(clause, link, sheet, round),
                        sheet.standing(round, clause),
                        offered.reopening().contains(clause)))
                .toList();
    }

    private String ours(Clause clause, PartyLink link, TermSheet sheet, int round) {
        for (int earlier = round - 1; earlier > 0; earlier--) {
            Round before = sheet.round(earlier);
            if (before.proposer() == link.side()) {
                return words.position(clause, before.terms(), link.locale());
            }
        }
        return "";
    }
}
