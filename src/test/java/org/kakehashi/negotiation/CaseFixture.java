package org.kakehashi.negotiation;

import java.time.Clock;
import java.util.UUID;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.persistence.Numbers;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases for tests, without the processes that lead to them. */
@Component
public class CaseFixture {

    private final CaseTable cases;
    private final Numbers numbers;
    private final Journal journal;
    private final Clock clock;

    CaseFixture(CaseTable cases, Numbers numbers, Journal journal, Clock clock) {
        this.cases = cases;
        this.numbers = numbers;
        this.journal = journal;
        this.clock = clock;
    }

    /** A case on a lamp, between Hikari Kogaku in Nagano and Setouchi Shomei in Hiroshima. */
    @Transactional
    public String lampCase(String licensorAdviser, String licenseeAdviser) {
        String number = numbers.next(CaseNumber.Kind.CASE).toString();
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
        return number;
    }
}
