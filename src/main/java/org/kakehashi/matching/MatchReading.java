package org.kakehashi.matching;

import java.util.List;
import org.kakehashi.matching.search.CandidateSearch;
import org.kakehashi.matching.search.Profile;
import org.kakehashi.matching.search.SearchWords;
import org.kakehashi.matching.search.SearchWords.Piece;
import org.kakehashi.needs.Needs;
import org.kakehashi.registry.Seeds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays the two texts of a match side by side, with what they share set off in both. */
@Component
public class MatchReading {

    private final Matching matching;
    private final Seeds seeds;
    private final Needs needs;
    private final CandidateSearch search;

    MatchReading(Matching matching, Seeds seeds, Needs needs, CandidateSearch search) {
        this.matching = matching;
        this.seeds = seeds;
        this.needs = needs;
        this.search = search;
    }

    /** @param language of the text, {@code en} or {@code ja} */
    public record Sheet(Subject subject, String language, List<Piece> title, List<Piece> text) {}

    public record SideBySide(Match match, Sheet seed, Sheet need) {

        /** Whether any word is set off. */
        public boolean sharesWords() {
            return seed.text.stream().anyMatch(Piece::shared)
                    || seed.title.stream().anyMatch(Piece::shared);
        }
    }

    @Transactional(readOnly = true)
    public SideBySide of(String matchNumber) {
        Match match = matching.match(matchNumber);
        Profile seed = Profile.of(seeds.numbered(match.seedNumber()));
        Profile need = Profile.of(needs.numbered(match.needNumber()));
        SearchWords words = search.words(need);
        return new SideBySide(match, sheet(seed, need, words), sheet(need, seed, words));
    }

    private Sheet sheet(Profile shown, Profile beside, SearchWords words) {
        return new Sheet(
                matching.subject(shown.number()),
                shown.language(),
                words.marked(shown.title(), beside.text()),
                words.marked(shown.body(), beside.text()));
    }
}
