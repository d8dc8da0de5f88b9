package org.kakehashi.outcomes.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.kakehashi.outcomes.Figure;
import org.kakehashi.outcomes.Reports.Report;

/** Reports as files for spreadsheets. Text that a spreadsheet would take for a formula is marked as text. */
final class FigureFiles {

    private static final String FORMULA = "^[=+\\-@\t\r].*";

    private FigureFiles() {}

    /** UTF-8 with a byte order mark; the choice and the counting rules stand below the lines. */
    static byte[] csv(Report report, Figure figure) {
        var text = new StringBuilder("\uFEFF");
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(figure.columns().stream().map(Figure.Column::name).toList());
            for (Figure.Line line : figure.lines()) {
                csv.printRecord(line.cells().stream()
                        .map(cell -> cell.value() instanceof String words ? harmless(words) : cell.value())
                        .toList());
            }
            csv.println();
            csv.printRecord(harmless(figure.title()));
            csv.printRecord(harmless(report.selection().described()));
            if (!figure.note().isEmpty()) {
                csv.printRecord(harmless(figure.note()));
            }
            for (String rule : report.countingRules()) {
                csv.printRecord(harmless(rule));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String harmless(String text) {
        return text.matches("(?s)" + FORMULA) ? "'" + text : text;
    }

    /** A sheet for each figure, the last one with the counting rules. */
    static byte[] xlsx(Report report) {
        try (var book = new XSSFWorkbook();
                var file = new ByteArrayOutputStream()) {
            var styles = new Styles(book);
            for (Figure figure : report.figures()) {
                sheet(book.createSheet(WorkbookUtil.createSafeSheetName(figure.id())), figure, styles);
            }
            Sheet rules = book.createSheet("counting-rules");
            rules.setColumnWidth(0, 120 * 256);
            var words = new java.util.ArrayList<>(
                    List.of(report.subject().english(), report.selection().described()));
            words.addAll(report.countingRules());
            for (String rule : words) {
                Cell cell = rules.createRow(rules.getPhysicalNumberOfRows()).createCell(0);
                cell.setCellValue(rule);
                cell.setCellStyle(styles.wrapped);
            }
            book.write(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sheet(Sheet sheet, Figure figure, Styles styles) {
        Row title = sheet.createRow(0);
        title.createCell(0).setCellValue(figure.title());
        title.getCell(0).setCellStyle(styles.bold);
        sheet.createRow(1).createCell(0).setCellValue(figure.note());
        Row head = sheet.createRow(2);
        for (int column = 0; column < figure.columns().size(); column++) {
            Cell cell = head.createCell(column);
            cell.setCellValue(figure.columns().get(column).name());
            cell.setCellStyle(styles.bold);
            sheet.setColumnWidth(column, (column == 0 ? 34 : 16) * 256);
        }
        for (Figure.Line line : figure.lines()) {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int column = 0; column < line.cells().size(); column++) {
                Cell cell = row.createCell(column);
                Object value = line.cells().get(column).value();
                if (value instanceof Number number) {
                    cell.setCellValue(number.doubleValue());
                    cell.setCellStyle(styles.of(figure.columns().get(column).unit()));
                } else if (value != null) {
                    cell.setCellValue(value.toString());
                    cell.setCellStyle(styles.text);
                }
            }
        }
        sheet.createFreezePane(1, 3);
    }

    private static final class Styles {

        private final CellStyle bold;
        private final CellStyle text;
        private final CellStyle wrapped;
        private final CellStyle whole;
        private final CellStyle decimal;

        Styles(Workbook book) {
            bold = book.createCellStyle();
            Font heavy = book.createFont();
            heavy.setBold(true);
            bold.setFont(heavy);
            text = book.createCellStyle();
            text.setQuotePrefixed(true);
            wrapped = book.createCellStyle();
            wrapped.setWrapText(true);
            whole = book.createCellStyle();
            whole.setDataFormat(book.createDataFormat().getFormat("#,##0"));
            decimal = book.createCellStyle();
            decimal.setDataFormat(book.createDataFormat().getFormat("#,##0.0"));
        }

        CellStyle of(Figure.Unit unit) {
            return unit == Figure.Unit.COUNT || unit == Figure.Unit.YEN ? whole : decimal;
        }
    }
}
