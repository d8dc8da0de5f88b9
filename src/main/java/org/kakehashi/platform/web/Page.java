package org.kakehashi.platform.web;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items of this page
 * @param page counted from 0
 * @param size as asked for; the last page may hold fewer items
 * @param total of items on all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    /** The repository's page, each entity turned into what the interface shows of it. */
    public static <E, T> Page<T> of(org.springframework.data.domain.Page<E> found, Function<E, T> shown) {
        return new Page<>(
                found.getContent().stream().map(shown).toList(),
                found.getNumber(),
                found.getSize(),
                found.getTotalElements());
    }
}
