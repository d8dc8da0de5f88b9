package org.kakehashi.contract;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Organisations;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.PartyAnswers;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.persistence.Numbers;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.kakehashi.signing.Seals;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of contracts. Of two rights that exclude each other only one comes in: registrations on the same patent
 * wait for each other.
 */
@Component
@Transactional
public class Contracts {

    private final ContractTable contracts;
    private final Gates gates;
    private final LicensingCases cases;
    private final TermSheets termSheets;
    private final PartyAnswers answers;
    private final Seals seals;
    private final Seeds seeds;
    private final Organisations organisations;
    private final Numbers numbers;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final CurrentUser user;
    private final Clock clock;

    Contracts(
            ContractTable contracts,
            Gates gates,
            LicensingCases cases,
            TermSheets termSheets,
            PartyAnswers answers,
            Seals seals,
            Seeds seeds,
            Organisations organisations,
            Numbers numbers,
            JdbcClient jdbc,
            Journal journal,
            ApplicationEventPublisher events,
            CurrentUser user,
            Clock clock) {
        this.contracts = contracts;
        this.gates = gates;
        this.cases = cases;
        this.termSheets = termSheets;
        this.answers = answers;
        this.seals = seals;
        this.seeds = seeds;
        this.organisations = organisations;
        this.numbers = numbers;
        this.jdbc = jdbc;
        this.journal = journal;
        this.events = events;
        this.user = user;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Contract of(String number) {
        return contracts.findById(number).orElseThrow(() -> Refusal.notFound("There is no contract " + number + "."));
    }

    @Transactional(readOnly = true)
    public Optional<Contract> ofCase(String caseNumber) {
        return contracts.findByCaseNumber(caseNumber);
    }

    /** All contracts that count in the programme's statistics. */
    @Transactional(readOnly = true)
    public List<Contract> confirmed() {
        return contracts.findAll(equal("status", Contract.Status.CONFIRMED));
    }

    /** Each condition counts only where it is given. */
    @Transactional(readOnly = true)
    public Page<Contract> search(
            Contract.@Nullable Status status,
            @Nullable String seedNumber,
            @Nullable String caseNumber,
            @Nullable String enteredBy,
            Pageable page) {
        return contracts.findAll(
                equal("status", status)
                        .and(equal("seedNumber", seedNumber))
                        .and(equal("caseNumber", caseNumber))
                        .and(enteredBy == null ? Specification.unrestricted() : onRecordOf(enteredBy)),
                page);
    }

    /** The live contracts on the patent that the right cannot stand beside. */
    @Transactional(readOnly = true)
    public List<Overlap> overlapping(String seedNumber, Grant right) {
        return contracts.findBySeedNumberOrderByNumber(seedNumber).stream()
                .filter(Contract::isLive)
                .flatMap(live -> gates.overlap(live.grant(), right).map(rule -> new Overlap(live, rule)).stream())
                .toList();
    }

    /**
     * Enters the contract of a case that both sides have signed. A case's contract is entered once, however often asked.
     *
     * @throws LicenceOverlaps where a live contract stands against it; the case has then ended
     */
    public Contract register(String caseNumber) throws LicenceOverlaps {
        LicensingCase signed = cases.of(caseNumber);
        lock(signed.seedNumber());
        Optional<Contract> earlier = ofCase(caseNumber);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        LocalDate signedOn = signedOn(caseNumber);
        Terms terms = termSheets.agreed(caseNumber);
        Grant right = Grant.of(terms, signedOn);
        List<Overlap> standing = overlapping(signed.seedNumber(), right);
        if (!standing.isEmpty()) {
            cases.end(caseNumber, OutcomeCode.LEGAL_BLOCK, LicenceOverlaps.sentence(standing));
            throw new LicenceOverlaps(standing);
        }
        Contract.Basis basis = basis(signed);
        Price price = Price.of(terms);
        Integer stampDutyYen = gates.stampDuty(right.kind(), basis.patentGranted(), price.upfrontYen())
                .map(Gates.Duty::yen)
                .orElse(null);
        Contract contract = contracts.save(
                new Contract(numbers.next(CaseNumber.Kind.CONTRACT), basis, right, price, signedOn, stampDutyYen));
        seals.seal(caseNumber).ifPresent(file -> contract.sealed(file.document(), file.sha256()));
        journal.note(caseNumber, "Contract signed", contract.number() + ": " + right.described() + ".");
        events.publishEvent(new Contract.Signed(
                contract.number(),
                caseNumber,
                contract.seedNumber(),
                right.kind().isExclusive()));
        return contract;
    }

    /** Its registration has been applied for at the patent office. */
    public void filed(String number, LocalDate day) {
        Contract contract = of(number);
        contract.filed(day, LocalDate.now(clock));
        journal.note(contract.caseNumber(), "Registration filed at the patent office", "On " + day + ".");
    }

    /** @return false where the same receipt was known already */
    public boolean registered(String number, String receipt, LocalDate day) {
        Contract contract = of(number);
        if (!contract.registered(receipt.strip(), day, LocalDate.now(clock))) {
            return false;
        }
        journal.note(
                contract.caseNumber(),
                "Registered at the patent office",
                "Receipt %s of %s.".formatted(receipt.strip(), day));
        return true;
    }

    /** The patent office itself, or who speaks for it, hands in the receipt. */
    public void receiptArrived(String number, String receipt, LocalDate day) {
        if (registered(number, receipt, day)) {
            events.publishEvent(new Contract.ReceiptArrived(number, of(number).caseNumber()));
        }
    }

    /** Reports the contract as concluded; somebody else confirms that it counts. */
    public void report(String number, String text) {
        Contract contract = of(number);
        contract.reported(text, user.name(), clock.instant());
        journal.note(contract.caseNumber(), "Reported as concluded", text.strip());
    }

    /** The report is written again. */
    public void returnReport(String number, String comment) {
        Contract contract = of(number);
        if (comment.isBlank()) {
            throw Refusal.invalid("Say in a comment what the report lacks.");
        }
        contract.reportReturned(user.name());
        journal.note(contract.caseNumber(), "Report returned", comment.strip());
    }

    /** The contract counts, and its case ends with it. */
    public void confirm(String number) {
        Contract contract = of(number);
        contract.confirmed(user.name(), clock.instant());
        cases.end(contract.caseNumber(), OutcomeCode.CONCLUDED, "Contract " + number + " counts.");
        events.publishEvent(new Contract.Confirmed(number, contract.caseNumber()));
    }

    /**
     * Moves the end of a confirmed contract's right: earlier where it is terminated, later where it is renewed.
     *
     * @throws LicenceOverlaps where a live contract stands against the longer right
     */
    public void endOn(String number, LocalDate endsOn) throws LicenceOverlaps {
        Contract contract = of(number);
        lock(contract.seedNumber());
        Grant right = contract.grant().endingOn(endsOn);
        List<Overlap> standing = overlapping(contract.seedNumber(), right).stream()
                .filter(other -> !other.live().number().equals(number))
                .toList();
        if (!standing.isEmpty()) {
            throw new LicenceOverlaps(standing);
        }
        contract.changeRight(right);
    }

    /** The case has ended without its contract: what was signed falls away. */
    void voidOf(String caseNumber) {
        ofCase(caseNumber).filter(Contract::voided).ifPresent(contract -> {
            journal.note(caseNumber, "Contract void", contract.number() + " no longer stands in the register.");
        });
    }

    private Contract.Basis basis(LicensingCase signed) {
        Seed seed = seeds.findById(signed.seedNumber())
                .orElseThrow(() -> Refusal.notFound("There is no seed " + signed.seedNumber() + "."));
        return new Contract.Basis(
                signed.number(),
                signed.seedNumber(),
                signed.needNumber(),
                StringUtils.isNotBlank(seed.content().patent().registrationNumber()),
                seed.technologyFields(),
                party(signed.licensorOrganisation()),
                party(signed.licenseeOrganisation()));
    }

    private ContractParty party(UUID organisation) {
        return organisations
                .findById(organisation)
                .map(ContractParty::of)
                .orElseThrow(() -> Refusal.notFound("The organisation " + organisation + " is not in the directory."));
    }

    /** The day of the later signature. */
    private LocalDate signedOn(String caseNumber) {
        LocalDate day = LocalDate.MIN;
        for (Side side : Side.values()) {
            LocalDate signature = LocalDate.ofInstant(
                    answers.of(caseNumber, Occasion.SIGNATURE, 1, side).at(), clock.getZone());
            day = signature.isAfter(day) ? signature : day;
        }
        return day;
    }

    /** Until the transaction ends, nobody else enters a contract on this patent. */
    void lock(String seedNumber) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('contract'), hashtext(?))")
                .param(seedNumber)
                .query((row, index) -> index)
                .list();
    }

    /** Of the cases whose seed or need the user or program has entered. */
    private static Specification<Contract> onRecordOf(String enteredBy) {
        return (contract, query, is) -> {
            var own = query.subquery(String.class);
            var licensingCase = own.from(LicensingCase.class);
            own.select(licensingCase.get("number"))
                    .where(is.or(
                            is.equal(licensingCase.get("licensor").get("enteredBy"), enteredBy),
                            is.equal(licensingCase.get("licensee").get("enteredBy"), enteredBy)));
            return contract.get("caseNumber").in(own);
        };
    }

    private static Specification<Contract> equal(String attribute, @Nullable Object value) {
        return (contract, query, is) -> value == null ? is.conjunction() : is.equal(contract.get(attribute), value);
    }
}
