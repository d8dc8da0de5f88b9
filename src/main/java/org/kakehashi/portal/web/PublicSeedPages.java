package org.kakehashi.portal.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.kakehashi.directory.Organisation;
import org.kakehashi.portal.Facet;
import org.kakehashi.portal.PublishedSeeds;
import org.kakehashi.portal.search.Highlights;
import org.kakehashi.portal.search.SeedSearch;
import org.kakehashi.registry.ResearchTool;
import org.kakehashi.registry.ResearchTools;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.SeedFile;
import org.kakehashi.registry.SeedFiles;
import org.kakehashi.shared.IpcSymbol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of each published record, with everything of it that is public. */
@Controller
@RequestMapping(Links.HOME + "/seeds")
class PublicSeedPages {

    private static final Logger LOG = LoggerFactory.getLogger(PublicSeedPages.class);
    private static final int SIMILAR = 4;

    private final PublishedSeeds seeds;
    private final ResearchTools tools;
    private final SeedFiles files;
    private final SeedSearch search;
    private final Wording wording;

    PublicSeedPages(PublishedSeeds seeds, ResearchTools tools, SeedFiles files, SeedSearch search, Wording wording) {
        this.seeds = seeds;
        this.tools = tools;
        this.files = files;
        this.search = search;
        this.wording = wording;
    }

    /**
     * A class of the record with what it is called.
     *
     * @param symbol whole, down to its subgroup
     * @param browse the symbol that the pages of classes know
     */
    record ClassRow(String symbol, String browse, String name) {}

    @GetMapping("/{number}")
    ModelAndView record(@PathVariable String number, Locale language) {
        return seeds.numbered(number)
                .map(seed -> record(seed, language))
                .orElseGet(() -> new ModelAndView("portal/missing", HttpStatus.NOT_FOUND));
    }

    /** A picture is shown in the page, anything else is handed out to be kept: no browser runs what a registrant sent. */
    @GetMapping("/{number}/files/{position}")
    ResponseEntity<byte[]> file(@PathVariable String number, @PathVariable int position) {
        return seeds.numbered(number)
                .flatMap(seed -> files.publicOnes(seed).stream()
                        .filter(file -> file.position() == position)
                        .findFirst())
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(file.type().mediaType()))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                (file.isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment())
                                        .filename(file.name(), StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .header("X-Content-Type-Options", "nosniff")
                        .body(files.content(file)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private ModelAndView record(Seed seed, Locale language) {
        Seed.PublicView shown = seed.publicView();
        SeedContent content = shown.content();
        var page = new ModelAndView("portal/record")
                .addObject("shown", shown)
                .addObject("content", content)
                .addObject("similar", similar(seed, language));
        if (content != null) {
            List<SeedFile> publicFiles = files.publicOnes(seed);
            page.addObject(
                            "tool",
                            tools.publicOf(seed).map(ResearchTool::content).orElse(null))
                    .addObject(
                            "pictures",
                            publicFiles.stream().filter(SeedFile::isPicture).toList())
                    .addObject(
                            "attachments",
                            publicFiles.stream()
                                    .filter(file -> !file.isPicture())
                                    .toList())
                    .addObject("registrant", seeds.registrant(seed).orElse(null))
                    .addObject(
                            "registrantType",
                            seeds.registrant(seed)
                                    .map(Organisation::type)
                                    .map(type -> wording.of(Facet.REGISTRANT, type.name(), language))
                                    .orElse(""))
                    .addObject(
                            "place",
                            seed.prefecture() == null
                                    ? ""
                                    : wording.of(
                                            Facet.PREFECTURE, seed.prefecture().code(), language))
                    .addObject("classes", classes(content.patent().ipc(), language))
                    .addObject(
                            "fields",
                            seed.technologyFields().stream()
                                    .sorted()
                                    .map(field -> wording.of(Facet.FIELD, field.name(), language))
                                    .toList())
                    .addObject(
                            "technicalFields",
                            content.topics().fields().stream()
                                    .map(said -> wording.of(Facet.TECHNICAL_FIELD, said, language))
                                    .toList())
                    .addObject(
                            "functions",
                            content.topics().functions().stream()
                                    .map(said -> wording.of(Facet.FUNCTION, said, language))
                                    .toList())
                    .addObject(
                            "kind",
                            content.licence().kind() == null
                                    ? ""
                                    : wording.of(
                                            Facet.KIND, content.licence().kind().name(), language));
        }
        return page;
    }

    private List<ClassRow> classes(List<String> ipc, Locale language) {
        return ipc.stream()
                .map(symbol -> {
                    IpcSymbol parsed = IpcSymbol.parse(symbol);
                    String subclass = parsed.subclass();
                    String named = wording.of(Facet.IPC, subclass, language);
                    String name =
                            named.equals(subclass) ? wording.of(Facet.IPC, parsed.classSymbol(), language) : named;
                    return new ClassRow(
                            symbol,
                            parsed.mainGroup()
                                    .map(group -> subclass + " " + group)
                                    .orElse(subclass),
                            name.substring(name.indexOf(' ') + 1));
                })
                .toList();
    }

    /** None where the index does not answer: the record is worth its page without them. */
    private List<Card> similar(Seed seed, Locale language) {
        try {
            Highlights none = Highlights.of("");
            return seeds.numbered(search.similar(seed, SIMILAR)).stream()
                    .map(each -> Card.of(each, none, language))
                    .toList();
        } catch (RuntimeException e) {
            LOG.warn("The search index does not answer: {}", e.toString());
            return List.of();
        }
    }
}
