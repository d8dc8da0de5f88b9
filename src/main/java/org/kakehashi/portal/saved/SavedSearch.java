package org.kakehashi.portal.saved;

import java.util.Locale;
import java.util.UUID;
import org.kakehashi.portal.SeedQuery;

/**
 * A search of which a visitor wants to hear what is new.
 *
 * @param words what is looked for, as the visitor reads it
 * @param confirmed whether the mail address has been confirmed
 */
public record SavedSearch(UUID id, String email, Locale language, SeedQuery query, String words, boolean confirmed) {}
