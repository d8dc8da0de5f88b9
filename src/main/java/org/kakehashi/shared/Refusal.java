package org.kakehashi.shared;

import java.util.List;

/**
 * The product says no to its caller's wish, for a reason the caller can act on. Every door translates it: a form shows
 * the sentence where the user stands, REST answers with a problem detail, nothing is changed.
 */
public class Refusal extends RuntimeException {

    /** What kind of no it is; the REST door maps it to 400, 403, 404 and 409. */
    public enum Kind {
        INVALID,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT
    }

    private final Kind kind;
    private final List<String> reasons;

    public Refusal(Kind kind, List<String> reasons) {
        super(String.join("\n", reasons));
        this.kind = kind;
        this.reasons = List.copyOf(reasons);
    }

    public static Refusal invalid(String sentence) {
        return new Refusal(Kind.INVALID, List.of(sentence));
    }

    public static Refusal forbidden(String sentence) {
        return new Refusal(Kind.FORBIDDEN, List.of(sentence));
    }

    public static Refusal notFound(String sentence) {
        return new Refusal(Kind.NOT_FOUND, List.of(sentence));
    }

    public static Refusal conflict(String sentence) {
        return new Refusal(Kind.CONFLICT, List.of(sentence));
    }

    public Kind kind() {
        return kind;
    }

    /** All reasons, each a sentence on its own line. */
    public String sentences() {
        return String.join("\n", reasons);
    }

    public List<String> reasons() {
        return reasons;
    }
}
