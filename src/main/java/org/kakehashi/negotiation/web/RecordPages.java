package org.kakehashi.negotiation.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kakehashi.directory.Organisations;
import org.kakehashi.matching.CompanySearch;
import org.kakehashi.matching.Match;
import org.kakehashi.matching.Matches;
import org.kakehashi.needs.Need;
import org.kakehashi.needs.Needs;
import org.kakehashi.negotiation.CaseAccess;
import org.kakehashi.negotiation.CaseList;
import org.kakehashi.negotiation.process.CasePosition;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.registry.ResearchTools;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.Refusal;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of each seed and each need: what it says, what may fit it and why, and what has become of it. */
@PageController
class RecordPages {

    private static final PageRequest BEST = PageRequest.of(0, 20, Sort.by(Sort.Direction.DESC, "score", "number"));

    private static final int COMPANIES = 10;

    private final Seeds seeds;
    private final ResearchTools tools;
    private final Needs needs;
    private final Organisations organisations;
    private final Matches matches;
    private final CompanySearch companies;
    private final CaseList cases;
    private final CaseAccess access;
    private final CasePosition position;
    private final Journal journal;

    RecordPages(
            Seeds seeds,
            ResearchTools tools,
            Needs needs,
            Organisations organisations,
            Matches matches,
            CompanySearch companies,
            CaseList cases,
            CaseAccess access,
            CasePosition position,
            Journal journal) {
        this.seeds = seeds;
        this.tools = tools;
        this.needs = needs;
        this.organisations = organisations;
        this.matches = matches;
        this.companies = companies;
        this.cases = cases;
        this.access = access;
        this.position = position;
        this.journal = journal;
    }

    /** A match as the record at its one end sees it. */
    record Counterpart(Match match, String number, String title) {}

    @GetMapping("/records/{number}")
    String record(@PathVariable String number, Model model) {
        access.enter();
        CaseNumber of = CaseNumber.parse(number);
        String record = of.toString();
        switch (of.kind()) {
            case SEED -> show(seeds.numbered(record), model);
            case NEED -> show(needs.numbered(record), model);
            case CASE -> {
                return "redirect:/cases/" + record;
            }
            case CONTRACT -> {
                return "redirect:/contracts/" + record;
            }
            case TOOL_LICENCE -> {
                return "redirect:/tool-licences/" + record;
            }
            case CONSULTATION -> {
                return "redirect:/consultations/" + record;
            }
            default -> throw Refusal.notFound("There is no page for " + record + ".");
        }
        model.addAttribute("cases", cases.ofRecord(record));
        model.addAttribute("tasks", position.tasks(record));
        model.addAttribute("diagrams", position.diagrams(record));
        model.addAttribute("timeline", Readable.latestFirst(journal.of(record)));
        return "record";
    }

    private void show(Seed seed, Model model) {
        List<Match> found = matches.search(seed.number(), null, null, BEST).getContent();
        Map<String, String> titles = needs
                .findAllById(found.stream().map(Match::needNumber).toList())
                .stream()
                .collect(Collectors.toMap(Need::number, Need::title));
        model.addAttribute("record", RecordFile.of(seed, tools.of(seed.number())));
        if (seed.status() == Seed.Status.PUBLISHED) {
            model.addAttribute("companies", companies.companiesFor(seed.number(), COMPANIES));
        }
        model.addAttribute("matches", counterparts(found, titles));
        organisation(seed.organisationId(), model);
    }

    private void show(Need need, Model model) {
        List<Match> found = matches.search(need.number(), null, null, BEST).getContent();
        Map<String, String> titles = seeds
                .findAllById(found.stream().map(Match::seedNumber).toList())
                .stream()
                .collect(Collectors.toMap(Seed::number, Seed::title));
        model.addAttribute("record", RecordFile.of(need));
        model.addAttribute("matches", counterparts(found, titles));
        organisation(need.organisationId(), model);
    }

    private void organisation(UUID id, Model model) {
        organisations.findById(id).ifPresent(found -> model.addAttribute("organisation", found));
    }

    private static List<Counterpart> counterparts(List<Match> found, Map<String, String> titles) {
        return found.stream()
                .map(match -> {
                    String other = titles.containsKey(match.seedNumber()) ? match.seedNumber() : match.needNumber();
                    return new Counterpart(match, other, titles.getOrDefault(other, ""));
                })
                .toList();
    }
}
