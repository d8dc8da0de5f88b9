package org.kakehashi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of INPIT's database that are known here. */
class NamesOfInpitTest {

    @ParameterizedTest
    @CsvSource({
        "通常実施権のみ,NON_EXCLUSIVE",
        "専用実施権,EXCLUSIVE_REGISTERED",
        "独占的通常実施権,EXCLUSIVE",
        "仮通常実施権,PROVISIONAL_NON_EXCLUSIVE"
    })
    void aTextThatNamesOneKindOfLicenceMeansIt(String text, LicenceKind kind) {
        assertThat(LicenceKind.named(text)).contains(kind);
    }

    @Test
    void aTextThatNamesTwoKindsOrNoneMeansNone() {
        assertThat(LicenceKind.named("専用実施権または通常実施権")).isEmpty();
        assertThat(LicenceKind.named("応相談")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aTechnicalFieldIsKnownByItsNames(InpitField field) {
        assertThat(InpitField.named(" " + field.japanese())).contains(field);
        assertThat(InpitField.named(field.english().toUpperCase())).contains(field);
    }

    @Test
    void anotherTextIsNoTechnicalField() {
        assertThat(InpitField.named("電気")).isEmpty();
    }
}
