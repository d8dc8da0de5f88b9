package org.kakehashi.documents.drafting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kakehashi.documents.DocumentKind;
import org.kakehashi.shared.Refusal;

/**
 * The text of a kind of document in a language, one paragraph per line. {@code # } begins the title, {@code ## fees: }
 * the heading of a clause, {@code ---} what comes after the clauses, {@code [royalty]} a paragraph that stands only
 * under a condition; {@code {{licensor}}} is filled in.
 */
public final class Template {

    private static final Pattern TITLE = Pattern.compile("#\\s+(.+)");
    private static final Pattern CLAUSE = Pattern.compile("##\\s+([a-z-]+)\\s*[:：]\\s*(.+)");
    private static final Pattern CONDITIONAL = Pattern.compile("\\[([^\\]]*)]\\s*(.*)");
    private static final Pattern FIELD = Pattern.compile("\\{\\{(.*?)}}");
    private static final String END = "---";

    private final Map<String, Condition> clauses;
    private final Language language;
    private final List<String> lines;

    private Template(Map<String, Condition> clauses, Language language, List<String> lines) {
        this.clauses = clauses;
        this.language = language;
        this.lines = lines;
    }

    /** @throws Refusal with all that is wrong: an unknown field, condition or clause, a missing or doubled clause */
    public static Template of(DocumentKind kind, Language language, String text) {
        List<String> lines = text.lines()
                .map(line -> line.replace("\uFEFF", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        Map<String, Condition> clauses = Blueprint.of(kind);
        List<String> faults = faults(clauses, lines);
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, faults);
        }
        return new Template(clauses, language, lines);
    }

    private static List<String> faults(Map<String, Condition> clauses, List<String> lines) {
        var faults = new ArrayList<String>();
        if (lines.isEmpty() || !TITLE.matcher(lines.get(0)).matches()) {
            faults.add("The template must begin with a line such as \"# Licence agreement\".");
        }
        Set<String> found = new LinkedHashSet<>();
        for (String line : lines) {
            Matcher clause = CLAUSE.matcher(line);
            if (clause.matches()) {
                if (!clauses.containsKey(clause.group(1))) {
                    faults.add("The clause \"%s\" is not known: clauses are %s."
                            .formatted(clause.group(1), String.join(", ", clauses.keySet())));
                } else if (!found.add(clause.group(1))) {
                    faults.add("The clause \"%s\" stands twice in the template.".formatted(clause.group(1)));
                }
            } else if (line.startsWith("##")) {
                faults.add("The line \"%s\" must name its clause, such as \"## fees: Fees\".".formatted(line));
            }
            Matcher condition = CONDITIONAL.matcher(line);
            if (condition.matches() && Condition.named(condition.group(1)).isEmpty()) {
                faults.add("The condition \"[%s]\" is not known.".formatted(condition.group(1)));
            }
            FIELD.matcher(line)
                    .results()
                    .map(field -> field.group(1))
                    .filter(field -> Field.named(field).isEmpty())
                    .forEach(field -> faults.add("The field \"{{%s}}\" is not known.".formatted(field)));
        }
        clauses.keySet().stream()
                .filter(clause -> !found.contains(clause))
                .forEach(clause -> faults.add("The clause \"%s\" is missing from the template.".formatted(clause)));
        return faults;
    }

    /** The draft with each clause and paragraph whose condition holds. */
    public Draft fill(Matter matter) {
        String title = "";
        int article = 0;
        boolean stands = true;
        var blocks = new ArrayList<Draft.Block>();
        for (String line : lines) {
            Matcher heading = TITLE.matcher(line);
            Matcher clause = CLAUSE.matcher(line);
            Matcher conditional = CONDITIONAL.matcher(line);
            if (heading.matches()) {
                title = filled(heading.group(1), matter);
            } else if (line.equals(END)) {
                stands = true;
            } else if (clause.matches()) {
                stands = clauses.getOrDefault(clause.group(1), Condition.ALWAYS).holds(matter);
                if (stands) {
                    blocks.add(new Draft.Block(true, language.heading(++article, filled(clause.group(2), matter))));
                }
            } else if (stands && conditional.matches()) {
                if (Condition.named(conditional.group(1)).orElseThrow().holds(matter)) {
                    blocks.add(new Draft.Block(false, filled(conditional.group(2), matter)));
                }
            } else if (stands) {
                blocks.add(new Draft.Block(false, filled(line, matter)));
            }
        }
        return new Draft(title, blocks);
    }

    private String filled(String line, Matter matter) {
        return FIELD.matcher(line)
                .replaceAll(field -> Matcher.quoteReplacement(
                        Field.named(field.group(1)).orElseThrow().words(matter, language)))
                .strip();
    }
}
