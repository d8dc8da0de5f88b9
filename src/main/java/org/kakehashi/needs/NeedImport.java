package org.kakehashi.needs;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Registrants;
import org.kakehashi.platform.imports.ImportKind;
import org.kakehashi.platform.imports.Revision;
import org.kakehashi.platform.imports.Row;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** Takes needs in bulk; {@code docs/integration/README.md} says what a row may hold. */
@Component
class NeedImport implements ImportKind<Need, NeedImport.Draft> {

    private final Needs needs;
    private final Registrants registrants;
    private final CurrentUser user;
    private final Clock clock;

    NeedImport(Needs needs, Registrants registrants, CurrentUser user, Clock clock) {
        this.needs = needs;
        this.registrants = registrants;
        this.user = user;
        this.clock = clock;
    }

    record Draft(Organisation.Profile company, NeedContent content) {}

    @Override
    public String name() {
        return "needs";
    }

    @Override
    public CaseNumber.Kind number() {
        return CaseNumber.Kind.NEED;
    }

    @Override
    public Map<String, Need> known(String source, List<String> externalIds) {
        return needs.findBySourceAndExternalIdIn(source, externalIds).stream()
                .collect(Collectors.toMap(Need::externalId, Function.identity()));
    }

    @Override
    public String enteredBy(Need need) {
        return need.enteredBy();
    }

    @Override
    public boolean change(Need need, Row row) {
        return need.change(content(row, need.content()), clock.instant());
    }

    @Override
    public Draft read(Row row, boolean publish) {
        return new Draft(Registrants.profile(row, "company", "organisation", "branch", "agency"), content(row, null));
    }

    @Override
    public void enter(String source, boolean publish, List<Fresh<Draft>> fresh) {
        Map<String, Organisation> companies = registrants.of(
                source, fresh.stream().map(each -> each.draft().company()).toList());
        needs.saveAll(fresh.stream()
                .map(each -> {
                    Organisation company = Objects.requireNonNull(
                            companies.get(each.draft().company().name()));
                    var need = new Need(
                            each.number(),
                            source,
                            each.externalId(),
                            company.id(),
                            company.prefecture(),
                            each.draft().content(),
                            user.name(),
                            clock.instant());
                    if (publish) {
                        need.open();
                    }
                    return need;
                })
                .toList());
    }

    private static NeedContent content(Row row, @Nullable NeedContent before) {
        var said = new Revision<>(row, before);
        String title = said.text(NeedContent::title, "title");
        String problem = said.text(NeedContent::problem, "problem", "description");
        if (problem.isEmpty()) {
            throw Refusal.invalid("The row has no problem or description.");
        }
        return new NeedContent(
                said.language(NeedContent::language, title + problem),
                title,
                problem,
                said.text(NeedContent::specification, "specification"),
                said.value(row.number("budgetYen"), NeedContent::budgetYen),
                said.value(row.date("deadline"), NeedContent::deadline),
                said.value(row.list("ipc"), NeedContent::ipc, List.of()),
                said.value(row.choice(LicenceKind.class, "wantedKind"), NeedContent::wantedKind),
                said.value(row.text("region").map(Prefecture::of), NeedContent::region),
                said.value(row.flag("nameMayBeShown"), NeedContent::nameMayBeShown, false));
    }
}
