package org.kakehashi.platform.imports.web;

/** How a source of records may be called. */
final class ImportSource {

    static final String PATTERN = "[A-Za-z0-9._-]{1,100}";
    static final String MESSAGE = "must be 1 to 100 letters, digits, dots or dashes";

    private ImportSource() {}
}
