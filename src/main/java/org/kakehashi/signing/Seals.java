package org.kakehashi.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.lang3.StringUtils;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.kakehashi.documents.Document;
import org.kakehashi.documents.Document.Version;
import org.kakehashi.documents.DocumentKind;
import org.kakehashi.documents.Documents;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.shared.Refusal;
import org.kakehashi.signing.Certificate.Key;
import org.kakehashi.signing.SignatureRequest.State;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seals what both sides have signed, and tells whether it is still what was sealed. */
@Component
@Transactional
public class Seals {

    private static final int HASHED_LETTERS = 12;
    private static final long LARGEST = 40L * 1024 * 1024;

    private final SignatureTable table;
    private final Certificate certificate;
    private final Pades pades;
    private final Documents documents;
    private final LicensingCases cases;
    private final Journal journal;
    private final Clock clock;
    private final Path font;

    Seals(
            SignatureTable table,
            Certificate certificate,
            Pades pades,
            Documents documents,
            LicensingCases cases,
            Journal journal,
            Clock clock,
            @Value("${kakehashi.documents.font}") Path font) {
        this.table = table;
        this.certificate = certificate;
        this.pades = pades;
        this.documents = documents;
        this.cases = cases;
        this.journal = journal;
        this.clock = clock;
        this.font = font;
    }

    /** One thing that was looked at, whether it is as it was, and what that means. */
    public record Check(String subject, boolean good, String words) {}

    /** Everything that was looked at; the seal holds where all of it is good. */
    public record Verification(boolean holds, List<Check> checks) {

        static Verification of(List<Check> checks) {
            return new Verification(checks.stream().allMatch(Check::good), checks);
        }
    }

    /**
     * Seals the signed contract of a case: the text and behind it the evidence, signed with the programme's certificate
     * where it has one. Done again, the first seal stays.
     *
     * @return the sealed file; none where no signature was asked for in the product
     */
    public Optional<Pinned> seal(String caseNumber) {
        table.lock(caseNumber);
        return table.ofCase(caseNumber)
                .filter(request -> request.state() != State.CLOSED)
                .map(request -> request.sealed() == null ? seal(request) : request.sealed());
    }

    private Pinned seal(SignatureRequest request) {
        Document text = request.text() == null
                ? null
                : documents.forTask(request.caseNumber(), request.text().document());
        byte[] pdf = withEvidence(request, text);
        Optional<Key> key = certificate.key();
        if (key.isPresent()) {
            pdf = pades.sign(pdf, key.get(), "Contract signed by both parties of " + request.caseNumber());
        }
        String title =
                (text == null ? "Contract" : StringUtils.removeEnd(text.title(), ", for signature")) + ", signed";
        Document kept = documents.generated(
                request.caseNumber(),
                text == null ? DocumentKind.OTHER : text.kind(),
                title,
                request.caseNumber() + " " + title + ".pdf",
                pdf);
        documents.seal(kept);
        Pinned sealed = Pinned.latestOf(kept);
        table.sealed(request.id(), sealed, key.map(Key::fingerprint).orElse(null), clock.instant());
        journal.note(
                request.caseNumber(),
                "Signed contract sealed",
                "Document %d, SHA-256 %s.".formatted(sealed.document(), sealed.sha256()));
        return sealed;
    }

    private byte[] withEvidence(SignatureRequest request, @Nullable Document text) {
        LicensingCase licensingCase = cases.of(request.caseNumber());
        var evidence = new Evidence(font, clock.getZone());
        if (text == null || request.text() == null) {
            return evidence.page(licensingCase, request, null);
        }
        Version version = text.version(request.text().version());
        var named = new Evidence.Text(
                "%d · %s, version %d".formatted(text.number(), text.title(), version.number()),
                version.fileName(),
                request.text());
        return Evidence.behind(bytes(version), evidence.page(licensingCase, request, named));
    }

    /** Looks whether the sealed file, the text it was made from and the scans are still what they were. */
    @Transactional(readOnly = true)
    public Verification verify(SignatureRequest request) {
        Pinned sealed = request.sealed();
        if (sealed == null) {
            throw Refusal.conflict("The contract of " + request.caseNumber() + " is not sealed yet.");
        }
        List<Check> checks = new ArrayList<>();
        byte[] file = bytes(version(request.caseNumber(), sealed));
        checks.add(hash("Signed contract", sealed, file));
        checks.add(seal(file, request.certificate()));
        if (request.text() != null) {
            checks.add(stored("Text for signature", request.caseNumber(), request.text()));
        }
        request.signatures().stream()
                .map(Signature::scan)
                .filter(Objects::nonNull)
                .map(scan -> stored("Signed scan", request.caseNumber(), scan))
                .forEach(checks::add);
        return Verification.of(checks);
    }

    /** Looks whether a file that somebody has is, byte for byte, the one that was sealed in this case. */
    @Transactional(readOnly = true)
    public Verification compare(SignatureRequest request, byte[] file) {
        Pinned sealed = request.sealed();
        if (sealed == null) {
            throw Refusal.conflict("The contract of " + request.caseNumber() + " is not sealed yet.");
        }
        return Verification.of(List.of(hash("File", sealed, file), seal(file, request.certificate())));
    }

    /** @throws Refusal where the file cannot be signed as it is */
    @Transactional(readOnly = true)
    void signable(Version version) {
        if (version.bytes() > LARGEST) {
            throw Refusal.invalid(
                    "\"%s\" is too large to be sealed: a contract has at most 40 MB.".formatted(version.fileName()));
        }
        try (PDDocument pdf = Loader.loadPDF(bytes(version))) {
            if (pdf.isEncrypted() || !pdf.getSignatureDictionaries().isEmpty()) {
                throw Refusal.invalid(
                        "\"%s\" is protected or bears a signature: ask for one without.".formatted(version.fileName()));
            }
        } catch (IOException e) {
            throw Refusal.invalid(
                    "\"%s\" cannot be opened as a PDF: ask for one that can.".formatted(version.fileName()));
        }
    }

    private Check stored(String subject, String caseNumber, Pinned pinned) {
        return hash(subject, pinned, bytes(version(caseNumber, pinned)));
    }

    private Version version(String caseNumber, Pinned pinned) {
        return documents.forTask(caseNumber, pinned.document()).version(pinned.version());
    }

    private static Check hash(String subject, Pinned pinned, byte[] file) {
        String found = DigestUtils.sha256Hex(file);
        boolean same = found.equals(pinned.sha256());
        return new Check(
                subject,
                same,
                same
                        ? "Unchanged: its SHA-256 is %s.".formatted(found)
                        : "Changed: its SHA-256 begins with %s, that of document %d with %s."
                                .formatted(
                                        StringUtils.left(found, HASHED_LETTERS),
                                        pinned.document(),
                                        StringUtils.left(pinned.sha256(), HASHED_LETTERS)));
    }

    private static Check seal(byte[] file, @Nullable String certificate) {
        String subject = "Seal";
        if (certificate == null) {
            return new Check(
                    subject, true, "None: the programme had no certificate, the SHA-256 alone tells a change.");
        }
        return switch (Pades.check(file, certificate)) {
            case INTACT -> new Check(subject, true, "Intact: the programme's signature covers the whole file.");
            case BROKEN ->
                new Check(
                        subject,
                        false,
                        "Broken: the file was changed after it was sealed, or somebody else sealed it.");
            case NONE -> new Check(subject, false, "Missing: the file bears no signature of the programme.");
        };
    }

    private byte[] bytes(Version version) {
        try (InputStream content = documents.content(version)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
