package org.kakehashi.matching.search;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The model that reads texts for their meaning, and how much it counts and costs.
 *
 * @param name {@code all-minilm-l6-v2} for the one that comes with the product, {@code none} for words alone, or the
 *     path of a folder with {@code model.onnx} and {@code tokenizer.json}
 * @param languages that a model of one's own reads, {@code en} and {@code ja}; the product's reads English
 * @param pooling how a model of one's own makes one direction of many tokens
 * @param threads that read one text; more are faster while others wait
 * @param load the share of the time, 0 to 1, in which the backlog is read; the rest is left to people
 * @param meaning the share of the meaning beside the words in a text's score: seven tenths found most in
 *     docs/evaluation.md, and everything from a half to eight tenths nearly as much
 * @param hub how much of what all texts of one's kind have in common is taken out of a text's meaning: boilerplate
 *     says nothing of the single text
 * @param crowd how much the words of a record stand back that come up for many others as well: 0.85 of the average of the
 *     highest scores they reach there, as found in docs/evaluation.md, where everything from a half to all of it is nearly
 *     as good; 0 spares the searches for it
 * @param sample how many records' searches tell which ones come up for many; where a fifth as many are not there, none
 *     stands back
 * @param length by how much the meaning of a seed e times as long as the average stands back, in standard deviations: long
 *     texts touch on more than they offer; docs/evaluation.md has what it adds and for whom
 * @param alike the cosine from which two texts may be said to mean alike: with the product's model, 95 of a hundred right
 *     pairs in docs/evaluation.md are so near, and of unrelated ones not one; a model of one's own has a scale of its own
 * @param pool how many records the words nominate, and how many the meaning
 */
@ConfigurationProperties("kakehashi.matching.model")
record ModelSettings(
        @DefaultValue("all-minilm-l6-v2") String name,
        @DefaultValue("en") Set<String> languages,
        @DefaultValue("mean") TextModel.Pooling pooling,
        @DefaultValue("1") int threads,
        @DefaultValue("0.5") double load,
        @DefaultValue("0.7") double meaning,
        @DefaultValue("1.0") double hub,
        @DefaultValue("0.85") double crowd,
        @DefaultValue("1500") int sample,
        @DefaultValue("1.0") double length,
        @DefaultValue("0.5") double alike,
        @DefaultValue("300") int pool) {

    private static final String NONE = "none";
    private static final String BUNDLED = "all-minilm-l6-v2";

    HybridSearch.Mix mix() {
        return new HybridSearch.Mix(meaning, hub, pool);
    }

    /** Whether the model reads texts of the language. */
    boolean reads(String language) {
        return switch (name) {
            case NONE -> false;
            case BUNDLED -> language.equals("en");
            default -> languages.contains(language);
        };
    }

    /** The name that is known without loading it. */
    Optional<String> fixedName() {
        return switch (name) {
            case NONE -> Optional.of(NONE);
            case BUNDLED -> Optional.of(TextModel.ENGLISH);
            default -> Optional.empty();
        };
    }

    TextModel open() {
        return name.equals(BUNDLED) ? TextModel.english(threads) : TextModel.of(Path.of(name), pooling, threads);
    }
}
