package org.kakehashi.negotiation.web;

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

    /** Where the page of a case or record stands. */
    record Address(String address) {}

    @GetMapping("/tasks/{task}/case-file")
    Address caseFile(@PathVariable String task) {
        access.enter();
        return position.numberOfTask(task)
                .map(CaseNumber::parse)
                .map(number -> new Address((number.kind() == CaseNumber.Kind.CASE ? "/cases/" : "/records/") + number))
                .orElseThrow(() -> Refusal.notFound("This task is not open any more."));
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
