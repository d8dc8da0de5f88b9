package org.kakehashi.documents.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kakehashi.shared.Refusal;

class PdfFileTest {

    private static final Path FONT = Path.of("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc");
    private static final Path NO_FONT = Path.of("no-such-font.ttc");

    @Test
    void holdsJapaneseWithItsFont() throws IOException {
        assumeTrue(Files.isReadable(FONT));
        byte[] pdf = PdfFile.write(List.of("実施許諾契約書", "第1条（定義）", "純売上高の2％"), FONT);
        assertThat(new PdfTextExtractor(new PdfReader(pdf)).getTextFromPage(1)).contains("実施許諾契約書", "純売上高の2％");
        assertThat(pdf.length).isBetween(5_000, 1_000_000);
    }

    @Test
    void isWrittenInEnglishWithoutAFont() throws IOException {
        byte[] pdf = PdfFile.write(List.of("Licence Agreement", "Article 1  Definitions"), NO_FONT);
        assertThat(new PdfTextExtractor(new PdfReader(pdf)).getTextFromPage(1)).contains("Licence Agreement");
    }

    @Test
    void japaneseWithoutAFontIsRefusedWithASentence() {
        assertThatThrownBy(() -> PdfFile.write(List.of("契約書"), NO_FONT))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("kakehashi.documents.font");
    }
}
