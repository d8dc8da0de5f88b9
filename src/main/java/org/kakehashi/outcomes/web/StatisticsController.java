package org.kakehashi.outcomes.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.outcomes.EarlierResults;
import org.kakehashi.outcomes.Facts;
import org.kakehashi.outcomes.Figure;
import org.kakehashi.outcomes.ProgrammeCosts;
import org.kakehashi.outcomes.Records;
import org.kakehashi.outcomes.Reports;
import org.kakehashi.outcomes.Reports.Report;
import org.kakehashi.outcomes.Selection;
import org.kakehashi.platform.web.Page;
import org.kakehashi.platform.web.Paging;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/statistics")
@Tag(name = "Outcomes")
class StatisticsController {

    private static final String CHOICE =
            "Narrowed by from and to (days), region, field (W8 or I3) and adviser, as on the"
                    + " pages; first and second are the two days that the report on parties compares.";

    private final Reports reports;
    private final Facts facts;
    private final FigurePrint print;
    private final ProgrammeCosts costs;
    private final EarlierResults earlier;

    StatisticsController(
            Reports reports, Facts facts, FigurePrint print, ProgrammeCosts costs, EarlierResults earlier) {
        this.reports = reports;
        this.facts = facts;
        this.print = print;
        this.costs = costs;
        this.earlier = earlier;
    }

    record SubjectResponse(String id, String title) {}

    record ReportResponse(
            String id, String title, String selection, List<FigureResponse> figures, List<String> countingRules) {

        static ReportResponse of(Report report) {
            return new ReportResponse(
                    report.subject().id(),
                    report.subject().english(),
                    report.selection().described(),
                    report.figures().stream().map(FigureResponse::of).toList(),
                    report.countingRules());
        }
    }

    record FigureResponse(String id, String title, String note, List<Figure.Column> columns, List<LineResponse> lines) {

        static FigureResponse of(Figure figure) {
            return new FigureResponse(
                    figure.id(),
                    figure.title(),
                    figure.note(),
                    figure.columns(),
                    figure.lines().stream()
                            .map(line -> LineResponse.of(figure, line))
                            .toList());
        }
    }

    /**
     * @param values by the columns' keys
     * @param behind addresses of the contracts or cases behind values, by the columns' keys
     */
    record LineResponse(Map<String, @Nullable Object> values, Map<String, String> behind, boolean beforeSystem) {

        static LineResponse of(Figure figure, Figure.Line line) {
            var values = new LinkedHashMap<String, @Nullable Object>();
            var behind = new LinkedHashMap<String, String>();
            IntStream.range(0, line.cells().size()).forEach(column -> {
                Figure.Cell cell = line.cells().get(column);
                String key = figure.columns().get(column).key();
                values.put(key, cell.value());
                if (cell.address() != null) {
                    behind.put(key, cell.address().replaceFirst("^/statistics/", "/api/v1/statistics/counted-"));
                }
            });
            return new LineResponse(values, behind, line.beforeSystem());
        }
    }

    record CostRequest(
            @NotNull @Schema(description = "In whole yen", example = "3700000000")
            BigDecimal costYen) {}

    record Taken(int lines) {}

    @GetMapping("/reports")
    @Operation(summary = "List the reports that you may open")
    List<SubjectResponse> list() {
        return reports.open().stream()
                .map(subject -> new SubjectResponse(subject.id(), subject.english()))
                .toList();
    }

    @GetMapping("/reports/{id}")
    @Operation(summary = "Read a report: the same figures as on its page", description = CHOICE)
    ReportResponse report(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam Map<String, String> choice,
            @RequestParam(required = false) @Nullable LocalDate first,
            @RequestParam(required = false) @Nullable LocalDate second) {
        return ReportResponse.of(reports.of(Reports.Subject.of(id), Selection.of(choice), first, second));
    }

    @GetMapping(path = "/reports/{id}/figures/{figure}/csv", produces = "text/csv")
    @Operation(summary = "Take a figure as CSV", description = CHOICE)
    ResponseEntity<byte[]> csv(
            @PathVariable String id,
            @PathVariable String figure,
            @Parameter(hidden = true) @RequestParam Map<String, String> choice,
            @RequestParam(required = false) @Nullable LocalDate first,
            @RequestParam(required = false) @Nullable LocalDate second) {
        Report report = reports.of(Reports.Subject.of(id), Selection.of(choice), first, second);
        return StatisticsPages.file(
                figure + ".csv", StatisticsPages.CSV, FigureFiles.csv(report, report.figure(figure)));
    }

    @GetMapping("/reports/{id}/xlsx")
    @Operation(summary = "Take a report as a spreadsheet", description = CHOICE)
    ResponseEntity<byte[]> xlsx(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam Map<String, String> choice,
            @RequestParam(required = false) @Nullable LocalDate first,
            @RequestParam(required = false) @Nullable LocalDate second) {
        return StatisticsPages.file(
                id + ".xlsx",
                StatisticsPages.XLSX,
                FigureFiles.xlsx(reports.of(Reports.Subject.of(id), Selection.of(choice), first, second)));
    }

    @GetMapping("/reports/{id}/pdf")
    @Operation(summary = "Take a report to print, with charts", description = CHOICE)
    ResponseEntity<byte[]> pdf(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam Map<String, String> choice,
            @RequestParam(required = false) @Nullable LocalDate first,
            @RequestParam(required = false) @Nullable LocalDate second) {
        return StatisticsPages.file(
                id + ".pdf",
                MediaType.APPLICATION_PDF,
                print.pdf(reports.of(Reports.Subject.of(id), Selection.of(choice), first, second)));
    }

    @GetMapping("/counted-contracts")
    @Operation(summary = "List the contracts behind a figure, as its report names them")
    Page<Facts.CountedContract> contracts(
            @Parameter(hidden = true) @RequestParam Map<String, String> choice, @ParameterObject @Valid Paging paging) {
        return behind(choice, paging, facts::contracts);
    }

    @GetMapping("/counted-cases")
    @Operation(summary = "List the cases behind a figure, as its report names them")
    Page<Facts.CountedCase> cases(
            @Parameter(hidden = true) @RequestParam Map<String, String> choice, @ParameterObject @Valid Paging paging) {
        return behind(choice, paging, facts::cases);
    }

    @GetMapping("/counted-tool-licences")
    @Operation(summary = "List the research-tool licences on standard terms behind a figure, as its report names them")
    Page<Facts.CountedTool> tools(
            @Parameter(hidden = true) @RequestParam Map<String, String> choice, @ParameterObject @Valid Paging paging) {
        return behind(choice, paging, facts::tools);
    }

    @GetMapping("/counted-records/{id}")
    @Operation(summary = "List the seeds, needs or pairs behind a figure, as its report names them")
    Page<Facts.CountedRecord> records(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam Map<String, String> choice,
            @ParameterObject @Valid Paging paging) {
        return behind(choice, paging, (selection, page) -> facts.records(Records.of(id), selection, page));
    }

    private <T> Page<T> behind(
            Map<String, String> choice,
            Paging paging,
            BiFunction<Selection, Pageable, org.springframework.data.domain.Page<T>> list) {
        Selection selection = Selection.of(choice);
        reports.enter(selection);
        return Page.of(list.apply(selection, paging.by(Sort.unsorted())), Function.identity());
    }

    @GetMapping("/costs")
    @Operation(summary = "Read what the programme cost by fiscal year, in yen")
    Map<Integer, BigDecimal> costs() {
        reports.of(Reports.Subject.IMPACT, Selection.all(), null, null);
        return costs.all();
    }

    @PutMapping("/costs/{year}")
    @Operation(summary = "Enter what the programme cost in a fiscal year; managers only")
    Map<Integer, BigDecimal> enter(@PathVariable int year, @Valid @RequestBody CostRequest cost) {
        costs.enter(year, cost.costYen());
        return costs.all();
    }

    @GetMapping("/earlier-results")
    @Operation(summary = "List the yearly results that were imported from before the system")
    List<EarlierResults.Result> earlierResults() {
        reports.enter(Selection.all());
        return earlier.all();
    }

    @PostMapping(path = "/earlier-results", consumes = "text/csv")
    @Operation(
            summary = "Import yearly results from before the system; managers only",
            description =
                    "CSV in UTF-8 with the columns fiscalYear, breakdown, category, contracts and, if known, impactYen"
                            + " and costYen. All lines are taken or none; a line takes the place of an earlier one of the same year,"
                            + " breakdown and category.")
    Taken take(@RequestBody byte[] csv) {
        return new Taken(earlier.take(StatisticsPages.text(csv)));
    }
}
