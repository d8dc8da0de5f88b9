package org.kakehashi.outcomes.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.outcomes.EarlierResults;
import org.kakehashi.outcomes.Facts;
import org.kakehashi.outcomes.FiscalYear;
import org.kakehashi.outcomes.ProgrammeCosts;
import org.kakehashi.outcomes.Records;
import org.kakehashi.outcomes.Reports;
import org.kakehashi.outcomes.Reports.Report;
import org.kakehashi.outcomes.Selection;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.shared.InpitField;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.TechnologyField;
import org.springframework.data.domain.PageRequest;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The reports as pages and files, what stands behind each figure, and what managers enter for them. */
@PageController
@RequestMapping("/statistics")
class StatisticsPages {

    static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int PAGE = 50;

    private final Reports reports;
    private final Facts facts;
    private final FigurePrint print;
    private final ProgrammeCosts costs;
    private final EarlierResults earlier;
    private final CurrentUser user;
    private final Clock clock;

    StatisticsPages(
            Reports reports,
            Facts facts,
            FigurePrint print,
            ProgrammeCosts costs,
            EarlierResults earlier,
            CurrentUser user,
            Clock clock) {
        this.reports = reports;
        this.facts = facts;
        this.print = print;
        this.costs = costs;
        this.earlier = earlier;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping
    String first() {
        return "redirect:/statistics/reports/" + Reports.Subject.CONTRACTS.id();
    }

    @GetMapping("/reports/{id}")
    String report(
            @PathVariable String id,
            @RequestParam Map<String, String> choice,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate first,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate second,
            Model model) {
        Report report = reports.of(Reports.Subject.of(id), Selection.of(choice), first, second);
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("report", report);
        model.addAttribute("subjects", reports.open());
        model.addAttribute("selection", report.selection());
        model.addAttribute("query", report.selection().query());
        model.addAttribute("taken", taken(report.selection(), first, second));
        model.addAttribute("first", first == null ? today.minusYears(1) : first);
        model.addAttribute("second", second == null ? today : second);
        model.addAttribute("regions", Prefecture.Region.values());
        model.addAttribute("inpitFields", InpitField.values());
        model.addAttribute("wipoFields", TechnologyField.values());
        model.addAttribute("advisers", reports.advisersToChoose());
        model.addAttribute("thisYear", FiscalYear.first(FiscalYear.of(today)));
        model.addAttribute("lastYear", FiscalYear.first(FiscalYear.of(today) - 1));
        model.addAttribute("endOfLastYear", FiscalYear.last(FiscalYear.of(today) - 1));
        model.addAttribute("keepsSources", user.belongsToOneOf(Roles.MANAGERS));
        return "statistics";
    }

    /** The choice with which files are taken along, the days of a comparison among it. */
    private static String taken(Selection selection, @Nullable LocalDate first, @Nullable LocalDate second) {
        var address = UriComponentsBuilder.fromUriString(selection.query());
        Optional.ofNullable(first).ifPresent(day -> address.queryParam("first", day));
        Optional.ofNullable(second).ifPresent(day -> address.queryParam("second", day));
        return address.build().toUriString();
    }

    @GetMapping("/reports/{id}/figures/{figure}/csv")
    ResponseEntity<byte[]> csv(
            @PathVariable String id,
            @PathVariable String figure,
            @RequestParam Map<String, String> choice,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate first,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate second) {
        Report report = reports.of(Reports.Subject.of(id), Selection.of(choice), first, second);
        return file(figure + ".csv", CSV, FigureFiles.csv(report, report.figure(figure)));
    }

    @GetMapping("/reports/{id}/xlsx")
    ResponseEntity<byte[]> xlsx(
            @PathVariable String id,
            @RequestParam Map<String, String> choice,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate first,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate second) {
        return file(
                id + ".xlsx",
                XLSX,
                FigureFiles.xlsx(reports.of(Reports.Subject.of(id), Selection.of(choice), first, second)));
    }

    @GetMapping("/reports/{id}/pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String id,
            @RequestParam Map<String, String> choice,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate first,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate second) {
        return file(
                id + ".pdf",
                MediaType.APPLICATION_PDF,
                print.pdf(reports.of(Reports.Subject.of(id), Selection.of(choice), first, second)));
    }

    static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }

    @GetMapping("/contracts")
    String contracts(
            @RequestParam Map<String, String> choice, @RequestParam(defaultValue = "0") int page, Model model) {
        Selection selection = entered(choice, model);
        model.addAttribute("found", facts.contracts(selection, PageRequest.of(Math.max(0, page), PAGE)));
        model.addAttribute("kinds", LicenceKind.values());
        return "statistics-contracts";
    }

    @GetMapping("/cases")
    String cases(@RequestParam Map<String, String> choice, @RequestParam(defaultValue = "0") int page, Model model) {
        Selection selection = entered(choice, model);
        model.addAttribute("found", facts.cases(selection, PageRequest.of(Math.max(0, page), PAGE)));
        model.addAttribute("outcomes", OutcomeCode.values());
        return "statistics-cases";
    }

    @GetMapping("/tool-licences")
    String tools(@RequestParam Map<String, String> choice, @RequestParam(defaultValue = "0") int page, Model model) {
        Selection selection = entered(choice, model);
        model.addAttribute("found", facts.tools(selection, PageRequest.of(Math.max(0, page), PAGE)));
        return "statistics-tools";
    }

    @GetMapping("/records/{id}")
    String records(
            @PathVariable String id,
            @RequestParam Map<String, String> choice,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Selection selection = entered(choice, model);
        model.addAttribute("records", Records.of(id));
        model.addAttribute("found", facts.records(Records.of(id), selection, PageRequest.of(Math.max(0, page), PAGE)));
        return "statistics-records";
    }

    private Selection entered(Map<String, String> choice, Model model) {
        Selection selection = Selection.of(choice);
        reports.enter(selection);
        model.addAttribute("selection", selection);
        return selection;
    }

    @GetMapping("/sources")
    String sources(Model model) {
        if (!user.belongsToOneOf(Roles.MANAGERS)) {
            throw Refusal.forbidden("Managers enter costs and results from before the system.");
        }
        model.addAttribute("costs", costs.all());
        model.addAttribute("results", earlier.all());
        model.addAttribute("year", FiscalYear.of(LocalDate.now(clock)) - 1);
        return "statistics-sources";
    }

    @PostMapping("/sources/costs")
    String enterCost(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String yen,
            RedirectAttributes next) {
        try {
            costs.enter(
                    Integer.parseInt(year.strip()),
                    new BigDecimal(yen.replace(",", "").strip()));
            next.addFlashAttribute("said", "The cost of FY" + year.strip() + " is entered.");
        } catch (NumberFormatException e) {
            next.addFlashAttribute("refused", List.of("Give the year and the cost in whole yen, in digits."));
        } catch (Refusal e) {
            next.addFlashAttribute("refused", e.reasons());
        }
        return "redirect:/statistics/sources";
    }

    @PostMapping("/sources/earlier-results")
    String take(@RequestParam MultipartFile file, RedirectAttributes next) throws IOException {
        try {
            int taken = earlier.take(text(file.getBytes()));
            next.addFlashAttribute("said", taken + " lines of earlier results are taken over.");
        } catch (Refusal e) {
            next.addFlashAttribute("refused", e.reasons());
        }
        return "redirect:/statistics/sources";
    }

    static String text(byte[] csv) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(csv))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.invalid("The file is not written in UTF-8: save it as \"CSV UTF-8\".");
        }
    }
}
