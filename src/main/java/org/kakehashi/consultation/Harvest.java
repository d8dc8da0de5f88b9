package org.kakehashi.consultation;

import java.util.List;
import org.kakehashi.consultation.Consultation.Asker;
import org.kakehashi.consultation.Consultation.State;
import org.kakehashi.directory.Contact;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.needs.NeedContent;
import org.kakehashi.needs.NeedHearing;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Transfer;
import org.kakehashi.negotiation.Transfers;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a need, a seed or a case of a question; its own way through the programme begins with it. */
@Component
@Transactional
public class Harvest {

    private static final String SOURCE = "consultation";

    private final Consultations consultations;
    private final Organisations organisations;
    private final NeedHearing needs;
    private final SeedRegistration registration;
    private final Seeds seeds;
    private final Transfers transfers;
    private final LicensingCases cases;

    Harvest(
            Consultations consultations,
            Organisations organisations,
            NeedHearing needs,
            SeedRegistration registration,
            Seeds seeds,
            Transfers transfers,
            LicensingCases cases) {
        this.consultations = consultations;
        this.organisations = organisations;
        this.needs = needs;
        this.registration = registration;
        this.seeds = seeds;
        this.transfers = transfers;
        this.cases = cases;
    }

    /**
     * What the adviser found in a question.
     *
     * @param description the problem of a need, the outline of a seed
     * @param applicationNumber of a seed's patent; empty for a need
     */
    public record Find(OrganisationType organisation, String title, String description, String applicationNumber) {}

    /** @param words that the asker reads */
    public void need(String number, Find find, String words) {
        Asker asker = consultations.of(number).asker();
        NeedContent content = new NeedContent(
                asker.language(), find.title(), find.description(), "", null, null, List.of(), null, null, false);
        String need = needs.receive(
                        SOURCE, number, organisation(asker, find.organisation()).id(), content, true)
                .number();
        consultations.became(number, State.BECAME_NEED, need, words);
    }

    /** @param words that the asker reads */
    public void seed(String number, Find find, String words) {
        Asker asker = consultations.of(number).asker();
        SeedContent content = SeedContent.of(
                asker.language(),
                SeedContent.Texts.of(find.title(), find.description()),
                SeedContent.Patent.of(find.title(), asker.organisation(), find.applicationNumber(), null, List.of()));
        String seed = registration
                .register(
                        SOURCE, number, organisation(asker, find.organisation()).id(), content, true)
                .number();
        consultations.became(number, State.BECAME_SEED, seed, words);
    }

    /**
     * Starts the technology transfer of whoever is interested in a seed.
     *
     * @param type of the asker's organisation
     * @param words that the asker reads
     * @throws Refusal where the question is about no seed, the seed has left the programme, or is the asker's own
     */
    public void transfer(String number, OrganisationType type, String words) {
        Consultation asked = consultations.of(number);
        Consultation.Interest interest = asked.interest();
        if (interest == null) {
            throw Refusal.invalid(number + " is about no seed of the portal: make a need of it instead.");
        }
        Seed seed = seeds.numbered(interest.seedNumber());
        NeedContent content = new NeedContent(
                asked.asker().language(),
                seed.title(),
                consultations.wholeSheet(number).question(),
                "",
                null,
                null,
                seed.unpublished() ? List.of() : seed.content().patent().ipc(),
                interest.wish() == Consultation.Wish.PURCHASE ? LicenceKind.ASSIGNMENT : null,
                null,
                false);
        Organisation organisation = organisation(asked.asker(), type);
        String need =
                needs.receive(SOURCE, number, organisation.id(), content, false).number();
        transfers.start(Transfer.Origin.INTRODUCTION, seed.number(), need, null);
        consultations.became(
                number,
                State.BECAME_CASE,
                cases.ofPair(seed.number(), need).orElseThrow().number(),
                words);
    }

    /** The one the directory knows by that name, or a new one with the asker as its contact. */
    private Organisation organisation(Asker asker, OrganisationType type) {
        return organisations
                .findFirstByNameAndPrefectureOrderById(asker.organisation(), asker.prefecture())
                .orElseGet(() -> organisations.save(new Organisation(new Organisation.Profile(
                        asker.organisation(),
                        null,
                        type,
                        asker.prefecture(),
                        null,
                        null,
                        null,
                        new Contact(asker.name(), asker.email(), asker.phone(), asker.language())))));
    }
}
