package org.kakehashi.matching;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How candidates are weighed and how many are shown.
 *
 * @param weights what each kind of agreement adds to a candidate's score
 * @param shortlist how many candidates an adviser reviews at once; more are not read with care
 * @param companies what makes a company worth asking about a seed
 * @param news how many records of the other side hear of a new or changed record; only the best of them gain by it
 */
@ConfigurationProperties("kakehashi.matching")
record MatchingSettings(
        @DefaultValue Weights weights,
        @DefaultValue("10") int shortlist,
        @DefaultValue("5") int news,
        @DefaultValue Companies companies) {

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
     *     order candidates and exclude none but where the need says so
     * @param lessons what a candidate loses that is wholly like one which was declined: enough to change places with
     *     neighbours alone, as one refusal is no rule and what is like a wrong seed may be the right one
     */
    record Weights(
            @DefaultValue("1.0") double text,
            @DefaultValue("0.3") double classification,
            @DefaultValue("0.6") double foreignText,
            @DefaultValue("0.15") double conditions,
            @DefaultValue("0.1") double lessons) {}

    /**
     * Each ground counts by how like the text behind it is.
     *
     * @param openNeed somebody who waits for it comes first
     * @param formerNeed a need that was closed may have been met, or may be back
     * @param licensee who paid for the like once knows how to use it
     * @param asked who wanted to talk of the like was serious about the field
     * @param owner who owns the like works in the field, but may be a competitor
     */
    record Companies(
            @DefaultValue("1.0") double openNeed,
            @DefaultValue("0.7") double formerNeed,
            @DefaultValue("0.8") double licensee,
            @DefaultValue("0.6") double asked,
            @DefaultValue("0.4") double owner) {}
}
