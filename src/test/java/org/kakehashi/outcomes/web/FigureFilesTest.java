package org.kakehashi.outcomes.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.kakehashi.outcomes.Figure;
import org.kakehashi.outcomes.Figure.Cell;
import org.kakehashi.outcomes.Figure.Column;
import org.kakehashi.outcomes.Figure.Line;
import org.kakehashi.outcomes.Figure.Unit;
import org.kakehashi.outcomes.Reports.Report;
import org.kakehashi.outcomes.Reports.Subject;
import org.kakehashi.outcomes.Selection;

class FigureFilesTest {

    private static final Figure FIGURE = new Figure(
            "by-adviser",
            "By adviser",
            "",
            Figure.Chart.BARS,
            List.of(
                    new Column("name", "Adviser", Unit.TEXT),
                    new Column("contracts", "Contracts", Unit.COUNT),
                    new Column("moved", "Moved", Unit.POINTS)),
            List.of(
                    Line.of(
                            Cell.of("=HYPERLINK(\"http://x\")"),
                            Cell.of(3L),
                            Cell.of(new java.math.BigDecimal("-1.2"))),
                    Line.of(Cell.of("@sum, \"佐藤\"\n+1"), Cell.of(null), Cell.of(null))));
    private static final Report REPORT =
            new Report(Subject.ADVISERS, Selection.all(), List.of(FIGURE), List.of("- A rule"));

    @Test
    void aSpreadsheetTakesNoTextForAFormulaAndNumbersStayNumbers() {
        assertThat(new String(FigureFiles.csv(REPORT, FIGURE), StandardCharsets.UTF_8))
                .isEqualTo("""
                \uFEFFAdviser,Contracts,Moved
                "'=HYPERLINK(""http://x"")",3,-1.2
                "'@sum, ""佐藤""
                +1",,

                By adviser
                Everything since the start
                '- A rule
                """.replace("\n", "\r\n").replace("佐藤\"\"\r\n", "佐藤\"\"\n"));
    }

    @Test
    void aWorkbookKeepsTextAsText() throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(FigureFiles.xlsx(REPORT)))) {
            var cell = book.getSheet("by-adviser").getRow(3).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).startsWith("=HYPERLINK");
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(book.getSheet("by-adviser").getRow(3).getCell(1).getNumericCellValue())
                    .isEqualTo(3);
        }
    }
}
