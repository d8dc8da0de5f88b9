package org.kakehashi.platform.web;

import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Refusal;

/** Keeps two who change the same record from undoing each other's work. */
public final class RecordVersion {

    private RecordVersion() {}

    /**
     * @param name of the record, for the sentence
     * @param read the version that the caller read; absent where none is claimed
     * @throws Refusal where somebody else was faster
     */
    public static void expect(String name, @Nullable Integer read, int now) {
        if (read != null && read != now) {
            throw Refusal.conflict(name + " has been changed in the meantime: read it again, then repeat the change.");
        }
    }
}
