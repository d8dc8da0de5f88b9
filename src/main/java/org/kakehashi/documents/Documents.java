package org.kakehashi.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.documents.Document.Version;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.platform.files.ReceivedFile;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.Confidentiality;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The documents of all cases. Each use checks what the user, or the company that came by a link, may see. */
@Component
@Transactional
public class Documents {

    private static final int LONGEST_TITLE = 200;

    private final DocumentTable table;
    private final DocumentContents contents;
    private final DocumentAccess access;
    private final LicensingCases cases;
    private final Journal journal;
    private final CurrentUser user;
    private final Clock clock;

    Documents(
            DocumentTable table,
            DocumentContents contents,
            DocumentAccess access,
            LicensingCases cases,
            Journal journal,
            CurrentUser user,
            Clock clock) {
        this.table = table;
        this.contents = contents;
        this.access = access;
        this.cases = cases;
        this.journal = journal;
        this.user = user;
        this.clock = clock;
    }

    /**
     * A file as it was sent.
     *
     * @param name under which it was sent, perhaps with folders
     */
    public record Upload(String name, InputStream content) {}

    /** Somebody took a version away. */
    public record Access(int version, String reader, Instant at) {}

    /** The documents of the case that the user may see, the first one first. */
    @Transactional(readOnly = true)
    public List<Document> of(String caseNumber) {
        LicensingCase licensingCase = caseOf(caseNumber);
        return table.of(licensingCase.number()).stream()
                .filter(document -> access.sees(licensingCase, document))
                .toList();
    }

    /** @throws Refusal where there is no such document, or the user may not see it */
    @Transactional(readOnly = true)
    public Document of(String caseNumber, int number) {
        LicensingCase licensingCase = caseOf(caseNumber);
        Document document = table.find(licensingCase.number(), number)
                .orElseThrow(
                        () -> Refusal.notFound("There is no document %d in case %s.".formatted(number, caseNumber)));
        access.see(licensingCase, document);
        return document;
    }

    /** Whether the user may add documents to the case. */
    @Transactional(readOnly = true)
    public boolean mayAdd(String caseNumber) {
        return access.adds(caseOf(caseNumber));
    }

    /**
     * Adds a document with its first version.
     *
     * @param title the kind's name where it is empty
     * @throws Refusal where the file is empty, too large, or not what its name says
     */
    public Document add(
            String caseNumber, DocumentKind kind, @Nullable String title, Confidentiality tier, Upload upload) {
        LicensingCase licensingCase = caseOf(caseNumber);
        access.add(licensingCase);
        String name = StringUtils.defaultIfBlank(title, kind.english()).strip();
        if (name.length() > LONGEST_TITLE) {
            throw Refusal.invalid("Give the document a title of at most %d characters.".formatted(LONGEST_TITLE));
        }
        return store(
                licensingCase.number(),
                upload,
                "Document added",
                false,
                () -> table.add(licensingCase.number(), kind, name, tier));
    }

    /** Adds the next version of a document; its tier stays. */
    public Document addVersion(String caseNumber, int number, Upload upload) {
        LicensingCase licensingCase = caseOf(caseNumber);
        access.add(licensingCase);
        Document document = of(caseNumber, number);
        if (document.sealed()) {
            throw Refusal.conflict(
                    "Document %d of %s is sealed: add a document of its own instead.".formatted(number, caseNumber));
        }
        return store(licensingCase.number(), upload, "New version of a document", false, document::id);
    }

    /**
     * A document for whoever has a task on its case: what the task shows is theirs to see.
     *
     * @throws Refusal where there is no such document
     */
    @Transactional(readOnly = true)
    public Document forTask(String caseNumber, int number) {
        return table.find(caseNumber, number)
                .orElseThrow(
                        () -> Refusal.notFound("There is no document %d in case %s.".formatted(number, caseNumber)));
    }

    /** Keeps what the product made: the next version of what it made before under the same title. */
    public Document generated(String caseNumber, DocumentKind kind, String title, String fileName, byte[] content) {
        return store(
                caseNumber,
                new Upload(fileName, new ByteArrayInputStream(content)),
                "Document drafted",
                true,
                () -> table.of(caseNumber).stream()
                        .filter(document -> document.kind() == kind
                                && document.title().equals(title)
                                && document.versions().get(0).generated())
                        .map(Document::id)
                        .findFirst()
                        .orElseGet(() -> table.add(caseNumber, kind, title, Confidentiality.CASE_TEAM)));
    }

    /** From now on the document takes no further version. */
    public void seal(Document document) {
        table.seal(document.id());
    }

    /** The content of a version, to be taken away: the user is noted. */
    public InputStream take(Document document, Version version) {
        access.see(caseOf(document.caseNumber()), document);
        return handOut(version);
    }

    /** The content of a version for somebody whom the caller has let in: whoever it is, is noted. */
    public InputStream handOut(Version version) {
        table.taken(version.id(), user.name(), clock.instant());
        return content(version);
    }

    /** The content of a version for the product's own work: nobody takes it away. */
    @Transactional(readOnly = true)
    public InputStream content(Version version) {
        return contents.read(version.id(), version.bytes());
    }

    /** Who took the document away, the latest first; for those who work on its case. */
    @Transactional(readOnly = true)
    public List<Access> accesses(String caseNumber, int number) {
        access.add(caseOf(caseNumber));
        return table.accesses(of(caseNumber, number).id());
    }

    private Document store(String caseNumber, Upload upload, String event, boolean generated, Supplier<UUID> owner) {
        try (ReceivedFile file = ReceivedFile.receive(upload.name(), upload.content());
                InputStream content = file.open()) {
            UUID version = UUID.randomUUID();
            contents.write(version, content);
            table.oneAtATime(caseNumber);
            UUID document = owner.get();
            table.addVersion(document, version, file, user.name(), clock.instant(), generated);
            Document stored = table.byId(document);
            journal.note(
                    caseNumber,
                    event,
                    "Document %d, version %d."
                            .formatted(stored.number(), stored.latest().number()));
            return stored;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LicensingCase caseOf(String number) {
        return cases.of(CaseNumber.parse(number).toString());
    }
}
