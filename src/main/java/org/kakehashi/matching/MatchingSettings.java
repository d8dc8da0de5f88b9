package org.kakehashi.matching;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How candidates are weighed and how many are shown.
 *
 * @param weights what each kind of agreement adds to a candidate's score
 * @param shortlist how many candidates an adviser reviews at once; more are not read with care
 * @param news how many records of the other side hear of a new or changed record; only the best of them gain by it
 */
@ConfigurationProperties("kakehashi.matching")
record MatchingSettings(
        @DefaultValue Weights weights,
        @DefaultValue("10") int shortlist,
        @DefaultValue("5") int news) {

    /**
     * The text leads, as it alone says what a thing does; the best text of a search counts as 1.
     *
     * @param text the whole text of the one looked for in the texts of the others
     * @param classification the same main group of the IPC in full, the same subclass by two thirds, the same
     *     technology field by a third: it settles the order among texts alike and finds what is written in another
     *     language, but neighbours in a class often solve other problems
     * @param foreignText what the same classification counts in place of a text in another language, which cannot be
     *     compared: enough to stand beside good texts, not above the best
     * @param conditions all compatible adds it, all in conflict takes it away: conditions are talked over, so they
     *     order candidates and exclude none
     */
    record Weights(
            @DefaultValue("1.0") double text,
            @DefaultValue("0.3") double classification,
            @DefaultValue("0.6") double foreignText,
            @DefaultValue("0.15") double conditions) {}
}
