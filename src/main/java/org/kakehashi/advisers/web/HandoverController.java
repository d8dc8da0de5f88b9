package org.kakehashi.advisers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.kakehashi.advisers.Handover;
import org.kakehashi.advisers.Handovers;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/advisers/{userId}/handovers")
@Tag(name = "Handovers", description = "Whole caseloads of advisers who leave")
class HandoverController {

    private final Handovers handovers;

    HandoverController(Handovers handovers) {
        this.handovers = handovers;
    }

    /** Why somebody leaves. */
    record Leaving(
            @Schema(example = "The term at the host ends in March.")
            @NotBlank(message = "must be given")
            @Size(max = 2000, message = "must have at most 2000 characters")
            String reason) {}

    /** How far a handover has come. */
    record Progress(Handover handover, List<Handover.Item> items) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Begin to hand over all that an adviser has in hand; managers only",
            description = "The adviser is given no new work. Each successor accepts or declines each case; it ends when"
                    + " nothing is left.")
    Handover begin(@PathVariable String userId, @Valid @RequestBody Leaving leaving) {
        return handovers.begin(userId, leaving.reason());
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far a handover has come; managers only")
    Progress read(@PathVariable String userId, @PathVariable UUID id) {
        return new Progress(handovers.of(userId, id), handovers.items(id));
    }
}
