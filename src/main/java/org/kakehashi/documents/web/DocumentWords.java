package org.kakehashi.documents.web;

import java.util.List;
import org.kakehashi.documents.Document;
import org.kakehashi.documents.Documents;
import org.kakehashi.shared.Confidentiality;
import org.springframework.stereotype.Component;

/** What pages say of documents. */
@Component
class DocumentWords {

    private final Documents documents;

    DocumentWords(Documents documents) {
        this.documents = documents;
    }

    /** The documents of the case that the reader may see. */
    public List<Document> of(String caseNumber) {
        return documents.of(caseNumber);
    }

    /** Who sees what has this tier. */
    public String tier(Confidentiality tier) {
        return switch (tier) {
            case PUBLIC -> "everybody";
            case REGISTERED -> "the programme";
            case INTRODUCED -> "both sides' advisers once introduced";
            case NDA -> "both sides' advisers under the NDA";
            case CASE_TEAM -> "the case team";
        };
    }
}
