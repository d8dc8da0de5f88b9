package org.kakehashi.documents.drafting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.kakehashi.shared.Refusal;

/** Drafts as Word files. */
public final class WordFile {

    private static final String LATIN = "Times New Roman";
    private static final String JAPANESE = "MS Mincho";

    private WordFile() {}

    public static byte[] write(Draft draft) {
        try (var word = new XWPFDocument();
                var file = new ByteArrayOutputStream()) {
            XWPFParagraph title = word.createParagraph();
            title.setAlignment(ParagraphAlignment.CENTER);
            title.setSpacingAfter(400);
            run(title, draft.title(), 16, true);
            for (Draft.Block block : draft.blocks()) {
                XWPFParagraph paragraph = word.createParagraph();
                paragraph.setSpacingBefore(block.heading() ? 240 : 0);
                paragraph.setSpacingAfter(120);
                paragraph.setKeepNext(block.heading());
                run(paragraph, block.text(), 11, block.heading());
            }
            word.write(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Refusal where the file cannot be read as Word */
    public static List<String> paragraphs(InputStream file) {
        try (var word = new XWPFDocument(file)) {
            return word.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .toList();
        } catch (IOException | POIXMLException e) {
            throw Refusal.invalid("The file cannot be read as Word: save it anew as .docx.");
        }
    }

    private static void run(XWPFParagraph paragraph, String text, int size, boolean bold) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(LATIN, XWPFRun.FontCharRange.ascii);
        run.setFontFamily(LATIN, XWPFRun.FontCharRange.hAnsi);
        run.setFontFamily(JAPANESE, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(size);
        run.setBold(bold);
        run.setText(text);
    }
}
