package org.kakehashi.negotiation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.CaseAccess;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.process.CasePosition;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.Refusal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What the scripts of Tasklist and of the own pages ask for. */
@PageController
@ResponseBody
@RequestMapping("/desk")
class DeskEndpoints {

    private final LicensingCases cases;
    private final CaseAccess access;
    private final CasePosition position;

    DeskEndpoints(LicensingCases cases, CaseAccess access, CasePosition position) {
        this.cases = cases;
        this.access = access;
        this.position = position;
    }

    /**
     * Where the page of a task's case or record stands.
     *
     * @param sentence why there is none, where there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CaseFile(@Nullable String address, @Nullable String sentence) {}

    @GetMapping("/tasks/{task}/case-file")
    CaseFile caseFile(@PathVariable String task) {
        access.enter();
        String card =
                position.numberOfTask(task).orElseThrow(() -> Refusal.notFound("This task is not open any more."));
        return CaseNumber.find(card)
                .map(number -> new CaseFile(folder(number.kind()) + number, null))
                .orElseGet(() -> new CaseFile(
                        null, "This task belongs to no case: all that is to be known stands in its form."));
    }

    private static String folder(CaseNumber.Kind kind) {
        return switch (kind) {
            case CASE -> "/cases/";
            case CONTRACT -> "/contracts/";
            case CONSULTATION -> "/consultations/";
            case TOOL_LICENCE -> "/tool-licences/";
            case SEED, NEED, MATCH, INQUIRY -> "/records/";
        };
    }

    @GetMapping("/diagrams/{number}/{process}")
    ResponseEntity<String> model(@PathVariable String number, @PathVariable String process) {
        access.enter();
        CaseNumber of = CaseNumber.parse(number);
        if (of.kind() == CaseNumber.Kind.CASE) {
            access.into(cases.of(of.toString()));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .body(position.model(of.toString(), process)
                        .orElseThrow(() -> Refusal.notFound(of + " has no process " + process + ".")));
    }
}
