package org.kakehashi.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.persistence.LikePattern;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

/** The directory. */
public interface Organisations extends JpaRepository<Organisation, UUID>, JpaSpecificationExecutor<Organisation> {

    Optional<Organisation> findFirstByNameAndPrefectureOrderById(String name, @Nullable Prefecture prefecture);

    List<Organisation> findBySourceAndExternalIdIn(String source, Collection<String> externalIds);

    /** @throws Refusal where there is none with the id that a record shall belong to */
    default Organisation owning(UUID id) {
        return findById(id).orElseThrow(() -> Refusal.invalid("There is no organisation " + id + "."));
    }

    /** The one that bears exactly this name, in either language. @throws Refusal where there is none, or more than one */
    default Organisation called(String name) {
        String wanted = name.strip();
        List<Organisation> found = search(null, null, wanted, PageRequest.of(0, 50)).stream()
                .filter(each -> wanted.equalsIgnoreCase(each.name()) || wanted.equals(each.nameJa()))
                .toList();
        if (found.size() != 1) {
            throw Refusal.invalid("The directory has " + (found.isEmpty() ? "no" : "more than one")
                    + " organisation with the name \"" + wanted + "\": give the name as it stands there.");
        }
        return found.get(0);
    }

    /** The organisation itself and all that are of its group: those that hold each other, or are held by the same. */
    @Query(nativeQuery = true, value = """
                    WITH RECURSIVE up AS (
                        SELECT id, parent FROM organisation WHERE id = :id
                        UNION SELECT o.id, o.parent FROM organisation o JOIN up ON o.id = up.parent),
                    down AS (
                        SELECT id FROM up WHERE parent IS NULL
                        UNION SELECT o.id FROM organisation o JOIN down ON o.parent = down.id)
                    SELECT id FROM down
                    """)
    Set<UUID> group(UUID id);

    /** @throws Refusal where there is no such parent, or it is of those that the organisation holds itself */
    default void hold(Organisation organisation, @Nullable UUID parent) {
        if (parent != null && !parent.equals(organisation.parent())) {
            for (UUID above = parent; above != null; above = owning(above).parent()) {
                if (above.equals(organisation.id())) {
                    throw Refusal.invalid(organisation.name() + " cannot be held by itself or by what it holds.");
                }
            }
        }
        organisation.heldBy(parent);
    }

    /** Those that fit every filter given; the name fits where it contains the text, in either language. */
    default Page<Organisation> search(
            @Nullable OrganisationType type, @Nullable Prefecture prefecture, @Nullable String name, Pageable page) {
        Specification<Organisation> all = (organisation, query, criteria) -> criteria.conjunction();
        Specification<Organisation> ofType =
                type == null ? all : (organisation, query, is) -> is.equal(organisation.get("type"), type);
        Specification<Organisation> inPrefecture = prefecture == null
                ? all
                : (organisation, query, is) -> is.equal(organisation.get("prefecture"), prefecture);
        return findAll(ofType.and(inPrefecture).and(name == null ? all : named(name)), page);
    }

    private static Specification<Organisation> named(String name) {
        String contains = LikePattern.containing(name);
        return (organisation, query, is) -> is.or(
                is.like(is.lower(organisation.get("name")), contains, LikePattern.ESCAPE),
                is.like(is.lower(organisation.get("nameJa")), contains, LikePattern.ESCAPE));
    }
}
