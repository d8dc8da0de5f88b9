package org.kakehashi.negotiation;

import java.util.List;

/**
 * The facts of a case that every form shows first, as readable text. Further facts of a form stand beside it in a
 * record whose component of this type is {@code @JsonUnwrapped}.
 *
 * @param parties both names, licensor first
 * @param licensor name and prefecture
 * @param stage in words
 * @param moveOf whose move it is, in words
 * @param history the latest entries of the journal, newest first
 */
public record CaseSheet(
        String caseNumber,
        String seedNumber,
        String seedTitle,
        String seedOutline,
        String needNumber,
        String needTitle,
        String needProblem,
        String parties,
        String licensor,
        String licensee,
        String licensorAdviser,
        String licenseeAdviser,
        String stage,
        String moveOf,
        String moveSince,
        String summary,
        List<Entry> history) {

    /** A line of the history. */
    public record Entry(String at, String actor, String event, String text) {}
}
