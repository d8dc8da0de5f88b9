package org.kakehashi.negotiation;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.kakehashi.needs.Needs;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.People;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the facts of a case for those who work on it. */
@Component
public class CaseFacts {

    private static final int HISTORY = 15;
    private static final int OUTLINE = 1200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final LicensingCases cases;
    private final Seeds seeds;
    private final Needs needs;
    private final Journal journal;
    private final People people;
    private final Clock clock;

    CaseFacts(LicensingCases cases, Seeds seeds, Needs needs, Journal journal, People people, Clock clock) {
        this.cases = cases;
        this.seeds = seeds;
        this.needs = needs;
        this.journal = journal;
        this.people = people;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public CaseSheet of(String number) {
        LicensingCase licensingCase = cases.of(number);
        String licensorAdviser = StringUtils.defaultString(licensingCase.licensorAdviser());
        String licenseeAdviser = StringUtils.defaultString(licensingCase.licenseeAdviser());
        Map<String, String> names = people.names(List.of(licensorAdviser, licenseeAdviser));
        return new CaseSheet(
                number,
                licensingCase.seedNumber(),
                licensingCase.seedTitle(),
                StringUtils.abbreviate(
                        seeds.numbered(licensingCase.seedNumber()).outline(), OUTLINE),
                licensingCase.needNumber(),
                licensingCase.needTitle(),
                StringUtils.abbreviate(
                        needs.numbered(licensingCase.needNumber()).problem(), OUTLINE),
                licensingCase.parties(),
                licensingCase.party(Side.LICENSOR).described(),
                licensingCase.party(Side.LICENSEE).described(),
                names.getOrDefault(licensorAdviser, licensorAdviser),
                names.getOrDefault(licenseeAdviser, licenseeAdviser),
                licensingCase.stage().english(),
                licensingCase.moveOf().english(),
                readable(licensingCase.moveSince()),
                licensingCase.summary(),
                history(number));
    }

    private List<CaseSheet.Entry> history(String number) {
        List<Journal.Entry> entries = new ArrayList<>(journal.of(number));
        Collections.reverse(entries);
        return entries.stream()
                .limit(HISTORY)
                .map(entry -> new CaseSheet.Entry(readable(entry.at()), entry.actorName(), entry.event(), entry.text()))
                .toList();
    }

    private String readable(Instant at) {
        return TIME.format(at.atZone(clock.getZone()));
    }
}
