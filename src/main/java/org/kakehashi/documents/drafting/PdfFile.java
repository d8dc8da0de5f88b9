package org.kakehashi.documents.drafting;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kakehashi.shared.Refusal;

/** Contracts as PDF for signature, with their font embedded where there is one. */
public final class PdfFile {

    private static final float MARGIN = 64;
    private static final Charset LATIN = Charset.forName("windows-1252");

    private PdfFile() {}

    /**
     * @param paragraphs the title first
     * @param font the file of a font with Japanese letters
     * @throws Refusal where the text needs the font and it is not there
     */
    public static byte[] write(List<String> paragraphs, Path font) {
        try (var file = new ByteArrayOutputStream()) {
            BaseFont letters = letters(paragraphs, font);
            var pdf = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
            PdfWriter.getInstance(pdf, file);
            pdf.open();
            var title = new Paragraph(paragraphs.get(0), new Font(letters, 16));
            title.setAlignment(Element.ALIGN_CENTER);
            title.setSpacingAfter(20);
            pdf.add(title);
            for (String text : paragraphs.subList(1, paragraphs.size())) {
                var paragraph = new Paragraph(17, text, new Font(letters, 11));
                paragraph.setSpacingAfter(6);
                pdf.add(paragraph);
            }
            pdf.close();
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the text can be written with what is installed. */
    public static boolean isPrintable(List<String> paragraphs, Path font) {
        return Files.isReadable(font) || paragraphs.stream().allMatch(LATIN.newEncoder()::canEncode);
    }

    /** The font with Japanese letters where it is installed, one without them where it is not. */
    public static BaseFont letters(Path font) {
        try {
            if (Files.isReadable(font)) {
                String face = font + (font.toString().endsWith(".ttc") ? ",0" : "");
                return BaseFont.createFont(face, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
            }
            return BaseFont.createFont(BaseFont.TIMES_ROMAN, BaseFont.CP1252, BaseFont.NOT_EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BaseFont letters(List<String> paragraphs, Path font) {
        if (!isPrintable(paragraphs, font)) {
            throw Refusal.conflict("The PDF needs a font with Japanese letters, and there is none at " + font
                    + ": ask the operators to set kakehashi.documents.font.");
        }
        return letters(font);
    }
}
