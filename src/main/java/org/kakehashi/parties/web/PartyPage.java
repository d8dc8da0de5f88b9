package org.kakehashi.parties.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.documents.Document;
import org.kakehashi.documents.Document.Version;
import org.kakehashi.documents.Documents;
import org.kakehashi.documents.Drafting;
import org.kakehashi.documents.drafting.Draft;
import org.kakehashi.documents.drafting.Language;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.SideAsked;
import org.kakehashi.parties.Askings;
import org.kakehashi.parties.PartyLink;
import org.kakehashi.parties.PartyReply;
import org.kakehashi.platform.security.People;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of a company's side: what it is asked, and what it may read. */
@Component
class PartyPage {

    /** The newest version of a document, as the company reads it. */
    public record File(int document, int version, String title, String name, String author, LocalDate day) {}

    private final Askings askings;
    private final LicensingCases cases;
    private final Drafting drafting;
    private final Documents documents;
    private final OfferTable offers;
    private final MeetingTimes meetings;
    private final People people;
    private final Clock clock;

    PartyPage(
            Askings askings,
            LicensingCases cases,
            Drafting drafting,
            Documents documents,
            OfferTable offers,
            MeetingTimes meetings,
            People people,
            Clock clock) {
        this.askings = askings;
        this.cases = cases;
        this.drafting = drafting;
        this.documents = documents;
        this.offers = offers;
        this.meetings = meetings;
        this.people = people;
        this.clock = clock;
    }

    ModelAndView of(PartyLink link, String token) {
        LicensingCase licensingCase = cases.of(link.caseNumber());
        Optional<SideAsked> asked = askings.open(link.caseNumber(), link.side());
        Set<?> reasons = asked.map(SideAsked::occasion).map(PartyReply::reasons).orElse(Set.of());
        return new ModelAndView("party")
                .addObject("token", token)
                .addObject("link", link)
                .addObject("case", licensingCase)
                .addObject("party", licensingCase.party(link.side()))
                .addObject("asked", asked.orElse(null))
                .addObject("reasons", reasons.stream().sorted().toList())
                .addObject("agreement", agreement(link, asked))
                .addObject("lines", asked.map(each -> offered(link, each)).orElse(List.of()))
                .addObject("meeting", meetings.of(link).orElse(null))
                .addObject("files", files(link));
    }

    private List<OfferTable.Line> offered(PartyLink link, SideAsked asked) {
        return asked.occasion() == Occasion.OFFER ? offers.of(link, asked.round()) : List.of();
    }

    private @Nullable Draft agreement(PartyLink link, Optional<SideAsked> asked) {
        return asked.map(SideAsked::occasion).filter(Occasion.NDA::equals).isPresent()
                ? drafting.confidentialityAgreement(link.caseNumber(), Language.of(link.locale()))
                : null;
    }

    private List<File> files(PartyLink link) {
        List<Document> readable = documents.of(link.caseNumber());
        Map<String, String> names = people.names(
                readable.stream().map(document -> document.latest().author()).toList());
        return readable.stream().map(document -> file(document, names)).toList();
    }

    private File file(Document document, Map<String, String> names) {
        Version version = document.latest();
        return new File(
                document.number(),
                version.number(),
                document.title(),
                version.fileName(),
                PartyLink.nameOf(names.getOrDefault(version.author(), version.author())),
                LocalDate.ofInstant(version.addedAt(), clock.getZone()));
    }
}
