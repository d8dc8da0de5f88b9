package org.kakehashi.registry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.IpcSymbol;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.ThreeValued;

/**
 * What a registrant says of a seed. Texts are empty where nothing is said, conditions three-valued.
 *
 * @param language of the texts, {@code en} or {@code ja}
 * @param unpublished whether the application is not yet published, so that seven items only may be shown
 * @param trl technology readiness level, 1 to 9
 * @param registrantOwns whether the registrant is the patent's owner
 */
public record SeedContent(
        String language,
        String title,
        String outline,
        String purpose,
        String effect,
        String applicableProducts,
        String advantage,
        String applicant,
        String inventionName,
        @Nullable String applicationNumber,
        @Nullable String registrationNumber,
        @Nullable String publicationNumber,
        boolean unpublished,
        List<String> ipc,
        ThreeValued workedBefore,
        ThreeValued licensedBefore,
        LicenceTerms licence,
        AssignmentTerms assignment,
        @Nullable Integer trl,
        ThreeValued knowHow,
        ThreeValued training,
        ThreeValued samples,
        List<String> coOwners,
        boolean registrantOwns,
        boolean powerOfAttorney,
        boolean publiclyFunded) {

    /** The conditions on which a licence is offered. */
    public record LicenceTerms(
            ThreeValued offered,
            @Nullable LicenceKind kind,
            ThreeValued lumpSum,
            ThreeValued royalty,
            ThreeValued domestic,
            String wishes) {

        public static LicenceTerms unspecified() {
            return new LicenceTerms(
                    ThreeValued.NOT_SPECIFIED,
                    null,
                    ThreeValued.NOT_SPECIFIED,
                    ThreeValued.NOT_SPECIFIED,
                    ThreeValued.NOT_SPECIFIED,
                    "");
        }
    }

    /** The conditions on which the patent itself is offered. */
    public record AssignmentTerms(ThreeValued offered, ThreeValued lumpSum, String wishes) {

        public static AssignmentTerms unspecified() {
            return new AssignmentTerms(ThreeValued.NOT_SPECIFIED, ThreeValued.NOT_SPECIFIED, "");
        }
    }

    /** @throws Refusal with every fault in a sentence of its own */
    public SeedContent {
        List<String> faults = new ArrayList<>();
        if (title.isBlank()) {
            faults.add("The title is missing.");
        }
        if (!language.equals("en") && !language.equals("ja")) {
            faults.add("The language must be \"en\" or \"ja\", not \"" + language + "\".");
        }
        if (isBlank(applicationNumber) && isBlank(registrationNumber)) {
            faults.add("A seed needs the number of an application or of a registration.");
        }
        if (trl != null && (trl < 1 || trl > 9)) {
            faults.add("The technology readiness level must lie between 1 and 9, not " + trl + ".");
        }
        for (String symbol : ipc) {
            try {
                IpcSymbol.parse(symbol);
            } catch (Refusal e) {
                faults.addAll(e.reasons());
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, faults);
        }
        ipc = ipc.stream()
                .map(symbol -> IpcSymbol.parse(symbol).toString())
                .distinct()
                .toList();
        coOwners = List.copyOf(coOwners);
    }

    /** Whether somebody else's power of attorney must be at hand: the registrant is not the owner, or not alone. */
    public boolean needsPowerOfAttorney() {
        return !registrantOwns || !coOwners.isEmpty();
    }

    /** @throws Refusal where a power of attorney is needed and missing */
    public void confirmComplete() {
        if (needsPowerOfAttorney() && !powerOfAttorney) {
            throw Refusal.invalid("The power of attorney is missing: "
                    + (registrantOwns ? "the patent has co-owners." : "the registrant is not the owner."));
        }
    }

    /** The same with what a registrant has handed in later. */
    public SeedContent completed(
            String title,
            String outline,
            @Nullable String applicationNumber,
            @Nullable String registrationNumber,
            List<String> ipc,
            boolean powerOfAttorney) {
        return new SeedContent(
                language,
                title,
                outline,
                purpose,
                effect,
                applicableProducts,
                advantage,
                applicant,
                inventionName,
                applicationNumber,
                registrationNumber,
                publicationNumber,
                unpublished,
                ipc,
                workedBefore,
                licensedBefore,
                licence,
                assignment,
                trl,
                knowHow,
                training,
                samples,
                coOwners,
                registrantOwns,
                powerOfAttorney,
                publiclyFunded);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
