package org.kakehashi.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.kakehashi.registry.ResearchTool;
import org.kakehashi.registry.ResearchTools;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedAccess;
import org.kakehashi.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/seeds/{number}/research-tool")
@Tag(name = "Seeds", description = "Licensable patents")
class ResearchToolController {

    private final SeedAccess access;
    private final ResearchTools tools;

    ResearchToolController(SeedAccess access, ResearchTools tools) {
        this.access = access;
        this.tools = tools;
    }

    @GetMapping
    @Operation(summary = "Read on what conditions a seed is offered as a research tool")
    ResearchToolSheet read(@PathVariable String number) {
        Seed seed = access.toRead(number);
        return (access.mayChange(seed) ? tools.of(number) : tools.publicOf(seed))
                .map(ResearchTool::content)
                .map(ResearchToolSheet::of)
                .orElseThrow(() -> Refusal.notFound("Seed " + number + " is no research tool."));
    }

    @PutMapping
    @Operation(summary = "Offer a seed as a research tool, or change the conditions")
    ResearchToolSheet describe(@PathVariable String number, @Valid @RequestBody ResearchToolSheet wanted) {
        access.toChange(number);
        return ResearchToolSheet.of(tools.describe(number, wanted.content()).content());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Offer a seed as a research tool no longer")
    void forget(@PathVariable String number) {
        access.toChange(number);
        tools.forget(number);
    }
}
