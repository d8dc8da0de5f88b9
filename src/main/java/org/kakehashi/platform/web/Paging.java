package org.kakehashi.platform.web;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/**
 * Which page of a list a caller asks for, by the parameters {@code page} and {@code size}. A controller takes it as
 * {@code @ParameterObject @Valid Paging paging}.
 *
 * @param page counted from 0, the first where absent
 * @param size at most 200, 50 where absent
 */
public record Paging(
        @Parameter(description = "Page of the list, counted from 0", example = "0")
        @Nullable
        @Min(value = 0, message = "must not be negative")
        @Max(value = 1_000_000, message = "must not be greater than 1000000")
        Integer page,

        @Parameter(description = "Items on a page, at most 200", example = "50")
        @Nullable
        @Min(value = 1, message = "must be at least 1")
        @Max(value = 200, message = "must not be greater than 200")
        Integer size) {

    /** What a repository needs; the order must be total, so that no item is on two pages. */
    public Pageable by(Sort order) {
        return PageRequest.of(page == null ? 0 : page, size == null ? 50 : size, order);
    }
}
