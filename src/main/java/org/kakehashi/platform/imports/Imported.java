package org.kakehashi.platform.imports;

import java.util.List;

/** Rows of an import were taken together: records were entered and others changed, told by their numbers. */
public record Imported(List<String> entered, List<String> changed) {}
