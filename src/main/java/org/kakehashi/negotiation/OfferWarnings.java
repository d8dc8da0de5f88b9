package org.kakehashi.negotiation;

import java.util.List;

/** What gates further on would say to terms, told while they are drafted. Modules behind this one add theirs. */
public interface OfferWarnings {

    /** Sentences that name the rule and who can lift it; none where nothing stands against the terms. */
    List<String> on(LicensingCase licensingCase, Terms terms);
}
