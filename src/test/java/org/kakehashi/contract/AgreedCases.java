package org.kakehashi.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Act;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.Offer;
import org.kakehashi.negotiation.PartyAnswer;
import org.kakehashi.negotiation.PartyAnswers;
import org.kakehashi.negotiation.Sublicensing;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases for tests whose sides have agreed on terms: a university in Ishikawa licenses to a company in Hyogo. */
@Component
public class AgreedCases {

    public static final String LICENSOR_ADVISER = CaseFixture.LICENSOR_ADVISER;
    public static final String LICENSEE_ADVISER = CaseFixture.LICENSEE_ADVISER;

    private final SeedRegistration seeds;
    private final CaseFixture cases;
    private final TermSheets termSheets;
    private final PartyAnswers answers;
    private final Contracts contracts;
    private final SeedFixture seedFixture;

    AgreedCases(
            SeedRegistration seeds,
            CaseFixture cases,
            TermSheets termSheets,
            PartyAnswers answers,
            Contracts contracts,
            SeedFixture seedFixture) {
        this.seeds = seeds;
        this.cases = cases;
        this.termSheets = termSheets;
        this.answers = answers;
        this.contracts = contracts;
        this.seedFixture = seedFixture;
    }

    public static Terms terms(LicenceKind kind, String field, String territory) {
        return new Terms(
                kind,
                field,
                territory,
                Set.of(Act.MAKE, Act.SELL),
                5,
                Sublicensing.NOT_ALLOWED,
                new BigDecimal("3000000"),
                new BigDecimal("3.5"),
                List.of(),
                BigDecimal.ZERO,
                "",
                "",
                "",
                "",
                "",
                "",
                "60 days' notice",
                "Japan");
    }

    public String seed() {
        return seed(List.of(), false, "9905538");
    }

    public String seed(List<String> coOwners, boolean publiclyFunded, @Nullable String registrationNumber) {
        SeedContent like = SeedFixture.solidElectrolyte(coOwners, true);
        String number = seeds.register(
                        "test",
                        null,
                        seedFixture.university(),
                        like.with(SeedContent.Patent.of(
                                        like.patent().inventionName(),
                                        like.patent().applicant(),
                                        like.patent().applicationNumber(),
                                        registrationNumber,
                                        like.patent().ipc()))
                                .with(new SeedContent.Ownership(true, coOwners, true, publiclyFunded)),
                        false)
                .number();
        seeds.publish(number);
        return number;
    }

    /** A case on the seed whose terms are agreed. */
    @Transactional
    public String agreed(String seed, Terms terms) {
        String number = open(seed);
        agree(number, terms);
        return number;
    }

    /** A case on the seed that has not come to terms. */
    public String open(String seed) {
        return cases.openOn(seed, Side.LICENSEE).number();
    }

    /** The licensor offers, the licensee accepts. */
    @Transactional
    public void agree(String caseNumber, Terms terms) {
        termSheets.open(caseNumber);
        termSheets.offer(caseNumber, Side.LICENSOR, Offer.of(terms, ""), LICENSOR_ADVISER);
        termSheets.accept(caseNumber, Side.LICENSEE, LICENSEE_ADVISER);
    }

    /** Both sides have signed, today. */
    @Transactional
    public void sign(String caseNumber) {
        for (Side side : Side.values()) {
            answers.record(new PartyAnswer.Given(caseNumber, Occasion.SIGNATURE, 1, side, true, null, ""));
        }
    }

    /** A signed contract on the seed, in the register. */
    @Transactional
    public Contract signed(String seed, Terms terms) throws LicenceOverlaps {
        String number = agreed(seed, terms);
        sign(number);
        return contracts.register(number);
    }
}
