package org.kakehashi.matching;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.matching.search.Profile;
import org.kakehashi.needs.Need;
import org.kakehashi.needs.NeedContent;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.shared.DeclineReason;

/** What of a pair an adviser looked at who declined it for a reason: once it changes, the pair may come back. */
final class DeclineGrounds {

    private DeclineGrounds() {}

    /** A digest of it; none where no change of the records can make the reason void. */
    static Optional<String> of(DeclineReason reason, Seed seed, Need need) {
        SeedContent offered = seed.content();
        NeedContent wanted = need.content();
        return switch (reason) {
            case WRONG_FIELD ->
                digest(Profile.of(seed).text(), seed.ipc(), Profile.of(need).text(), wanted.ipc());
            case CONDITIONS ->
                digest(
                        offered.licence(),
                        offered.assignment(),
                        wanted.budgetYen(),
                        wanted.wantedKind(),
                        wanted.region());
            case MATURITY -> digest(offered.maturity().trl(), wanted.deadline());
            case ALREADY_KNOWN, COMPANY_NOT_INTERESTED, OTHER -> Optional.empty();
        };
    }

    private static Optional<String> digest(@Nullable Object... parts) {
        return Optional.of(DigestUtils.sha256Hex(Arrays.toString(parts)));
    }
}
