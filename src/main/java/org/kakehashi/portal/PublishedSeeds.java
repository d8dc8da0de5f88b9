package org.kakehashi.portal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.Seeds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The published records as the database has them: what the index says is never shown without asking here. */
@Component
@Transactional(readOnly = true)
public class PublishedSeeds {

    private final Seeds seeds;
    private final Organisations organisations;
    private final JdbcClient jdbc;

    PublishedSeeds(Seeds seeds, Organisations organisations, JdbcClient jdbc) {
        this.seeds = seeds;
        this.organisations = organisations;
        this.jdbc = jdbc;
    }

    /** Empty where there is none, or it is not or no longer published. */
    public Optional<Seed> numbered(String number) {
        return seeds.findById(number).filter(PublishedSeeds::isPublished);
    }

    /** In the order of their numbers as given; what is no longer published is left out. */
    public List<Seed> numbered(Collection<String> numbers) {
        Map<String, Seed> found = seeds.findAllById(numbers).stream()
                .filter(PublishedSeeds::isPublished)
                .collect(Collectors.toMap(Seed::number, Function.identity()));
        return numbers.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Who has entered the record, by name and type; nobody of an unpublished application. */
    public Optional<Organisation> registrant(Seed seed) {
        return seed.unpublished() ? Optional.empty() : organisations.findById(seed.organisationId());
    }

    /** One page of all, the latest first, without the index. */
    public List<Seed> latest(int page, int size) {
        return numbered(
                jdbc.sql("SELECT number FROM seed WHERE status = 'PUBLISHED' ORDER BY registered_at DESC, number DESC"
                                + " LIMIT ? OFFSET ?")
                        .params(size, (long) (page - 1) * size)
                        .query(String.class)
                        .list());
    }

    /** The latest in a language, {@code en} or {@code ja}. */
    public List<Seed> latest(String language, int most) {
        return numbered(jdbc.sql("SELECT number FROM seed WHERE status = 'PUBLISHED' AND language = ?"
                        + " ORDER BY registered_at DESC, number DESC LIMIT ?")
                .params(language, most)
                .query(String.class)
                .list());
    }

    /** One page, counted from 1, of the numbers of all. */
    public List<String> numbers(int page, int size) {
        return jdbc.sql("SELECT number FROM seed WHERE status = 'PUBLISHED' ORDER BY number LIMIT ? OFFSET ?")
                .params(size, (long) (page - 1) * size)
                .query(String.class)
                .list();
    }

    public long count() {
        return jdbc.sql("SELECT count(*) FROM seed WHERE status = 'PUBLISHED'")
                .query(Long.class)
                .single();
    }

    private static boolean isPublished(Seed seed) {
        return seed.status() == Seed.Status.PUBLISHED;
    }
}
