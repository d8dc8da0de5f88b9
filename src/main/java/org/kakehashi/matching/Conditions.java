package org.kakehashi.matching;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.kakehashi.needs.NeedContent;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Money;
import org.kakehashi.shared.ThreeValued;

/** Holds what an owner offers against what a company wants. What either leaves open speaks neither for nor against. */
final class Conditions {

    /** @param fit 1 where the two agree, -1 where they conflict, 0 where it must be asked */
    record Finding(int fit, String sentence) {}

    private static final Pattern KNOW_HOW =
            Pattern.compile("know-?\\s?how|technical assistance|ノウハウ|技術指導", Pattern.CASE_INSENSITIVE);

    private final SeedContent seed;
    private final NeedContent need;
    private final List<Finding> findings = new ArrayList<>();

    private Conditions(SeedContent seed, NeedContent need) {
        this.seed = seed;
        this.need = need;
    }

    static List<Finding> compare(SeedContent seed, NeedContent need, LocalDate today) {
        var conditions = new Conditions(seed, need);
        conditions.kind();
        conditions.price();
        conditions.maturity(today);
        conditions.knowHow();
        return conditions.findings;
    }

    private void kind() {
        LicenceKind wanted = need.wantedKind();
        if (wanted == null) {
            return;
        }
        String name = wanted.english().toLowerCase(Locale.ROOT);
        LicenceKind offered = seed.licence().kind();
        if (wanted == LicenceKind.ASSIGNMENT) {
            offered(
                    seed.assignment().offered(),
                    "An assignment is wanted, and the owner would assign",
                    "An assignment");
        } else if (seed.licence().offered() != ThreeValued.YES || offered == null) {
            offered(seed.licence().offered(), "A licence is wanted, and the owner would license", "A licence");
        } else if (offered == wanted) {
            agree("Offered as wanted: " + name);
        } else if (offered.isExclusive() == wanted.isExclusive()) {
            agree("Wanted is " + name + ", offered a kin of it: "
                    + offered.english().toLowerCase(Locale.ROOT));
        } else {
            conflict("Wanted is " + name + ", but offered " + offered.english().toLowerCase(Locale.ROOT));
        }
    }

    private void offered(ThreeValued offer, String agreement, String wanted) {
        switch (offer) {
            case YES -> agree(agreement);
            case NO -> conflict(wanted + " is wanted, but the owner does not offer it");
            case NOT_SPECIFIED -> ask(wanted + " is wanted; the owner does not say whether it is offered");
        }
    }

    private void price() {
        if (seed.licence().lumpSum().value() == ThreeValued.NO
                && seed.licence().royalty().value() == ThreeValued.YES) {
            agree("No lump sum is asked, only a running royalty");
        } else if (seed.licence().lumpSum().value() == ThreeValued.YES) {
            Long budget = need.budgetYen();
            if (budget == null) {
                ask("The owner asks for a lump sum; the need names no budget");
            } else if (budget == 0) {
                conflict("The owner asks for a lump sum, but there is no budget");
            } else {
                agree("The owner asks for a lump sum, and there is a budget of " + Money.yen(budget));
            }
        }
    }

    private void maturity(LocalDate today) {
        LocalDate deadline = need.deadline();
        if (deadline == null) {
            return;
        }
        long months = ChronoUnit.MONTHS.between(today, deadline);
        int wanted = months < 12 ? 7 : months < 24 ? 5 : 3;
        Integer trl = seed.maturity().trl();
        if (trl == null) {
            ask("Wanted by " + deadline + "; the owner does not say how mature the technology is");
        } else if (trl >= wanted) {
            agree("Maturity (TRL " + trl + ") fits the deadline " + deadline);
        } else {
            conflict("Maturity (TRL " + trl + ") is low for the deadline " + deadline);
        }
    }

    private void knowHow() {
        if (!KNOW_HOW.matcher(need.problem() + " " + need.specification()).find()) {
            return;
        }
        switch (seed.maturity().knowHow()) {
            case YES -> agree("Needs transfer of know-how, which the owner would give");
            case NO -> conflict("Needs transfer of know-how, which the owner does not give");
            case NOT_SPECIFIED -> ask("Needs transfer of know-how, of which the owner says nothing");
        }
    }

    private void agree(String sentence) {
        findings.add(new Finding(1, sentence));
    }

    private void conflict(String sentence) {
        findings.add(new Finding(-1, sentence));
    }

    private void ask(String sentence) {
        findings.add(new Finding(0, sentence));
    }
}
