package org.kakehashi.outcomes.web;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.StandardChartTheme;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;
import org.kakehashi.documents.drafting.PdfFile;
import org.kakehashi.outcomes.Figure;
import org.kakehashi.outcomes.Reports.Report;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reports to print: each figure with its chart and table, the counting rules at the foot. */
@Component
class FigurePrint {

    private static final float MARGIN = 42;
    private static final int WIDEST = 14;
    private static final int MOST_BARS = 47;
    private static final float SMALL = 5;
    private static final Color BRAND = new Color(0x14, 0x53, 0x2d);
    private static final Color LINE = new Color(0xd9, 0xe2, 0xec);

    /** Okabe and Ito's colours, which people with any colour vision tell apart. */
    private static final List<Color> COLOURS = List.of(
            new Color(0x00, 0x72, 0xb2),
            new Color(0xe6, 0x9f, 0x00),
            new Color(0x00, 0x9e, 0x73),
            new Color(0xcc, 0x79, 0xa7),
            new Color(0x56, 0xb4, 0xe9));

    private static final List<Color> SHADES = List.of(
            Color.WHITE,
            new Color(0xe3, 0xee, 0xf6),
            new Color(0xbc, 0xd8, 0xea),
            new Color(0x86, 0xb8, 0xd8),
            new Color(0x3f, 0x8f, 0xc2),
            new Color(0x00, 0x72, 0xb2));

    private final FigureWords words;
    private final Path font;
    private final Clock clock;

    FigurePrint(FigureWords words, @Value("${kakehashi.documents.font}") Path font, Clock clock) {
        this.words = words;
        this.font = font;
        this.clock = clock;
    }

    byte[] pdf(Report report) {
        try (var file = new ByteArrayOutputStream()) {
            BaseFont letters = PdfFile.letters(font);
            var pdf = new Document(PageSize.A4.rotate(), MARGIN, MARGIN, MARGIN, MARGIN);
            PdfWriter writer = PdfWriter.getInstance(pdf, file);
            writer.setStrictImageSequence(true);
            writer.setPageEvent(new PageNumbers(letters));
            pdf.addTitle(report.subject().english());
            pdf.open();
            pdf.add(new Paragraph(
                    "Kakehashi: " + report.subject().english(), new Font(letters, 18, Font.NORMAL, BRAND)));
            pdf.add(new Paragraph(
                    report.selection().described() + ". As of " + LocalDate.now(clock) + ".", new Font(letters, 10)));
            for (Figure figure : report.figures()) {
                add(pdf, writer, figure, letters);
            }
            var heading = new Paragraph("How this is counted", new Font(letters, 12, Font.NORMAL, BRAND));
            heading.setSpacingBefore(14);
            pdf.add(heading);
            int number = 1;
            for (String rule : report.countingRules()) {
                pdf.add(new Paragraph(12, number++ + ". " + rule, new Font(letters, 9)));
            }
            pdf.close();
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Document pdf, PdfWriter writer, Figure figure, BaseFont letters) {
        var title = new Paragraph(figure.title(), new Font(letters, 13, Font.NORMAL, BRAND));
        title.setSpacingBefore(16);
        title.setSpacingAfter(4);
        title.setKeepTogether(true);
        pdf.add(title);
        if (!figure.note().isEmpty()) {
            pdf.add(new Paragraph(figure.note(), new Font(letters, 9)));
        }
        if (figure.lines().isEmpty()) {
            pdf.add(new Paragraph("Nothing to count.", new Font(letters, 10)));
            return;
        }
        if (figure.chart() != Figure.Chart.FLOWS) {
            pdf.add(chart(writer, figure));
        }
        pdf.add(figure.columns().size() > WIDEST ? flows(figure, letters) : table(figure, letters));
    }

    private PdfPTable table(Figure figure, BaseFont letters) {
        PdfPTable table = empty(figure, 2.2f);
        begin(table, figure.columns().stream().map(Figure.Column::name).toList(), letters);
        for (Figure.Line line : figure.lines()) {
            for (int column = 0; column < line.cells().size(); column++) {
                String text = words.text(
                        line.cells().get(column), figure.columns().get(column).unit());
                boolean marked = column == 0 && line.beforeSystem();
                cell(table, marked ? text + " *" : text, column > 0, letters);
            }
        }
        return table;
    }

    /** All flows on one page, the greater the darker, with the prefectures upright above their columns. */
    private PdfPTable flows(Figure figure, BaseFont letters) {
        PdfPTable table = empty(figure, 3);
        table.setKeepTogether(true);
        var small = new Font(letters, SMALL);
        for (Figure.Column column : figure.columns()) {
            PdfPCell head = flow(column.name(), small, Element.ALIGN_LEFT, Color.WHITE);
            head.setRotation(90);
            table.addCell(head);
        }
        long highest = words.highest(figure);
        for (Figure.Line line : figure.lines()) {
            for (Figure.Cell cell : line.cells()) {
                boolean name = cell == line.cells().get(0);
                int shade = words.shade(cell, highest);
                Color ink = name ? Color.BLACK : shade == 0 ? Color.GRAY : shade > 3 ? Color.WHITE : Color.BLACK;
                table.addCell(flow(
                        words.text(cell, name ? Figure.Unit.TEXT : Figure.Unit.COUNT),
                        new Font(letters, SMALL, Font.NORMAL, ink),
                        name ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT,
                        SHADES.get(shade)));
            }
        }
        return table;
    }

    private static PdfPCell flow(String text, Font font, int alignment, Color ground) {
        var cell = new PdfPCell(new Phrase(SMALL + 1, text, font));
        cell.setHorizontalAlignment(alignment);
        cell.setPadding(1.2f);
        cell.setNoWrap(true);
        cell.setBorderColor(LINE);
        cell.setBackgroundColor(ground);
        return cell;
    }

    /** As wide as the page, the first column so many times as wide as each other. */
    private static PdfPTable empty(Figure figure, float first) {
        var table = new PdfPTable(figure.columns().size());
        float[] widths = new float[figure.columns().size()];
        Arrays.fill(widths, 1);
        widths[0] = first;
        table.setWidths(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(6);
        table.setHeaderRows(1);
        return table;
    }

    private static void begin(PdfPTable table, List<String> names, BaseFont letters) {
        for (int column = 0; column < names.size(); column++) {
            var head = new PdfPCell(new Phrase(names.get(column), new Font(letters, 8, Font.NORMAL, Color.DARK_GRAY)));
            head.setHorizontalAlignment(column == 0 ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
            head.setBorderColor(LINE);
            head.setBorder(PdfPCell.BOTTOM);
            table.addCell(head);
        }
    }

    private static void cell(PdfPTable table, String text, boolean number, BaseFont letters) {
        var cell = new PdfPCell(new Phrase(text, new Font(letters, 8)));
        cell.setHorizontalAlignment(number ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        cell.setBorderColor(LINE);
        cell.setBorder(PdfPCell.BOTTOM);
        table.addCell(cell);
    }

    private Image chart(PdfWriter writer, Figure figure) {
        boolean lying = figure.chart() != Figure.Chart.YEARS;
        int bars = Math.min(figure.lines().size(), MOST_BARS);
        float width = PageSize.A4.getHeight() - 2 * MARGIN;
        float height = lying ? Math.max(120, Math.min(440, 50 + 16f * bars)) : 220;
        PdfTemplate picture = writer.getDirectContent().createTemplate(width, height);
        Graphics2D canvas = picture.createGraphicsShapes(width, height);
        drawn(figure, lying).draw(canvas, new Rectangle2D.Float(0, 0, width, height));
        canvas.dispose();
        Image image = Image.getInstance(picture);
        image.setSpacingBefore(6);
        return image;
    }

    private JFreeChart drawn(Figure figure, boolean lying) {
        List<Integer> columns = columns(figure);
        var values = new DefaultCategoryDataset();
        figure.lines().stream()
                .limit(MOST_BARS)
                .forEach(line -> columns.forEach(column -> values.addValue(
                        (Number) line.cells().get(column).value(),
                        figure.columns().get(column).name(),
                        String.valueOf(line.cells().get(0).value()))));
        boolean stacked = figure.chart() == Figure.Chart.SHARES;
        PlotOrientation orientation = lying ? PlotOrientation.HORIZONTAL : PlotOrientation.VERTICAL;
        JFreeChart chart = stacked && !figure.id().endsWith("moved")
                ? ChartFactory.createStackedBarChart(null, null, null, values, orientation, true, false, false)
                : ChartFactory.createBarChart(null, null, null, values, orientation, columns.size() > 1, false, false);
        theme().apply(chart);
        var plot = (CategoryPlot) chart.getPlot();
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(LINE);
        plot.setOutlineVisible(false);
        ((NumberAxis) plot.getRangeAxis())
                .setNumberFormatOverride(java.text.NumberFormat.getIntegerInstance(java.util.Locale.ROOT));
        var renderer = (BarRenderer) plot.getRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setMaximumBarWidth(0.08);
        for (int series = 0; series < columns.size(); series++) {
            renderer.setSeriesPaint(series, COLOURS.get(series % COLOURS.size()));
        }
        if (!lying && figure.lines().size() > 12) {
            plot.getDomainAxis().setCategoryLabelPositions(org.jfree.chart.axis.CategoryLabelPositions.UP_90);
        }
        return chart;
    }

    private static List<Integer> columns(Figure figure) {
        if (figure.chart() != Figure.Chart.SHARES) {
            return List.of(1);
        }
        var shares = new ArrayList<Integer>();
        for (int column = 1; column < figure.columns().size(); column++) {
            if (figure.columns().get(column).unit() == Figure.Unit.PERCENT) {
                shares.add(column);
            }
        }
        return shares;
    }

    private StandardChartTheme theme() {
        java.awt.Font small = awtFont().deriveFont(9f);
        var theme = new StandardChartTheme("Kakehashi");
        theme.setExtraLargeFont(small);
        theme.setLargeFont(small);
        theme.setRegularFont(small);
        theme.setSmallFont(small);
        return theme;
    }

    private java.awt.Font awtFont() {
        try {
            return Files.isReadable(font)
                    ? java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, font.toFile())
                    : new java.awt.Font(java.awt.Font.SANS_SERIF, java.awt.Font.PLAIN, 9);
        } catch (FontFormatException e) {
            return new java.awt.Font(java.awt.Font.SANS_SERIF, java.awt.Font.PLAIN, 9);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class PageNumbers extends PdfPageEventHelper {

        private final BaseFont letters;

        PageNumbers(BaseFont letters) {
            this.letters = letters;
        }

        @Override
        public void onEndPage(PdfWriter writer, Document pdf) {
            PdfContentByte page = writer.getDirectContent();
            ColumnText.showTextAligned(
                    page,
                    Element.ALIGN_RIGHT,
                    new Phrase(String.valueOf(writer.getPageNumber()), new Font(letters, 8)),
                    pdf.right(),
                    pdf.bottom() - 18,
                    0);
        }
    }
}
