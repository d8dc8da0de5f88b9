package org.kakehashi.negotiation;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.matching.Match;
import org.kakehashi.matching.Matching;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.persistence.Numbers;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases for tests, without the processes that lead to them. */
@Component
public class CaseFixture {

    public static final String LICENSOR_ADVISER = "adviser-nagano";
    public static final String LICENSEE_ADVISER = "adviser-kanagawa";

    private final CaseTable cases;
    private final Matching matching;
    private final Numbers numbers;
    private final Journal journal;
    private final TermSheets terms;
    private final Clock clock;

    CaseFixture(CaseTable cases, Matching matching, Numbers numbers, Journal journal, TermSheets terms, Clock clock) {
        this.cases = cases;
        this.matching = matching;
        this.numbers = numbers;
        this.journal = journal;
        this.terms = terms;
        this.clock = clock;
    }

    /** A case on a coating whose match the licensee's adviser found. */
    public LicensingCase open() {
        return openOn(numbers.next(CaseNumber.Kind.SEED), Side.LICENSEE);
    }

    /** A case on a seed that others may stand on as well. */
    @Transactional
    public LicensingCase openOn(String seedNumber, @Nullable Side foundFrom) {
        Match match = matching.introduced(seedNumber, numbers.next(CaseNumber.Kind.NEED));
        var opening = new LicensingCase.Opening(
                match.number(),
                seedNumber,
                match.needNumber(),
                "Anti-reflection coating for plastic lenses",
                "Coating that survives cleaning with alcohol",
                foundFrom,
                new Party(UUID.randomUUID(), "Hikari Optics K.K.", Prefecture.NAGANO, LICENSOR_ADVISER),
                new Party(UUID.randomUUID(), "Minato Instruments K.K.", Prefecture.KANAGAWA, LICENSEE_ADVISER));
        return cases.save(new LicensingCase(numbers.next(CaseNumber.Kind.CASE), opening, clock.instant()));
    }

    /** A case on a lamp with two rounds of terms, between Hikari Kogaku in Nagano and Setouchi Shomei in Hiroshima. */
    @Transactional
    public String lampCase(String licensorAdviser, String licenseeAdviser) {
        String number = numbers.next(CaseNumber.Kind.CASE);
        cases.save(new LicensingCase(
                number,
                new LicensingCase.Opening(
                        "M" + number.substring(1),
                        "S" + number.substring(1),
                        "N" + number.substring(1),
                        "Lamp that follows the eye",
                        "Light for night work without glare",
                        Side.LICENSEE,
                        new Party(UUID.randomUUID(), "Hikari Kogaku K.K.", Prefecture.NAGANO, licensorAdviser),
                        new Party(UUID.randomUUID(), "瀬戸内照明株式会社", Prefecture.HIROSHIMA, licenseeAdviser)),
                clock.instant()));
        journal.note(number, "Case opened", "The lamp fits the need for light without glare.");
        terms.open(number);
        terms.offer(number, Side.LICENSOR, lampTerms("3.5"), licensorAdviser, "Know-how of the reflector included.");
        terms.counter(number, Side.LICENSEE, lampTerms("2.0"), licenseeAdviser, "We cannot carry more.");
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
                BigDecimal.ZERO,
                "",
                "",
                "",
                "",
                "",
                "60 days' notice",
                "Japan");
    }
}
