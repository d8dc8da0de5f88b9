package org.kakehashi.documents.drafting;

import java.util.List;
import java.util.stream.Stream;

/** A document before it becomes a file: its title, and its headings and paragraphs in their order. */
public record Draft(String title, List<Block> blocks) {

    /** The title and all blocks, each a paragraph. */
    public List<String> paragraphs() {
        return Stream.concat(Stream.of(title), blocks.stream().map(Block::text)).toList();
    }

    /** @param heading whether it is the heading of a clause */
    public record Block(boolean heading, String text) {}
}
