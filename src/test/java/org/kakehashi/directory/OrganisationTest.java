package org.kakehashi.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;

class OrganisationTest {

    @ParameterizedTest
    @CsvSource({
        "MANUFACTURING, 300000000, 301, true",
        "MANUFACTURING, 300000001, 300, true",
        "MANUFACTURING, 300000001, 301, false",
        "WHOLESALE, 100000000, 101, true",
        "WHOLESALE, 100000001, 101, false",
        "RETAIL, 50000001, 50, true",
        "RETAIL, 50000001, 51, false",
        "SERVICES, 50000001, 100, true",
        "SERVICES, 50000001, 101, false",
        "OTHER, 300000001, 300, true",
        ", 300000001, 301, false",
        "MANUFACTURING, , 301, false",
        "MANUFACTURING, 300000000, , true"
    })
    void anEnterpriseIsSmallOrMediumByItsCapitalOrItsStaff(
            Industry industry, Long capital, Integer staff, boolean sme) {
        assertThat(enterprise(OrganisationType.LARGE, industry, capital, staff).isSme())
                .isEqualTo(sme);
    }

    @ParameterizedTest
    @CsvSource({"SME, true", "STARTUP, true", "LARGE, false", "INDIVIDUAL, false"})
    void withoutFiguresItIsWhatItCallsItself(OrganisationType type, boolean sme) {
        assertThat(enterprise(type, null, null, null).isSme()).isEqualTo(sme);
    }

    @ParameterizedTest
    @CsvSource({"UNIVERSITY", "TLO", "PUBLIC_RESEARCH", "LOCAL_GOVERNMENT"})
    void aUniversityOrPublicBodyIsNoEnterpriseHoweverSmall(OrganisationType type) {
        assertThat(enterprise(type, null, 1L, 1).isSme()).isFalse();
    }

    @Test
    void whoIsTooLargeCannotCallItselfSmall() {
        assertThatThrownBy(() -> enterprise(OrganisationType.SME, Industry.RETAIL, 60_000_000L, 51))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("correct the figures or choose LARGE");
    }

    @Test
    void aSourceAndItsIdGoTogether() {
        var profile = Organisation.Profile.of("Nagare Precision", OrganisationType.SME, Prefecture.NAGANO);
        assertThatThrownBy(() -> new Organisation("plidb", null, profile)).isInstanceOf(Refusal.class);
    }

    private static Organisation enterprise(
            OrganisationType type, @Nullable Industry industry, @Nullable Long capital, @Nullable Integer staff) {
        return new Organisation(new Organisation.Profile(
                "Nagare Precision", null, type, Prefecture.NAGANO, industry, capital, staff, null));
    }
}
