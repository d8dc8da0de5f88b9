package org.kakehashi.registry;

import jakarta.persistence.criteria.Predicate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.persistence.LikePattern;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.TechnologyField;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

/** All seeds. */
public interface Seeds extends JpaRepository<Seed, String>, JpaSpecificationExecutor<Seed> {

    /**
     * What a list of seeds is narrowed by; what is absent narrows nothing.
     *
     * @param text part of the title, the invention's name or the applicant
     * @param enteredBy the user or program that entered it, or published
     */
    record Filter(
            Seed.@Nullable Status status,
            @Nullable TechnologyField field,
            @Nullable Prefecture prefecture,
            @Nullable String text,
            @Nullable String source,
            @Nullable String externalId,
            @Nullable String enteredBy) {}

    Optional<Seed> findBySourceAndExternalId(String source, String externalId);

    List<Seed> findBySourceAndExternalIdIn(String source, Collection<String> externalIds);

    /** Published seeds of higher numbers, in the order of these. */
    @Query("SELECT seed FROM Seed seed WHERE seed.status = org.kakehashi.registry.Seed.Status.PUBLISHED"
            + " AND seed.number > :after ORDER BY seed.number")
    List<Seed> publishedAfter(String after, Limit limit);

    /** Whether a published seed has left the programme since. */
    @Query("SELECT count(seed) > 0 FROM Seed seed WHERE seed.leftAt > :instant")
    boolean someLeftSince(Instant instant);

    /** @throws Refusal where there is no such seed */
    default Seed numbered(String number) {
        return findById(number).orElseThrow(() -> unknown(number));
    }

    static Refusal unknown(String number) {
        return Refusal.notFound("There is no seed " + number + ".");
    }

    default Page<Seed> search(Filter filter, Pageable page) {
        return findAll(
                (seed, query, criteria) -> {
                    var is = (HibernateCriteriaBuilder) criteria;
                    var all = new ArrayList<Predicate>();
                    if (filter.status() != null) {
                        all.add(is.equal(seed.get("status"), filter.status()));
                    }
                    if (filter.field() != null) {
                        all.add(is.collectionContains(seed.<Collection<Short>>get("technologyFields"), (short)
                                filter.field().number()));
                        if (filter.enteredBy() != null) {
                            all.add(is.or(
                                    is.equal(seed.get("enteredBy"), filter.enteredBy()),
                                    is.isFalse(seed.get("content").get("patent").get("unpublished"))));
                        }
                    }
                    if (filter.prefecture() != null) {
                        all.add(is.equal(seed.get("prefecture"), filter.prefecture()));
                    }
                    if (filter.source() != null) {
                        all.add(is.equal(seed.get("source"), filter.source()));
                    }
                    if (filter.externalId() != null) {
                        all.add(is.equal(seed.get("externalId"), filter.externalId()));
                    }
                    if (filter.enteredBy() != null) {
                        all.add(is.or(
                                is.equal(seed.get("enteredBy"), filter.enteredBy()),
                                is.equal(seed.get("status"), Seed.Status.PUBLISHED)));
                    }
                    if (filter.text() != null) {
                        String part = LikePattern.containing(filter.text());
                        all.add(is.or(
                                is.like(
                                        is.lower(
                                                seed.get("content").get("texts").get("title")),
                                        part,
                                        LikePattern.ESCAPE),
                                is.like(
                                        is.lower(seed.get("content")
                                                .get("patent")
                                                .get("inventionName")),
                                        part,
                                        LikePattern.ESCAPE),
                                is.like(
                                        is.lower(seed.get("content")
                                                .get("patent")
                                                .get("applicant")),
                                        part,
                                        LikePattern.ESCAPE)));
                    }
                    return is.and(all.toArray(Predicate[]::new));
                },
                page);
    }
}
