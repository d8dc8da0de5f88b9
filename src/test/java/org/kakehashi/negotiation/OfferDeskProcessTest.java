package org.kakehashi.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kakehashi.ProcessTest;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class OfferDeskProcessTest {

    @Autowired
    OfferDesk desk;

    @Autowired
    CaseFixture cases;

    @Autowired
    LicensingCases licensingCases;

    @Autowired
    TermSheets sheets;

    @Autowired
    SeedFixture seeds;

    @Autowired
    SeedRegistration registration;

    @Test
    void aFieldOfItsOwnIsComparedWithAllFieldsAndWithTheSurveysOwn() {
        String number = caseOn("A61K 31/00");
        assertThat(desk.benchmarks(number))
                .extracting(OfferDesk.Benchmark::field, OfferDesk.Benchmark::royalty)
                .containsExactly(tuple("Pharmaceuticals", "6 %"), tuple("All fields", "3.7 %"));
    }

    @Test
    void comparableContractsAreShownFromTheFifthOn() {
        for (int contract = 1; contract <= 4; contract++) {
            conclude(caseOn("B68B 1/00"), contract);
        }
        String number = caseOn("B68B 1/00");
        assertThat(desk.comparables(number)).isEqualTo(new OfferDesk.Comparables(4, List.of()));

        conclude(caseOn("B68B 1/00"), 5);

        assertThat(desk.comparables(number).contracts()).isEqualTo(5);
        assertThat(desk.comparables(number).lines())
                .first()
                .isEqualTo(new OfferDesk.Comparable("Running royalty", "2.00 %", "3.00 %", "4.00 %"));
    }

    @Test
    void theGatesWarnOfWhatTheySayLater() {
        SeedContent content = SeedFixture.solidElectrolyte(List.of("Kaga Chemicals"), true);
        String seed = registration
                .register("test", null, seeds.university(), content, false)
                .number();
        registration.publish(seed);
        String number = cases.openOn(seed, Side.LICENSEE).number();
        assertThat(desk.warnings(number, TermsFixture.nonExclusive()))
                .singleElement(STRING)
                .contains("only with the consent of every co-owner. Rule: Patent Act, article 73 (3).")
                .endsWith("Lifted by: each co-owner, by consenting. Co-owners: Kaga Chemicals.");
        assertThat(desk.warnings(number, TermsFixture.with(LicenceKind.ASSIGNMENT, "3000000", "0", "0")))
                .anyMatch(warning -> warning.contains("JPY 2,000"))
                .anyMatch(warning -> warning.contains("registered at the patent office"));
    }

    @Test
    void theOffersWorthRestsOnTheStatedSales() {
        String number = cases.open().number();
        sheets.open(number);
        sheets.offer(
                number,
                Side.LICENSOR,
                new Offer(TermsFixture.nonExclusive(), "", new BigDecimal("80000000"), Set.of(), Set.of(), Set.of()),
                "sato");
        assertThat(desk.worth(sheets.of(number).round(1)))
                .isEqualTo("JPY 13,122,535 at sales of JPY 80,000,000 a year");
    }

    private String caseOn(String ipc) {
        String seed = registration
                .register("test", null, seeds.university(), SeedFixture.classified(ipc), false)
                .number();
        registration.publish(seed);
        return cases.openOn(seed, Side.LICENSEE).number();
    }

    private void conclude(String number, int royaltyPercent) {
        sheets.open(number);
        Terms terms = TermsFixture.with(LicenceKind.NON_EXCLUSIVE, "1000000", String.valueOf(royaltyPercent), "200000");
        sheets.offer(number, Side.LICENSOR, Offer.of(terms, ""), "sato");
        sheets.accept(number, Side.LICENSEE, "suzuki");
        licensingCases.end(number, OutcomeCode.CONCLUDED, "Signed.");
    }
}
