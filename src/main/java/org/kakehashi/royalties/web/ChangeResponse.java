package org.kakehashi.royalties.web;

import java.util.UUID;
import org.kakehashi.royalties.Change;

/** A change of a contract as callers see it. */
record ChangeResponse(UUID id, Change.Kind kind, Change.State state) {

    static ChangeResponse of(Change change) {
        return new ChangeResponse(change.getId(), change.kind(), change.state());
    }
}
