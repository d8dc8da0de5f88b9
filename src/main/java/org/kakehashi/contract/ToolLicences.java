package org.kakehashi.contract;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Contact;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.persistence.Numbers;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.OwnRecords;
import org.kakehashi.registry.ResearchTool;
import org.kakehashi.registry.ResearchTools;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.ThreeValued;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Licences for research tools: asked for on the conditions of the record, granted without a round, refused where an
 * exclusive licence stands. Who asks accepts the standard terms by asking.
 */
@Component
@Transactional
public class ToolLicences {

    private final ToolLicenceTable licences;
    private final Contracts contracts;
    private final ResearchTools tools;
    private final Seeds seeds;
    private final Organisations organisations;
    private final ToolLicenceLetters letters;
    private final MessageSource messages;
    private final Numbers numbers;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final OwnRecords own;
    private final CurrentUser user;
    private final Clock clock;

    ToolLicences(
            ToolLicenceTable licences,
            Contracts contracts,
            ResearchTools tools,
            Seeds seeds,
            Organisations organisations,
            ToolLicenceLetters letters,
            MessageSource messages,
            Numbers numbers,
            Journal journal,
            ApplicationEventPublisher events,
            OwnRecords own,
            CurrentUser user,
            Clock clock) {
        this.licences = licences;
        this.contracts = contracts;
        this.tools = tools;
        this.seeds = seeds;
        this.organisations = organisations;
        this.letters = letters;
        this.messages = messages;
        this.numbers = numbers;
        this.journal = journal;
        this.events = events;
        this.own = own;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Asks for a licence on the conditions that the record names now.
     *
     * @param source where the request comes from, such as {@code portal}
     * @throws Refusal where the seed is no published research tool, or names no conditions for the requester's sector
     */
    public ToolLicence request(String seedNumber, String source, ToolLicence.Requester requester) {
        Seed seed = seeds.numbered(seedNumber);
        ResearchTool.Terms terms = check(seedNumber, requester);
        ToolLicence asked = licences.save(new ToolLicence(
                numbers.next(CaseNumber.Kind.TOOL_LICENCE),
                seedNumber,
                source,
                requester,
                new ToolLicence.Offered(
                        organisations
                                .findById(seed.organisationId())
                                .map(Organisation::name)
                                .orElse(""),
                        seed.title(),
                        terms.feeYen() == null ? 0 : terms.feeYen(),
                        terms.termMonths() == null ? 0 : terms.termMonths(),
                        terms.text()),
                user.name(),
                clock.instant()));
        journal.note(asked.number(), "Research-tool licence requested", "For " + seedNumber + ".");
        journal.note(seedNumber, "Research-tool licence requested", asked.number());
        events.publishEvent(new ToolLicence.Requested(asked.number()));
        return asked;
    }

    /**
     * The conditions that the record names now for a requester.
     *
     * @throws Refusal as {@link #request} does
     */
    ResearchTool.Terms check(String seedNumber, ToolLicence.Requester requester) {
        ResearchTool tool = tools.publicOf(seeds.numbered(seedNumber))
                .orElseThrow(() -> Refusal.notFound("Seed " + seedNumber + " is no published research tool."));
        ResearchTool.Terms terms = tool.terms(requester.sector());
        if (!terms.stand()) {
            throw Refusal.conflict("%s names no standard conditions for %s: ask its adviser."
                    .formatted(seedNumber, requester.sector().english().toLowerCase(Locale.ROOT)));
        }
        if (requester.materialWanted() && tool.content().material().value() == ThreeValued.NO) {
            throw Refusal.conflict("The material of " + seedNumber + " cannot be had: ask for the licence alone.");
        }
        return terms;
    }

    /** Whether an exclusive licence stands on the seed, beside which none for research is given. */
    @Transactional(readOnly = true)
    public boolean exclusivelyLicensed(String seedNumber) {
        return !contracts.overlapping(seedNumber, right(1)).isEmpty();
    }

    /** @throws Refusal where there is none for who acts */
    @Transactional(readOnly = true)
    public ToolLicence of(String number) {
        return licences.findById(number)
                .filter(licence -> own.include(licence.enteredBy()))
                .orElseThrow(() -> Refusal.notFound("There is no research-tool licence " + number + "."));
    }

    /** Each condition counts only where it is given; a program finds what it asked for. */
    @Transactional(readOnly = true)
    public Page<ToolLicence> search(ToolLicence.@Nullable Status status, @Nullable String seedNumber, Pageable page) {
        return licences.findAll(
                equal("status", status)
                        .and(equal("seedNumber", seedNumber))
                        .and(equal("enteredBy", own.narrowedTo().orElse(null))),
                page);
    }

    /** What stands against the licence now, in a sentence. */
    @Transactional(readOnly = true)
    public Optional<String> obstacle(ToolLicence asked) {
        return standing(asked).map(obstacle -> words(obstacle, asked, Locale.ENGLISH));
    }

    /** What stands against a licence by rule. */
    private enum Obstacle {
        LEFT,
        NO_TOOL,
        EXCLUSIVE
    }

    private String words(Obstacle obstacle, ToolLicence asked, Locale language) {
        return messages.getMessage("tool-licence.obstacle." + obstacle, new Object[] {asked.seedNumber()}, language);
    }

    private Optional<Obstacle> standing(ToolLicence asked) {
        Seed seed = seeds.numbered(asked.seedNumber());
        if (seed.status() != Seed.Status.PUBLISHED) {
            return Optional.of(Obstacle.LEFT);
        }
        if (tools.of(seed.number()).isEmpty()) {
            return Optional.of(Obstacle.NO_TOOL);
        }
        return contracts
                        .overlapping(seed.number(), right(asked.offered().termMonths()))
                        .isEmpty()
                ? Optional.empty()
                : Optional.of(Obstacle.EXCLUSIVE);
    }

    /** The right in every field and everywhere: it meets whatever exclusive right is live. */
    private Grant right(int months) {
        LocalDate today = LocalDate.now(clock);
        return new Grant(LicenceKind.RESEARCH_TOOL, "", "", "use", today, today.plusMonths(months));
    }

    /** Notes who decided on the request. */
    public void decided(String number) {
        ToolLicence asked = of(number);
        asked.decidedBy(user.name());
        journal.note(number, "Request decided on", "");
    }

    /**
     * The licence stands from today, and both sides are written what it says. May run twice.
     *
     * @return what stands against it; nothing where it is concluded
     */
    public Optional<String> conclude(String number) {
        ToolLicence asked = of(number);
        if (asked.status() == ToolLicence.Status.CONCLUDED) {
            return Optional.empty();
        }
        contracts.lock(asked.seedNumber());
        Optional<String> obstacle = obstacle(asked);
        if (obstacle.isEmpty()) {
            asked.conclude(LocalDate.now(clock));
            ResearchTool tool = tools.of(asked.seedNumber()).orElseThrow();
            letters.concluded(asked, tool.content(), ownersLanguage(asked.seedNumber()));
            journal.note(number, "Research-tool licence concluded", "Until " + asked.endsOn() + ".");
            journal.note(asked.seedNumber(), "Research-tool licence concluded", number);
            events.publishEvent(new ToolLicence.Concluded(number, asked.seedNumber()));
        }
        return obstacle;
    }

    /** The owner is written to in the language of its contact, or else of the record. */
    private Locale ownersLanguage(String seedNumber) {
        Seed seed = seeds.numbered(seedNumber);
        String language = organisations
                .findById(seed.organisationId())
                .map(Organisation::contact)
                .map(Contact::language)
                .orElse(seed.content().language());
        return "en".equals(language) ? Locale.ENGLISH : Locale.JAPANESE;
    }

    /** The requester is written why there is no licence. May run twice. */
    public void refuse(String number, String why) {
        ToolLicence asked = of(number);
        if (asked.status() == ToolLicence.Status.REFUSED) {
            return;
        }
        asked.refuse(why);
        letters.refused(asked, inTheRequestersWords(asked, why));
        journal.note(number, "Research-tool licence refused", why);
        journal.note(asked.seedNumber(), "Research-tool licence refused", number);
    }

    /** What stands against it by rule is said in the requester's language, what a registrar wrote as it was written. */
    private String inTheRequestersWords(ToolLicence asked, String why) {
        return standing(asked)
                .filter(obstacle -> words(obstacle, asked, Locale.ENGLISH).equals(why))
                .map(obstacle -> words(obstacle, asked, asked.requester().locale()))
                .orElse(why);
    }

    private static Specification<ToolLicence> equal(String attribute, @Nullable Object value) {
        return (licence, query, is) -> value == null ? is.conjunction() : is.equal(licence.get(attribute), value);
    }
}
