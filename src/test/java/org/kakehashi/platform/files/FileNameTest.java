package org.kakehashi.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.shared.Refusal;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.txt, passwd.txt",
        "C:\\Users\\legal\\契約書.docx, 契約書.docx",
        ".hidden.pdf, hidden.pdf",
        "a<b>:c|d?.pdf, abcd.pdf",
        "invoice\u202Efdp.pdf, invoicefdp.pdf",
        "two\u0000lines.pdf, twolines.pdf"
    })
    void isMadeHarmless(String sent, String kept) {
        assertThat(FileName.harmless(sent)).isEqualTo(kept);
    }

    @Test
    void isShortenedBeforeItsEnding() {
        assertThat(FileName.harmless("x".repeat(300) + ".docx")).hasSize(120).endsWith("x.docx");
    }

    @Test
    void isAskedForWhereNothingIsLeft() {
        assertThatThrownBy(() -> FileName.harmless("folder/"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Give the file a name.");
    }
}
