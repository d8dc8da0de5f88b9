package org.kakehashi.needs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.IpcSymbol;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;

/**
 * What a company says it needs.
 *
 * @param language of the texts, {@code en} or {@code ja}
 * @param budgetYen in yen, absent where not said
 * @param wantedKind absent where any kind will do
 * @param region where the technology will be used, absent where anywhere
 * @param musts what a seed has to meet to be proposed at all; everything else is talked over
 */
public record NeedContent(
        String language,
        String title,
        String problem,
        String specification,
        @Nullable Long budgetYen,
        @Nullable LocalDate deadline,
        List<String> ipc,
        @Nullable LicenceKind wantedKind,
        @Nullable Prefecture region,
        boolean nameMayBeShown,
        Set<Requirement> musts) {

    /** A need of which everything can be talked over. */
    public NeedContent(
            String language,
            String title,
            String problem,
            String specification,
            @Nullable Long budgetYen,
            @Nullable LocalDate deadline,
            List<String> ipc,
            @Nullable LicenceKind wantedKind,
            @Nullable Prefecture region,
            boolean nameMayBeShown) {
        this(
                language,
                title,
                problem,
                specification,
                budgetYen,
                deadline,
                ipc,
                wantedKind,
                region,
                nameMayBeShown,
                Set.of());
    }

    /** @throws Refusal with every fault in a sentence of its own */
    public NeedContent {
        List<String> faults = new ArrayList<>();
        if (title.isBlank()) {
            faults.add("The title is missing.");
        }
        if (problem.isBlank()) {
            faults.add("The problem is not described.");
        }
        if (!language.equals("en") && !language.equals("ja")) {
            faults.add("The language must be \"en\" or \"ja\", not \"" + language + "\".");
        }
        if (budgetYen != null && budgetYen < 0) {
            faults.add("The budget cannot be negative.");
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
        musts = Collections.unmodifiableSet(
                musts.isEmpty() ? EnumSet.noneOf(Requirement.class) : EnumSet.copyOf(musts));
    }
}
