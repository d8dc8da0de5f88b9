package org.kakehashi.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.documents.Document;
import org.kakehashi.documents.Documents;
import org.kakehashi.negotiation.CaseEnded;
import org.kakehashi.negotiation.Negotiations;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.PartyAnswer;
import org.kakehashi.negotiation.PartyAnswers;
import org.kakehashi.platform.files.FileType;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.kakehashi.signing.Signature.Way;
import org.kakehashi.signing.SignatureRequest.State;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who signs what. A side signs once, in whichever way comes first; who signs a case's contract waits for whoever is just
 * signing it.
 */
@Component
@Transactional
public class Signatures {

    private static final int LONGEST_NAME = 200;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Set<FileType> SCANS = Set.of(FileType.PDF, FileType.PNG, FileType.JPEG, FileType.TIFF);

    private final SignatureTable table;
    private final Certificate certificate;
    private final Seals seals;
    private final Documents documents;
    private final Negotiations negotiations;
    private final PartyAnswers answers;
    private final Journal journal;
    private final CurrentUser user;
    private final Clock clock;

    Signatures(
            SignatureTable table,
            Certificate certificate,
            Seals seals,
            Documents documents,
            Negotiations negotiations,
            PartyAnswers answers,
            Journal journal,
            CurrentUser user,
            Clock clock) {
        this.table = table;
        this.certificate = certificate;
        this.seals = seals;
        this.documents = documents;
        this.negotiations = negotiations;
        this.answers = answers;
        this.journal = journal;
        this.user = user;
        this.clock = clock;
    }

    /**
     * What a signing service tells.
     *
     * @param id by which the service knows the event again
     * @param signed false where the side declines
     * @param signedAt by the service's clock
     * @param sha256 of the text that was signed
     * @param reason why it declines
     */
    public record Told(
            String provider,
            String id,
            UUID request,
            Side side,
            boolean signed,
            @Nullable String signer,
            @Nullable String email,
            @Nullable Instant signedAt,
            @Nullable String sha256,
            @Nullable String reason) {}

    /** Why nothing can be signed within the product, in a sentence; empty where it can. */
    public Optional<String> obstacle() {
        return certificate.obstacle();
    }

    /**
     * Lets the sides of a case sign. Asked again, the first text stays.
     *
     * @param text a PDF; none to sign on paper
     * @throws Refusal where the PDF is protected, signed already or broken
     */
    public void open(String caseNumber, @Nullable Document text) {
        if (text != null) {
            seals.signable(text.latest());
        }
        if (table.open(caseNumber, text == null ? null : Pinned.latestOf(text), clock.instant())) {
            journal.note(
                    caseNumber,
                    "Signatures asked for",
                    text == null ? "On paper: no PDF could be made." : "Document %s.".formatted(text.described()));
        }
    }

    @Transactional(readOnly = true)
    public Optional<SignatureRequest> ofCase(String caseNumber) {
        return table.ofCase(caseNumber);
    }

    /** @throws Refusal where there is none */
    @Transactional(readOnly = true)
    public SignatureRequest of(UUID id) {
        return table.find(id).orElseThrow(() -> Refusal.notFound("There is no signature request " + id + "."));
    }

    /** The requests, the oldest first. Each condition counts only where it is given. */
    @Transactional(readOnly = true)
    public Page<SignatureRequest> search(@Nullable State state, @Nullable String caseNumber, Pageable page) {
        return table.search(state, caseNumber, page);
    }

    /**
     * A company signs on its page. Done again, it counts once.
     *
     * @param email to which its link was sent
     * @param sha256 of the text that its page showed
     * @throws Refusal where the text is another one, the case does not wait for it, or the product cannot sign
     */
    public void signByLink(String caseNumber, Side side, String signer, String email, String sha256) {
        if (certificate.obstacle().isPresent()) {
            throw Refusal.conflict(
                    "The contract of " + caseNumber + " is signed on paper: your adviser gives it to you.");
        }
        SignatureRequest request = locked(caseNumber);
        if (!hasSigned(request, side)) {
            sameText(request, sha256);
            count(request, signature(side, Way.LINK, name(signer), email, null, clock.instant(), null));
        }
    }

    /**
     * A signing service tells what a side did there. Told again, nothing happens.
     *
     * @throws Refusal where it cannot be: nothing is changed, and the service may tell it again
     */
    public void tell(Told told) {
        SignatureRequest request = locked(of(told.request()).caseNumber());
        if (!table.heard(told.provider(), told.id(), request.id(), clock.instant())) {
            return;
        }
        if (!told.signed()) {
            negotiations.answer(answer(request, told.side(), false, StringUtils.defaultString(told.reason())));
        } else if (!hasSigned(request, told.side())) {
            sameText(request, StringUtils.defaultString(told.sha256()));
            Instant at = told.signedAt() == null ? clock.instant() : told.signedAt();
            if (at.isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
                throw Refusal.invalid("signedAt lies in the future.");
            }
            String signer = name(StringUtils.defaultString(told.signer()));
            count(request, signature(told.side(), Way.SERVICE, signer, told.email(), told.provider(), at, null));
        }
    }

    /**
     * Hands in the scan of the paper that a side has signed; somebody else confirms it.
     *
     * @param document its number among the case's documents; the newest version counts
     */
    public void handIn(String caseNumber, Side side, String signer, int document) {
        SignatureRequest request = locked(caseNumber);
        if (hasSigned(request, side)) {
            throw Refusal.conflict("The %s of %s has signed already.".formatted(side.lower(), caseNumber));
        }
        Document scan = documents.forTask(caseNumber, document);
        if (!SCANS.contains(scan.latest().type())) {
            throw Refusal.invalid("Document %d is no scan: add the signed paper as PDF, PNG, JPEG or TIFF first."
                    .formatted(document));
        }
        Pinned pinned = Pinned.latestOf(scan);
        if (request.text() != null && request.text().sha256().equals(pinned.sha256())) {
            throw Refusal.invalid(
                    "Document %d is the text for signature, which nobody has signed: give the number of the scan."
                            .formatted(document));
        }
        table.add(request.id(), signature(side, Way.SCAN, name(signer), null, null, clock.instant(), pinned));
        journal.note(caseNumber, "Signed scan of the " + side.lower() + " handed in", scan.described() + ".");
    }

    /** The scan of a side that waits for its confirmation. */
    @Transactional(readOnly = true)
    public Optional<Signature> unconfirmed(String caseNumber, Side side) {
        return ofCase(caseNumber).flatMap(request -> request.signature(side)).filter(signature -> !signature.counts());
    }

    /** Confirms that the scan shows the text and the side's signature. */
    public void confirm(String caseNumber, Side side) {
        SignatureRequest request = locked(caseNumber);
        Signature scan = byAnother(request, side);
        table.confirm(request.id(), side, user.name());
        answers.record(answer(request, side, true, Signature.SIGNED_BY + scan.signer() + "."));
    }

    /** The scan does not show what it should: another one, or another way, is needed. */
    public void reject(String caseNumber, Side side, String comment) {
        SignatureRequest request = locked(caseNumber);
        byAnother(request, side);
        if (comment.isBlank()) {
            throw Refusal.invalid("Say in a comment what is wrong with the scan.");
        }
        table.remove(request.id(), side);
        journal.note(caseNumber, "Signed scan of the " + side.lower() + " rejected", comment.strip());
    }

    /** A case that ends before both have signed takes its request with it. */
    @EventListener
    void on(CaseEnded ended) {
        table.close(ended.number(), clock.instant());
    }

    private SignatureRequest locked(String caseNumber) {
        table.lock(caseNumber);
        return table.ofCase(caseNumber)
                .orElseThrow(
                        () -> Refusal.conflict("The contract of " + caseNumber + " is not ready for signature yet."));
    }

    private boolean hasSigned(SignatureRequest request, Side side) {
        Optional<Signature> earlier = request.signature(side);
        if (earlier.isPresent()) {
            if (!earlier.get().counts()) {
                throw Refusal.conflict("A signed scan of the %s of %s is being checked."
                        .formatted(side.lower(), request.caseNumber()));
            }
            return true;
        }
        open(request);
        return false;
    }

    private static void open(SignatureRequest request) {
        if (request.state() != State.OPEN) {
            throw Refusal.conflict("The contract of " + request.caseNumber() + " is no longer open for signature.");
        }
    }

    private static void sameText(SignatureRequest request, String sha256) {
        if (request.text() == null || !request.text().sha256().equalsIgnoreCase(sha256)) {
            throw Refusal.conflict("This is not the text of %s that is open for signature: fetch it anew."
                    .formatted(request.caseNumber()));
        }
    }

    private void count(SignatureRequest request, Signature signature) {
        table.add(request.id(), signature);
        negotiations.answer(answer(request, signature.side(), true, Signature.SIGNED_BY + signature.signer() + "."));
    }

    private Signature byAnother(SignatureRequest request, Side side) {
        Signature scan = request.signature(side)
                .filter(signature -> !signature.counts())
                .orElseThrow(() -> Refusal.conflict(
                        "No scan of the %s of %s waits.".formatted(side.lower(), request.caseNumber())));
        String uploader = scan.scan() == null
                ? ""
                : documents
                        .forTask(request.caseNumber(), scan.scan().document())
                        .version(scan.scan().version())
                        .author();
        if (Set.of(scan.recordedBy(), uploader).contains(user.name())) {
            throw Refusal.forbidden("You have handed in this scan: somebody else confirms it.");
        }
        return scan;
    }

    private Signature signature(
            Side side,
            Way way,
            String signer,
            @Nullable String email,
            @Nullable String provider,
            Instant at,
            @Nullable Pinned scan) {
        return new Signature(side, way, signer, email, provider, at, user.name(), scan, null);
    }

    private static PartyAnswer.Given answer(SignatureRequest request, Side side, boolean positive, String words) {
        return new PartyAnswer.Given(
                request.caseNumber(),
                Occasion.SIGNATURE,
                1,
                side,
                positive,
                positive ? null : OutcomeCode.WITHDRAWN,
                words);
    }

    private static String name(String signer) {
        String name = signer.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Refusal.invalid("Give the signer's name, of at most %d characters.".formatted(LONGEST_NAME));
        }
        return name;
    }
}
