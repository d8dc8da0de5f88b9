package org.kakehashi.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kakehashi.portal.Classification;
import org.kakehashi.portal.Facet;
import org.kakehashi.portal.Found;
import org.kakehashi.portal.PublishedSeeds;
import org.kakehashi.portal.SeedQuery;
import org.kakehashi.portal.search.Highlights;
import org.kakehashi.portal.search.PortalIndex;
import org.kakehashi.portal.search.SeedSearch;
import org.kakehashi.registry.Seed;
import org.kakehashi.shared.InpitField;
import org.kakehashi.shared.TechnologyField;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The public pages: home, results, browsing by field and by class, what the programme is. */
@Controller
@RequestMapping(Links.HOME)
class SearchPages {

    private static final Logger LOG = LoggerFactory.getLogger(SearchPages.class);
    private static final int NEWEST = 6;
    private static final int NEIGHBOURS = 2;

    private final SeedSearch search;
    private final PortalIndex index;
    private final PublishedSeeds seeds;
    private final Wording wording;
    private final Classification classification;

    SearchPages(
            SeedSearch search,
            PortalIndex index,
            PublishedSeeds seeds,
            Wording wording,
            Classification classification) {
        this.search = search;
        this.index = index;
        this.seeds = seeds;
        this.wording = wording;
        this.classification = classification;
    }

    @GetMapping
    ModelAndView home(Locale language) {
        var page = new ModelAndView("portal/home")
                .addObject("at", "home")
                .addObject("newest", cards(seeds.latest(language.getLanguage(), NEWEST), "", language))
                .addObject("total", seeds.count());
        return withFields(page, language);
    }

    @GetMapping("/search")
    ModelAndView results(
            @ModelAttribute(name = "links", binding = false) Links links, HttpServletRequest request, Locale language) {
        SeedQuery query = SeedQuery.of(request.getParameterMap());
        Optional<Found> answer = find(query);
        if (answer.isEmpty()) {
            return listing(query, language);
        }
        Found found = answer.get();
        return new ModelAndView("portal/results")
                .addObject("at", "search")
                .addObject("query", query)
                .addObject("found", found)
                .addObject("cards", cards(seeds.numbered(found.numbers()), query.text(), language))
                .addObject("facets", FacetView.of(query, found, links, wording, language))
                .addObject("chips", chips(query, links, language))
                .addObject("orders", SeedQuery.Order.values())
                .addObject("pages", neighbours(query.page(), found.pages()));
    }

    /** Everything that is published, without the index. */
    private ModelAndView listing(SeedQuery query, Locale language) {
        long total = seeds.count();
        int pages = (int) Math.max(1, (total + SeedQuery.PAGE - 1) / SeedQuery.PAGE);
        return new ModelAndView("portal/listing")
                .addObject("at", "search")
                .addObject("query", query)
                .addObject("total", total)
                .addObject("cards", cards(seeds.latest(query.page(), SeedQuery.PAGE), "", language))
                .addObject("pages", neighbours(query.page(), pages));
    }

    @GetMapping("/fields")
    ModelAndView fields(Locale language) {
        return withFields(new ModelAndView("portal/fields").addObject("at", "fields"), language);
    }

    @GetMapping({"/ipc", "/ipc/{address}"})
    ModelAndView classes(@PathVariable(required = false) Optional<String> address, Locale language) {
        String symbol = address.map(each -> each.replace('-', ' ')).orElse("");
        if (!symbol.isEmpty()
                && !SeedQuery.of(Map.of(Facet.IPC.parameter(), new String[] {symbol}))
                        .narrowed()) {
            return missing();
        }
        SeedQuery query = symbol.isEmpty()
                ? SeedQuery.everything()
                : SeedQuery.everything().only(Facet.IPC, symbol);
        Map<String, Long> counts =
                find(query).map(found -> found.counts().get(Facet.IPC)).orElse(Map.of());
        List<Row> rows = counts.entrySet().stream()
                .filter(each -> Classification.parent(each.getKey()).equals(symbol))
                .map(each -> row(Facet.IPC, each.getKey(), each.getValue(), language))
                .sorted(Comparator.comparing(Row::value))
                .toList();
        return new ModelAndView("portal/ipc")
                .addObject("at", "ipc")
                .addObject("symbol", symbol)
                .addObject(
                        "path",
                        (symbol.isEmpty() ? Stream.<String>empty() : Classification.path(symbol).stream())
                                .map(each -> row(Facet.IPC, each, counts.getOrDefault(each, 0L), language))
                                .toList())
                .addObject("rows", rows);
    }

    @GetMapping("/about")
    ModelAndView about() {
        return new ModelAndView("portal/about").addObject("at", "about");
    }

    @GetMapping("/**")
    ModelAndView missing() {
        return new ModelAndView("portal/missing", HttpStatus.NOT_FOUND);
    }

    /** A line to browse by. */
    record Row(String value, String name, long count) {}

    /** A value that narrows the list, and where it no longer does. */
    record Chip(String facet, String value, String address) {}

    /** A sector with its fields. */
    record SectorRows(Row sector, List<Row> fields) {}

    private ModelAndView withFields(ModelAndView page, Locale language) {
        Map<Facet, Map<String, Long>> counts =
                find(SeedQuery.everything()).map(Found::counts).orElse(Map.of());
        return page.addObject(
                        "technicalFields",
                        Arrays.stream(InpitField.values())
                                .map(field -> row(Facet.TECHNICAL_FIELD, field.name(), counts, language))
                                .toList())
                .addObject(
                        "sectors",
                        Arrays.stream(TechnologyField.Sector.values())
                                .map(sector -> new SectorRows(
                                        row(Facet.SECTOR, sector.name(), counts, language),
                                        Arrays.stream(TechnologyField.values())
                                                .filter(field -> field.sector() == sector)
                                                .map(field -> row(Facet.FIELD, field.name(), counts, language))
                                                .toList()))
                                .toList())
                .addObject(
                        "sections",
                        classification.sections().stream()
                                .map(section -> row(Facet.IPC, section, counts, language))
                                .toList());
    }

    private Row row(Facet facet, String value, Map<Facet, Map<String, Long>> counts, Locale language) {
        return row(facet, value, counts.getOrDefault(facet, Map.of()).getOrDefault(value, 0L), language);
    }

    private Row row(Facet facet, String value, long count, Locale language) {
        return new Row(value, wording.of(facet, value, language), count);
    }

    private List<Chip> chips(SeedQuery query, Links links, Locale language) {
        return query.chosen().entrySet().stream()
                .flatMap(each -> each.getValue().stream()
                        .map(value -> new Chip(
                                wording.of(each.getKey(), language),
                                wording.of(each.getKey(), value, language),
                                links.search(query.toggle(each.getKey(), value)))))
                .toList();
    }

    private List<Card> cards(List<Seed> found, String words, Locale language) {
        Highlights highlights = Highlights.of(words);
        return found.stream().map(seed -> Card.of(seed, highlights, language)).toList();
    }

    /** No index is worth a page: without it the list comes from the database. */
    private Optional<Found> find(SeedQuery query) {
        if (!index.isWhole()) {
            return Optional.empty();
        }
        try {
            return Optional.of(search.find(query)).filter(found -> found.total() > 0 || index.stands());
        } catch (RuntimeException e) {
            LOG.warn("The search index does not answer: {}", e.toString());
            return Optional.empty();
        }
    }

    /** The first, the last, and those around this one. */
    static List<Integer> neighbours(int page, int pages) {
        return Stream.concat(
                        Stream.of(1, pages),
                        Stream.iterate(page - NEIGHBOURS, each -> each <= page + NEIGHBOURS, each -> each + 1))
                .filter(each -> each >= 1 && each <= pages)
                .distinct()
                .sorted()
                .toList();
    }
}
