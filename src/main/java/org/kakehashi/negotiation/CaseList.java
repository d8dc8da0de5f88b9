package org.kakehashi.negotiation;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.persistence.LikePattern;
import org.kakehashi.platform.web.Paging;
import org.kakehashi.shared.Prefecture;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds cases for those who look over many of them. */
@Component
@Transactional(readOnly = true)
public class CaseList {

    private static final int PAGE = 25;

    private final CaseTable cases;
    private final CaseTeam team;

    CaseList(CaseTable cases, CaseTeam team) {
        this.cases = cases;
        this.team = team;
    }

    /**
     * What to look for; what is absent does not count.
     *
     * @param adviser the user who stands by one of the sides
     * @param member the user who does, stands in for who does, or was asked into the case
     * @param ended the ended cases instead of the open ones
     * @param text in the number, the titles or the parties' names
     * @param prefecture of one of the parties
     * @param enteredBy who entered the seed or the need
     */
    public record Wish(
            @Nullable Stage stage,
            @Nullable Move moveOf,
            @Nullable String adviser,
            @Nullable String member,
            boolean ended,
            @Nullable String text,
            @Nullable Prefecture prefecture,
            @Nullable String enteredBy) {

        public Wish(
                @Nullable Stage stage,
                @Nullable Move moveOf,
                @Nullable String member,
                boolean ended,
                @Nullable String text) {
            this(stage, moveOf, null, member, ended, text, null, null);
        }

        private Sort order() {
            return ended
                    ? Sort.by(Sort.Direction.DESC, "endedAt", "number")
                    : Sort.by(Sort.Direction.ASC, "moveSince", "number");
        }
    }

    /** Of open cases those whose move has waited longest come first, of ended ones the latest. */
    public Page<LicensingCase> find(Wish wish, int page) {
        return find(wish, new Paging(Math.max(0, page), PAGE));
    }

    /** The same, as many on a page as asked for. */
    public Page<LicensingCase> find(Wish wish, Paging paging) {
        return cases.findAll(meeting(wish), paging.by(wish.order()));
    }

    /** All cases of a seed or a need, the newest first. */
    public List<LicensingCase> ofRecord(String number) {
        return cases.findAll(
                (licensingCase, query, is) -> is.or(
                        is.equal(licensingCase.get("seedNumber"), number),
                        is.equal(licensingCase.get("needNumber"), number)),
                Sort.by(Sort.Direction.DESC, "openedAt"));
    }

    private static Predicate advisedBy(Set<String> advisers, Root<LicensingCase> licensingCase, CriteriaBuilder is) {
        return is.or(
                licensingCase.get("licensor").get("adviser").in(advisers),
                licensingCase.get("licensee").get("adviser").in(advisers));
    }

    private Specification<LicensingCase> meeting(Wish wish) {
        CaseTeam.Part part = wish.member() == null ? null : team.partOf(wish.member());
        return (licensingCase, query, is) -> {
            List<Predicate> conditions = new ArrayList<>();
            conditions.add(
                    wish.ended()
                            ? is.isNotNull(licensingCase.get("outcome"))
                            : is.isNull(licensingCase.get("outcome")));
            if (wish.stage() != null) {
                conditions.add(is.equal(licensingCase.get("stage"), wish.stage()));
            }
            if (wish.moveOf() != null) {
                conditions.add(is.equal(licensingCase.get("moveOf"), wish.moveOf()));
            }
            if (wish.adviser() != null) {
                conditions.add(advisedBy(Set.of(wish.adviser()), licensingCase, is));
            }
            if (part != null) {
                conditions.add(is.or(
                        advisedBy(Set.of(wish.member()), licensingCase, is),
                        licensingCase.get("number").in(part.askedInto()),
                        is.and(
                                advisedBy(part.represented(), licensingCase, is),
                                is.not(licensingCase
                                        .get("licensor")
                                        .get("organisation")
                                        .in(part.tied())),
                                is.not(licensingCase
                                        .get("licensee")
                                        .get("organisation")
                                        .in(part.tied())))));
            }
            if (wish.prefecture() != null) {
                conditions.add(is.or(
                        is.equal(licensingCase.get("licensor").get("prefecture"), wish.prefecture()),
                        is.equal(licensingCase.get("licensee").get("prefecture"), wish.prefecture())));
            }
            if (wish.enteredBy() != null) {
                conditions.add(is.or(
                        is.equal(licensingCase.get("licensor").get("enteredBy"), wish.enteredBy()),
                        is.equal(licensingCase.get("licensee").get("enteredBy"), wish.enteredBy())));
            }
            if (wish.text() != null && !wish.text().isBlank()) {
                String wanted = LikePattern.containing(wish.text());
                conditions.add(is.or(List.of(
                                licensingCase.<String>get("number"),
                                licensingCase.<String>get("seedTitle"),
                                licensingCase.<String>get("needTitle"),
                                licensingCase.get("licensor").<String>get("name"),
                                licensingCase.get("licensee").<String>get("name"))
                        .stream()
                        .map(place -> is.like(is.lower(place), wanted, LikePattern.ESCAPE))
                        .toArray(Predicate[]::new)));
            }
            return is.and(conditions.toArray(Predicate[]::new));
        };
    }
}
