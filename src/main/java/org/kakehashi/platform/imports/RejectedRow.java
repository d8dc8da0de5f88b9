package org.kakehashi.platform.imports;

/**
 * A row that was turned down.
 *
 * @param position among the rows of its file, counted from 1
 * @param line of the file that it begins on, counted from 1
 * @param reason in a sentence or more
 * @param text the row as it stands in the file
 */
record RejectedRow(int position, int line, String reason, String text) {}
