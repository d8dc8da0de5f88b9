package org.kakehashi.royalties;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from a contract's audit clause when the licensee bears the cost of an audit. */
final class AuditClause {

    private static final Pattern PERCENT =
            Pattern.compile("(\\d{1,2}(?:\\.\\d{1,2})?)\\s*(?:%|per ?cent|パーセント)", Pattern.CASE_INSENSITIVE);

    private static final Pattern NONE = Pattern.compile("(none|なし)[.。]?", Pattern.CASE_INSENSITIVE);

    private AuditClause() {}

    /**
     * The percentage that the clause names, such as 5 in {@code Once a year; the licensee pays from 5 % on}.
     *
     * @param usual what holds where the clause names none
     * @return none where the contract knows no audit, so that its cost never moves
     */
    static @Nullable BigDecimal costMovesAt(String clause, BigDecimal usual) {
        if (NONE.matcher(clause.strip()).matches()) {
            return null;
        }
        Matcher percent = PERCENT.matcher(Normalizer.normalize(clause, Normalizer.Form.NFKC));
        return percent.find() ? new BigDecimal(percent.group(1)) : usual;
    }
}
