package org.kakehashi.negotiation;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.matching.Match;
import org.kakehashi.matching.Matching;
import org.kakehashi.needs.NeedFixture;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.persistence.Numbers;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases for tests, without the processes that lead to them. */
@Component
public class CaseFixture {

    public static final String LICENSOR_ADVISER = "adviser-ishikawa";
    public static final String LICENSEE_ADVISER = "adviser-hyogo";

    private final CaseTable cases;
    private final LicensingCases licensingCases;
    private final Matching matching;
    private final SeedFixture seedFixture;
    private final NeedFixture needFixture;
    private final Numbers numbers;
    private final Journal journal;
    private final TermSheets terms;
    private final Clock clock;

    CaseFixture(
            CaseTable cases,
            LicensingCases licensingCases,
            Matching matching,
            SeedFixture seedFixture,
            NeedFixture needFixture,
            Numbers numbers,
            Journal journal,
            TermSheets terms,
            Clock clock) {
        this.cases = cases;
        this.licensingCases = licensingCases;
        this.matching = matching;
        this.seedFixture = seedFixture;
        this.needFixture = needFixture;
        this.numbers = numbers;
        this.journal = journal;
        this.terms = terms;
        this.clock = clock;
    }

    /** A case on a new seed and a new need, whose match the licensee's adviser found. */
    @Transactional
    public LicensingCase open() {
        return openOn(seedFixture.licensablePatent(), Side.LICENSEE);
    }

    /** A case on a seed that others may stand on as well. */
    @Transactional
    public LicensingCase openOn(String seedNumber, @Nullable Side foundFrom) {
        Match match = matching.introduced(seedNumber, needFixture.open());
        LicensingCase opened = licensingCases.open(match, foundFrom).orElseThrow();
        opened.assign(Side.LICENSOR, LICENSOR_ADVISER);
        opened.assign(Side.LICENSEE, LICENSEE_ADVISER);
        return opened;
    }

    /** A case for whose sides nobody has been found yet. */
    @Transactional
    public LicensingCase withoutAdvisers() {
        Match match = matching.introduced(seedFixture.licensablePatent(), needFixture.open());
        return licensingCases.open(match, Side.LICENSEE).orElseThrow();
    }

    /** A case with the licensor's adviser on both sides. */
    @Transactional
    public LicensingCase withOneAdviser() {
        Match match = matching.introduced(seedFixture.licensablePatent(), needFixture.open());
        LicensingCase opened = licensingCases.open(match, Side.LICENSEE).orElseThrow();
        opened.assign(Side.LICENSOR, LICENSOR_ADVISER);
        opened.assign(Side.LICENSEE, LICENSOR_ADVISER);
        return opened;
    }

    /** A case on a lamp with two rounds of terms, between Hikari Kogaku in Nagano and Setouchi Shomei in Hiroshima. */
    @Transactional
    public String lampCase(String licensorAdviser, String licenseeAdviser) {
        String number = numbers.next(CaseNumber.Kind.CASE);
        Match match = matching.introduced(seedFixture.licensablePatent(), needFixture.open());
        cases.save(new LicensingCase(
                number,
                new LicensingCase.Opening(
                        match.number(),
                        match.seedNumber(),
                        match.needNumber(),
                        "Lamp that follows the eye",
                        "Light for night work without glare",
                        Side.LICENSEE,
                        new Party(
                                seedFixture.university(),
                                "Hikari Kogaku K.K.",
                                Prefecture.NAGANO,
                                licensorAdviser,
                                "integrator"),
                        new Party(
                                needFixture.company(),
                                "瀬戸内照明株式会社",
                                Prefecture.HIROSHIMA,
                                licenseeAdviser,
                                "integrator")),
                clock.instant()));
        journal.note(number, "Case opened", "The lamp fits the need for light without glare.");
        terms.open(number);
        terms.offer(
                number,
                Side.LICENSOR,
                Offer.of(lampTerms("3.5"), "Know-how of the reflector included."),
                licensorAdviser);
        terms.counter(number, Side.LICENSEE, Offer.of(lampTerms("2.0"), "We cannot carry more."), licenseeAdviser);
        return number;
    }

    private static Terms lampTerms(String royaltyPercent) {
        return new Terms(
                LicenceKind.NON_EXCLUSIVE,
                "Lamps for night work",
                "Japan",
                Set.of(Act.MAKE, Act.SELL),
                10,
                Sublicensing.values()[0],
                new BigDecimal("3000000"),
                new BigDecimal(royaltyPercent),
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
}
