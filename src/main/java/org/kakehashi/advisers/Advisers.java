package org.kakehashi.advisers;

import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.TechnologyField;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The advisers, active or not. */
public interface Advisers extends JpaRepository<Adviser, String> {

    /** Those that fit every filter given. */
    default Page<Adviser> covering(@Nullable Prefecture prefecture, @Nullable TechnologyField field, Pageable page) {
        return covering(prefecture, field == null ? null : field.name(), page);
    }

    @Query("""
            SELECT adviser FROM Adviser adviser
            WHERE (:prefecture IS NULL OR adviser.prefecture = :prefecture)
            AND (:field IS NULL OR array_contains(adviser.fields, CAST(:field AS string)))
            """)
    Page<Adviser> covering(@Nullable Prefecture prefecture, @Nullable String field, Pageable page);
}
