package org.kakehashi.registry.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.registry.OpenRecords;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** What is published, for everybody and without signing in, also from scripts of other sites. */
@RestController
@RequestMapping(PublicSeedController.ADDRESS)
@CrossOrigin
@Tag(name = "Open data", description = "What is published, for everybody")
@SecurityRequirements
class PublicSeedController {

    static final String ADDRESS = "/api/v1/public/seeds";

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final OpenRecords records;

    PublicSeedController(OpenRecords records) {
        this.records = records;
    }

    /**
     * Some of the published seeds, in the order of their numbers.
     *
     * @param items each as the import reads it
     */
    record Some(
            @Schema(description = "Each under the names that the import reads; what is not said is left out")
            List<ObjectNode> items,

            Links links) {}

    /** @param next where it goes on; absent at the end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Links(String self, @Nullable String next) {}

    @GetMapping
    @Operation(
            summary = "List the published seeds",
            description = "In the order of their numbers, and without limit of depth: follow links.next until it is"
                    + " absent. Of an application that is not published yet seven items are shown. Answers bear an ETag;"
                    + " who asks too often gets 429 with Retry-After.")
    ResponseEntity<Some> list(
            @Parameter(description = "Number behind which the list goes on", example = "S-2026-000100")
                    @RequestParam(defaultValue = "")
                    String after,
            @RequestParam(defaultValue = "50")
                    @Min(value = 1, message = "must be at least 1")
                    @Max(value = 200, message = "must be at most 200")
                    int size) {
        List<ObjectNode> found = records.after(after, size + 1);
        List<ObjectNode> items = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size
                ? address(items.get(items.size() - 1).path("id").asText(), size)
                : null;
        return fresh(new Some(items, new Links(address(after, size), next)));
    }

    @GetMapping("/{number}")
    @Operation(summary = "Read a published seed")
    ResponseEntity<ObjectNode> read(@PathVariable String number) {
        return fresh(records.numbered(number));
    }

    private static String address(String after, int size) {
        var address = UriComponentsBuilder.fromPath(ADDRESS).queryParam("size", size);
        return (after.isEmpty() ? address : address.queryParam("after", after))
                .encode()
                .build()
                .toUriString();
    }

    private static <T> ResponseEntity<T> fresh(T body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(body);
    }
}
