package org.kakehashi.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextSignatureTest {

    private static final String JAPANESE = "硫化物系固体電解質の粒子表面をごく薄い酸化物層で覆い、シート状に成形した全固体電池用の電解質です。";

    @Test
    void caseWidthAndPunctuationMakeNoDifference() {
        assertThat(TextSignature.of("The SHEET, 30 μm thick, stands by itself."))
                .isEqualTo(TextSignature.of("the sheet ３０ μm thick stands by itself"));
        assertThat(TextSignature.likeness(JAPANESE, JAPANESE.replace("、", " "))).isEqualTo(1);
    }

    @Test
    void aTextThatIsTooShortHasNoSignature() {
        assertThat(TextSignature.of("Solid sheet")).isEmpty();
        assertThat(TextSignature.of("")).isEmpty();
        assertThat(TextSignature.likeness("", "")).isZero();
    }

    @Test
    void nearlyTheSameTextIsFoundAndAnotherIsNot() {
        var chance = new Random(7);
        int found = 0;
        int mistaken = 0;
        for (int i = 0; i < 200; i++) {
            String text = text(chance, 300);
            List<Long> signature = TextSignature.of(text);
            int cut = chance.nextInt(250);
            String edited = text.substring(0, cut) + "XYZ" + text.substring(cut + 3);
            found += Collections.disjoint(signature, TextSignature.of(edited)) ? 0 : 1;
            mistaken += Collections.disjoint(signature, TextSignature.of(text(chance, 300))) ? 0 : 1;
            assertThat(TextSignature.likeness(text, edited)).isBetween(0.9, 0.99);
        }
        assertThat(found).isGreaterThan(190);
        assertThat(mistaken).isZero();
    }

    private static String text(Random chance, int letters) {
        return chance.ints(letters, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
