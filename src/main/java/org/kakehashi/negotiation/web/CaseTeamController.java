package org.kakehashi.negotiation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.kakehashi.negotiation.CaseTeam;
import org.kakehashi.negotiation.Reassignments;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "Case teams", description = "Who works on which case")
class CaseTeamController {

    private final CaseTeam team;
    private final Reassignments reassignments;

    CaseTeamController(CaseTeam team, Reassignments reassignments) {
        this.team = team;
        this.reassignments = reassignments;
    }

    @PostMapping("/reassignments")
    @Operation(
            summary = "Give cases to another adviser; managers only",
            description =
                    "With their open tasks. A case that cannot be moved is told with its reason and does not hinder"
                            + " the others.")
    List<Reassignments.Outcome> reassign(@Valid @RequestBody ReassignmentRequest wanted) {
        return reassignments.reassign(wanted.wanted(), wanted.adviser(), StringUtils.defaultString(wanted.consent()));
    }

    @PutMapping("/{number}/members/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ask a colleague into the case; its advisers and managers only")
    void invite(@PathVariable String number, @PathVariable String userId) {
        team.invite(number, userId);
    }

    @DeleteMapping("/{number}/members/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a colleague out of the case; its advisers and managers only")
    void remove(@PathVariable String number, @PathVariable String userId) {
        team.remove(number, userId);
    }
}
