package org.kakehashi.documents.drafting;

import java.util.List;

/** A document before it becomes a file: its title, and its headings and paragraphs in their order. */
public record Draft(String title, List<Block> blocks) {

    /** @param heading whether it is the heading of a clause */
    public record Block(boolean heading, String text) {}
}
