package org.kakehashi.signing;

import com.lowagie.text.Document;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.kakehashi.documents.drafting.PdfFile;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.shared.Side;

/** The page behind a signed contract that says, in English and Japanese, who signed it, when and how. */
final class Evidence {

    private static final float MARGIN = 56;
    private static final float[] WIDTHS = {26, 74};
    private static final Color RULE = new Color(0xC8, 0xCE, 0xD4);
    private static final Color FAINT = new Color(0x55, 0x5F, 0x69);

    private final Font title;
    private final Font heading;
    private final Font words;
    private final Font labels;
    private final DateTimeFormatter times;

    Evidence(Path font, ZoneId zone) {
        var letters = PdfFile.letters(font);
        title = new Font(letters, 16);
        heading = new Font(letters, 12);
        words = new Font(letters, 9.5f);
        labels = new Font(letters, 8.5f, Font.NORMAL, FAINT);
        times = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss '(UTC'xxx, VV')'", Locale.ROOT)
                .withZone(zone);
    }

    /** What the page says of the text. */
    record Text(String document, String fileName, Pinned file) {}

    byte[] page(LicensingCase licensingCase, SignatureRequest request, @Nullable Text text) {
        try (var file = new ByteArrayOutputStream()) {
            var pdf = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
            PdfWriter.getInstance(pdf, file);
            pdf.open();
            pdf.add(new Paragraph("Evidence of signature  署名証跡", title));
            PdfPTable facts = table();
            row(facts, "Case  案件番号", licensingCase.number());
            row(facts, "Request  署名依頼番号", request.id().toString());
            row(facts, "Opened  署名依頼日時", times.format(request.openedAt()));
            if (text == null) {
                row(facts, "Text  契約書", "On paper, kept by the parties  書面(当事者保管)");
            } else {
                row(facts, "Text  契約書", text.document());
                row(facts, "File  ファイル", text.fileName());
                row(facts, "SHA-256", text.file().sha256());
            }
            pdf.add(facts);
            for (Signature signature : request.signatures()) {
                var name =
                        new Paragraph(signature.side() == Side.LICENSOR ? "Licensor  許諾者" : "Licensee  実施権者", heading);
                name.setSpacingBefore(14);
                pdf.add(name);
                pdf.add(signed(licensingCase, signature));
            }
            var seal = new Paragraph(
                    12,
                    "The SHA-256 above is that of the text which the signers saw and signed. This file is sealed with the"
                            + " programme's certificate: any later change breaks the seal.\n"
                            + "上記のSHA-256は、署名者が確認し署名した契約書ファイルの値です。本ファイルは事業の電子証明書で封印されて"
                            + "おり、以後の変更は検出されます。",
                    labels);
            seal.setSpacingBefore(18);
            pdf.add(seal);
            pdf.close();
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the page behind the text. */
    static byte[] behind(byte[] text, byte[] page) {
        try (PDDocument whole = Loader.loadPDF(text);
                PDDocument last = Loader.loadPDF(page);
                var file = new ByteArrayOutputStream()) {
            new PDFMergerUtility().appendDocument(whole, last);
            whole.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PdfPTable signed(LicensingCase licensingCase, Signature signature) {
        PdfPTable facts = table();
        row(facts, "Company  会社名", licensingCase.party(signature.side()).described());
        row(facts, "Signer  署名者", signature.signer());
        row(facts, "Signed at  署名日時", at(signature.at()));
        row(
                facts,
                "Way  署名方法",
                signature.way().english() + "\n" + signature.way().japanese());
        row(facts, "Mail address  メールアドレス", signature.email());
        row(facts, "Service  サービス", signature.provider());
        if (signature.scan() != null) {
            row(
                    facts,
                    "Scan  写し",
                    "Document %d, version %d\n%s"
                            .formatted(
                                    signature.scan().document(),
                                    signature.scan().version(),
                                    signature.scan().sha256()));
        }
        row(facts, "Recorded by  記録者", signature.recordedBy());
        row(facts, "Confirmed by  確認者", signature.confirmedBy());
        return facts;
    }

    private String at(Instant instant) {
        return times.format(instant);
    }

    private static PdfPTable table() {
        var table = new PdfPTable(WIDTHS);
        table.setWidthPercentage(100);
        table.setSpacingBefore(8);
        return table;
    }

    private void row(PdfPTable table, String label, @Nullable String value) {
        if (value != null) {
            table.addCell(cell(label, labels));
            table.addCell(cell(value, words));
        }
    }

    private static PdfPCell cell(String text, Font font) {
        var cell = new PdfPCell(new Phrase(13, text, font));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(RULE);
        cell.setPaddingTop(4);
        cell.setPaddingBottom(5);
        return cell;
    }
}
