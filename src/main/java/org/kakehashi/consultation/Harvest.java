package org.kakehashi.consultation;

import java.util.List;
import org.kakehashi.consultation.Consultation.Asker;
import org.kakehashi.consultation.Consultation.State;
import org.kakehashi.directory.Contact;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.needs.NeedContent;
import org.kakehashi.needs.NeedHearing;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.shared.OrganisationType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a need or a seed of a question; its own way through the programme begins with it. */
@Component
@Transactional
public class Harvest {

    private static final String SOURCE = "consultation";

    private final Consultations consultations;
    private final Organisations organisations;
    private final NeedHearing needs;
    private final SeedRegistration seeds;

    Harvest(Consultations consultations, Organisations organisations, NeedHearing needs, SeedRegistration seeds) {
        this.consultations = consultations;
        this.organisations = organisations;
        this.needs = needs;
        this.seeds = seeds;
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
        String need = needs.receive(SOURCE, number, organisation(asker, find).id(), content, true)
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
        String seed = seeds.register(SOURCE, number, organisation(asker, find).id(), content, true)
                .number();
        consultations.became(number, State.BECAME_SEED, seed, words);
    }

    /** The one the directory knows by that name, or a new one with the asker as its contact. */
    private Organisation organisation(Asker asker, Find find) {
        return organisations
                .findFirstByNameAndPrefectureOrderById(asker.organisation(), asker.prefecture())
                .orElseGet(() -> organisations.save(new Organisation(new Organisation.Profile(
                        asker.organisation(),
                        null,
                        find.organisation(),
                        asker.prefecture(),
                        null,
                        null,
                        null,
                        new Contact(asker.name(), asker.email(), asker.phone(), asker.language())))));
    }
}
