package org.kakehashi.negotiation.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Advising;
import org.kakehashi.negotiation.CaseAccess;
import org.kakehashi.negotiation.CaseAccess.Insight;
import org.kakehashi.negotiation.CaseClock;
import org.kakehashi.negotiation.CaseList;
import org.kakehashi.negotiation.CaseTeam;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.negotiation.process.CasePosition;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.People;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.Side;
import org.springframework.data.domain.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The list of cases, and the case file of each. */
@PageController
@RequestMapping("/cases")
class CasePages {

    private final LicensingCases cases;
    private final CaseList list;
    private final CaseAccess access;
    private final CaseTeam team;
    private final Advising advising;
    private final TermSheets terms;
    private final People people;
    private final CasePosition position;
    private final CaseClock caseClock;
    private final Journal journal;
    private final CurrentUser user;

    CasePages(
            LicensingCases cases,
            CaseList list,
            CaseAccess access,
            CaseTeam team,
            Advising advising,
            TermSheets terms,
            People people,
            CasePosition position,
            CaseClock caseClock,
            Journal journal,
            CurrentUser user) {
        this.cases = cases;
        this.list = list;
        this.access = access;
        this.team = team;
        this.advising = advising;
        this.terms = terms;
        this.people = people;
        this.position = position;
        this.caseClock = caseClock;
        this.journal = journal;
        this.user = user;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable Stage stage,
            @RequestParam(required = false) @Nullable Move moveOf,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        access.enter();
        Page<LicensingCase> found =
                list.find(new CaseList.Wish(stage, moveOf, mine ? user.name() : null, ended, text), page - 1);
        model.addAttribute("stages", Stage.values());
        model.addAttribute("movers", Move.values());
        model.addAttribute("stage", stage);
        model.addAttribute("moveOf", moveOf);
        model.addAttribute("mine", mine);
        model.addAttribute("ended", ended);
        model.addAttribute("text", text);
        model.addAttribute("found", found);
        model.addAttribute("parts", mine ? parts(found.getContent()) : Map.of());
        model.addAttribute(
                "nextDue", position.nextDue(found.map(LicensingCase::number).getContent()));
        model.addAttribute("earlier", found.hasPrevious() ? pageAddress(page - 1) : null);
        model.addAttribute("later", found.hasNext() ? pageAddress(page + 1) : null);
        return "cases";
    }

    @GetMapping("/{number}")
    String file(@PathVariable String number, Model model) {
        access.enter();
        LicensingCase licensingCase = cases.of(CaseNumber.parse(number).toString());
        Insight insight = access.into(licensingCase);
        model.addAttribute("case", licensingCase);
        model.addAttribute("sides", Side.values());
        model.addAttribute("advisers", names(licensingCase));
        model.addAttribute("stages", List.of(Stage.values()).subList(0, Stage.ENDED.ordinal()));
        model.addAttribute("diagrams", position.diagrams(licensingCase.number()));
        model.addAttribute("course", insight.covers(Insight.COURSE));
        model.addAttribute("words", insight.covers(Insight.TERMS));
        List<String> members = team.members(licensingCase.number());
        model.addAttribute("members", people.names(members));
        if (licensingCase.isOpen() && team.mayAsk(licensingCase)) {
            model.addAttribute(
                    "colleagues",
                    advising.eligible(licensingCase.number()).stream()
                            .filter(adviser -> !members.contains(adviser.userId())
                                    && !adviser.userId().equals(licensingCase.licensorAdviser())
                                    && !adviser.userId().equals(licensingCase.licenseeAdviser()))
                            .toList());
        }
        if (insight.covers(Insight.COURSE)) {
            model.addAttribute("tasks", position.tasks(licensingCase.number()));
            model.addAttribute("times", CaseTimes.of(caseClock.spent(licensingCase.number())));
            model.addAttribute("timeline", Readable.latestFirst(journal.of(licensingCase.number())));
        }
        if (insight.covers(Insight.TERMS)) {
            terms.find(licensingCase.number())
                    .map(TermsTable::of)
                    .ifPresent(table -> model.addAttribute("terms", table));
        }
        return "case";
    }

    @PostMapping("/{number}/members")
    String invite(@PathVariable String number, @RequestParam String colleague) {
        team.invite(CaseNumber.parse(number).toString(), colleague);
        return "redirect:/cases/" + CaseNumber.parse(number) + "#team";
    }

    @PostMapping("/{number}/members/{colleague}/removal")
    String remove(@PathVariable String number, @PathVariable String colleague) {
        team.remove(CaseNumber.parse(number).toString(), colleague);
        return "redirect:/cases/" + CaseNumber.parse(number) + "#team";
    }

    private Map<String, String> names(LicensingCase licensingCase) {
        return people.names(Stream.of(Side.values())
                .map(side -> licensingCase.party(side).adviser())
                .toList());
    }

    /** Why those of the cases are the user's in which the user advises no side. */
    private Map<String, String> parts(List<LicensingCase> found) {
        CaseTeam.Part part = team.partOf(user.name());
        Map<String, String> names = people.names(List.copyOf(part.represented()));
        Map<String, String> parts = new HashMap<>();
        for (LicensingCase licensingCase : found) {
            if (Stream.of(Side.values()).noneMatch(side -> user.name()
                    .equals(licensingCase.party(side).adviser()))) {
                parts.put(
                        licensingCase.number(),
                        part.absentIn(licensingCase)
                                .map(absent -> "you stand in for " + names.getOrDefault(absent, absent))
                                .orElse("you were asked in"));
            }
        }
        return parts;
    }

    private static String pageAddress(int page) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("page", page)
                .build()
                .toUri()
                .getRawQuery();
    }
}
