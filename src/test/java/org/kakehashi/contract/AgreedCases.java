package org.kakehashi.contract;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.negotiation.Act;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.PartyAnswer;
import org.kakehashi.negotiation.PartyAnswers;
import org.kakehashi.negotiation.Sublicensing;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.platform.persistence.Numbers;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases for tests whose sides have agreed on terms: Nomi Institute in Ishikawa licenses to Minatogawa in Hyogo. */
@Component
public class AgreedCases {

    public static final String LICENSOR_ADVISER = "adviser-ishikawa";
    public static final String LICENSEE_ADVISER = "adviser-hyogo";

    private final SeedRegistration seeds;
    private final Organisations organisations;
    private final TermSheets termSheets;
    private final PartyAnswers answers;
    private final Contracts contracts;
    private final Numbers numbers;
    private final JdbcClient jdbc;
    private final Clock clock;

    AgreedCases(
            SeedRegistration seeds,
            Organisations organisations,
            TermSheets termSheets,
            PartyAnswers answers,
            Contracts contracts,
            Numbers numbers,
            JdbcClient jdbc,
            Clock clock) {
        this.seeds = seeds;
        this.organisations = organisations;
        this.termSheets = termSheets;
        this.answers = answers;
        this.contracts = contracts;
        this.numbers = numbers;
        this.jdbc = jdbc;
        this.clock = clock;
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
                BigDecimal.ZERO,
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
        UUID owner = organisation("Nomi Institute of Technology", OrganisationType.UNIVERSITY, Prefecture.ISHIKAWA);
        return seeds.register(
                        "test",
                        null,
                        owner,
                        new SeedContent(
                                like.language(),
                                like.title(),
                                like.outline(),
                                like.purpose(),
                                like.effect(),
                                like.applicableProducts(),
                                like.advantage(),
                                like.applicant(),
                                like.inventionName(),
                                like.applicationNumber(),
                                registrationNumber,
                                like.publicationNumber(),
                                like.unpublished(),
                                like.ipc(),
                                like.workedBefore(),
                                like.licensedBefore(),
                                like.licence(),
                                like.assignment(),
                                like.trl(),
                                like.knowHow(),
                                like.training(),
                                like.samples(),
                                coOwners,
                                true,
                                true,
                                publiclyFunded),
                        false)
                .number();
    }

    public UUID organisation(String name, OrganisationType type, Prefecture prefecture) {
        return organisations
                .save(new Organisation(Organisation.Profile.of(name, type, prefecture)))
                .id();
    }

    /** A case on the seed whose terms are agreed. */
    @Transactional
    public String agreed(String seed, Terms terms) {
        String number = open(
                seed,
                organisation("Nomi Institute of Technology", OrganisationType.UNIVERSITY, Prefecture.ISHIKAWA),
                organisation("Minatogawa Pumps", OrganisationType.LARGE, Prefecture.HYOGO));
        agree(number, terms);
        return number;
    }

    /** A case on the seed that has not come to terms. */
    @Transactional
    public String open(String seed, UUID licensor, UUID licensee) {
        String number = numbers.next(CaseNumber.Kind.CASE);
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        INSERT INTO licensing_case (number, match_number, seed_number, need_number, seed_title, need_title,
                          licensor_organisation, licensor_name, licensor_prefecture, licensor_adviser,
                          licensee_organisation, licensee_name, licensee_prefecture, licensee_adviser,
                          stage, move_of, move_since, confidentiality, summary, opened_at, version)
                        VALUES (?, ?, ?, ?, 'Solid electrolyte sheet', 'Safe power cell',
                          ?, 'Nomi Institute of Technology', 'ISHIKAWA', ?, ?, 'Minatogawa Pumps', 'HYOGO', ?,
                          'TERMS', 'PROGRAMME', ?, 'NDA', '', ?, 0)
                        """)
                .params(
                        number,
                        "M" + number.substring(1),
                        seed,
                        "N" + number.substring(1),
                        licensor,
                        LICENSOR_ADVISER,
                        licensee,
                        LICENSEE_ADVISER,
                        now,
                        now)
                .update();
        return number;
    }

    /** The licensor offers, the licensee accepts. */
    @Transactional
    public void agree(String caseNumber, Terms terms) {
        termSheets.open(caseNumber);
        termSheets.offer(caseNumber, Side.LICENSOR, terms, LICENSOR_ADVISER, "");
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
