package org.kakehashi.registry;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which other seeds may be the same patent. What to make of it is for the registrar to say. */
@Component
public class Duplicates {

    private static final double ALIKE = 0.7;
    private static final int MOST_COMPARED = 100;

    private final Seeds seeds;
    private final JdbcClient jdbc;

    Duplicates(Seeds seeds, JdbcClient jdbc) {
        this.seeds = seeds;
        this.jdbc = jdbc;
    }

    /** @param why in words, such as {@code same application number} */
    public record Twin(String number, String title, Seed.Status status, String why) {}

    private record Candidate(String number, boolean sameApplication, boolean sameRegistration) {}

    /** Seeds under the same number of application or registration, or with nearly the same text. */
    @Transactional(readOnly = true)
    public List<Twin> of(Seed seed) {
        String text = TextSignature.text(seed.content());
        return candidates(seed.number()).stream()
                .flatMap(candidate -> {
                    Seed other = seeds.numbered(candidate.number);
                    double likeness = TextSignature.likeness(text, TextSignature.text(other.content()));
                    String why = Stream.of(
                                    candidate.sameApplication ? "same application number" : "",
                                    candidate.sameRegistration ? "same registration number" : "",
                                    likeness < ALIKE ? "" : "text %.0f %% alike".formatted(likeness * 100))
                            .filter(each -> !each.isEmpty())
                            .collect(Collectors.joining(", "));
                    return why.isEmpty()
                            ? Stream.empty()
                            : Stream.of(new Twin(other.number(), other.title(), other.status(), why));
                })
                .toList();
    }

    private List<Candidate> candidates(String number) {
        return jdbc.sql("""
                        SELECT other.number, coalesce(other.application_key = seed.application_key, false),
                          coalesce(other.registration_key = seed.registration_key, false)
                        FROM seed JOIN seed other ON other.number <> seed.number AND (
                          other.application_key = nullif(seed.application_key, '')
                          OR other.registration_key = nullif(seed.registration_key, '')
                          OR other.text_signature && seed.text_signature)
                        WHERE seed.number = ? ORDER BY 2 DESC, 3 DESC, 1 LIMIT ?""")
                .params(number, MOST_COMPARED)
                .query((row, index) -> new Candidate(row.getString(1), row.getBoolean(2), row.getBoolean(3)))
                .list();
    }
}
