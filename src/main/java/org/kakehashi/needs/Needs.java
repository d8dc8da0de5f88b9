package org.kakehashi.needs;

import jakarta.persistence.criteria.Predicate;
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
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

/** All needs. */
public interface Needs extends JpaRepository<Need, String>, JpaSpecificationExecutor<Need> {

    /**
     * What a list of needs is narrowed by; what is absent narrows nothing.
     *
     * @param text part of the title or the problem
     * @param enteredBy the user or program that entered it
     */
    record Filter(
            Need.@Nullable Status status,
            @Nullable TechnologyField field,
            @Nullable Prefecture prefecture,
            @Nullable String text,
            @Nullable String source,
            @Nullable String externalId,
            @Nullable String enteredBy) {}

    Optional<Need> findBySourceAndExternalId(String source, String externalId);

    List<Need> findBySourceAndExternalIdIn(String source, Collection<String> externalIds);

    /** @throws Refusal where there is no such need */
    default Need numbered(String number) {
        return findById(number).orElseThrow(() -> unknown(number));
    }

    static Refusal unknown(String number) {
        return Refusal.notFound("There is no need " + number + ".");
    }

    default Page<Need> search(Filter filter, Pageable page) {
        return findAll(
                (need, query, criteria) -> {
                    var is = (HibernateCriteriaBuilder) criteria;
                    var all = new ArrayList<Predicate>();
                    if (filter.status() != null) {
                        all.add(is.equal(need.get("status"), filter.status()));
                    }
                    if (filter.field() != null) {
                        all.add(is.collectionContains(need.<Collection<Short>>get("technologyFields"), (short)
                                filter.field().number()));
                    }
                    if (filter.prefecture() != null) {
                        all.add(is.equal(need.get("prefecture"), filter.prefecture()));
                    }
                    if (filter.source() != null) {
                        all.add(is.equal(need.get("source"), filter.source()));
                    }
                    if (filter.externalId() != null) {
                        all.add(is.equal(need.get("externalId"), filter.externalId()));
                    }
                    if (filter.enteredBy() != null) {
                        all.add(is.equal(need.get("enteredBy"), filter.enteredBy()));
                    }
                    if (filter.text() != null) {
                        String part = LikePattern.containing(filter.text());
                        all.add(is.or(
                                is.like(is.lower(need.get("title")), part, LikePattern.ESCAPE),
                                is.like(is.lower(need.get("problem")), part, LikePattern.ESCAPE)));
                    }
                    return is.and(all.toArray(Predicate[]::new));
                },
                page);
    }
}
