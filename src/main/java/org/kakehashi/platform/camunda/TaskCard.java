package org.kakehashi.platform.camunda;

/**
 * What a line of Tasklist's list says of its case.
 *
 * @param caseNumber the case's or record's number, such as {@code L-2026-000012}
 * @param parties the parties' names, or the record's title where there are none yet
 * @param stage the stage of the case in words
 */
public record TaskCard(String caseNumber, String parties, String stage) {}
