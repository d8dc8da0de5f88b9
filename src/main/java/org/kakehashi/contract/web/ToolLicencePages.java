package org.kakehashi.contract.web;

import org.kakehashi.contract.ToolLicences;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.web.PageController;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of a research-tool licence: who asked for what, on which conditions, and what came of it. */
@PageController
class ToolLicencePages {

    private final ToolLicences licences;
    private final Journal journal;

    ToolLicencePages(ToolLicences licences, Journal journal) {
        this.licences = licences;
        this.journal = journal;
    }

    @GetMapping("/tool-licences/{number}")
    ModelAndView read(@PathVariable String number) {
        return new ModelAndView("tool-licence")
                .addObject("licence", licences.of(number))
                .addObject("timeline", journal.of(number));
    }
}
