package org.kakehashi.signing;

import org.kakehashi.documents.Document;

/**
 * A version of a document of the case, held to what it was by its hash.
 *
 * @param document counted from 1 in its case
 * @param version counted from 1 in its document
 * @param sha256 of the whole file, in hexadecimal digits
 */
public record Pinned(int document, int version, String sha256) {

    static Pinned latestOf(Document document) {
        return new Pinned(
                document.number(), document.latest().number(), document.latest().sha256());
    }
}
