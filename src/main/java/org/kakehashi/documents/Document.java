package org.kakehashi.documents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kakehashi.platform.files.FileType;
import org.kakehashi.shared.Confidentiality;
import org.kakehashi.shared.Refusal;

/**
 * A document of a case with all its versions.
 *
 * @param number counted from 1 in its case
 * @param tier who may see it
 * @param sealed whether it takes no further version
 * @param versions the first one first; never empty
 */
public record Document(
        UUID id,
        String caseNumber,
        int number,
        DocumentKind kind,
        String title,
        Confidentiality tier,
        boolean sealed,
        List<Version> versions) {

    /**
     * One state of a document. It never changes.
     *
     * @param number counted from 1 in its document
     * @param sha256 of the whole file, in hexadecimal digits
     * @param author the user who added it
     * @param generated whether the product drafted it
     */
    public record Version(
            UUID id,
            int number,
            String fileName,
            FileType type,
            long bytes,
            String sha256,
            String author,
            Instant addedAt,
            boolean generated) {}

    Document with(List<Version> others) {
        return new Document(id, caseNumber, number, kind, title, tier, sealed, others);
    }

    /** The document as it was when that version was the latest. */
    public Document upTo(int wanted) {
        return with(versions.subList(0, version(wanted).number()));
    }

    public Version latest() {
        return versions.get(versions.size() - 1);
    }

    /** @throws Refusal where there is no such version */
    public Version version(int wanted) {
        if (wanted < 1 || wanted > versions.size()) {
            throw Refusal.notFound("Document %d of %s has no version %d: its versions are 1 to %d."
                    .formatted(number, caseNumber, wanted, versions.size()));
        }
        return versions.get(wanted - 1);
    }

    /** Number, title and version as people read them, such as {@code 3 · Licence agreement, version 2}. */
    public String described() {
        return "%d · %s, version %d".formatted(number, title, latest().number());
    }
}
