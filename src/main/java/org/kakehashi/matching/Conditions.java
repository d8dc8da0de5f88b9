package org.kakehashi.matching;

import static org.kakehashi.needs.Requirement.LICENCE_KIND;
import static org.kakehashi.needs.Requirement.MATURITY;
import static org.kakehashi.needs.Requirement.PLACE;
import static org.kakehashi.needs.Requirement.PRICE;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kakehashi.matching.Dealings.Right;
import org.kakehashi.needs.Need;
import org.kakehashi.needs.NeedContent;
import org.kakehashi.needs.Requirement;
import org.kakehashi.registry.Condition;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Money;
import org.kakehashi.shared.ThreeValued;

/** Holds what an owner offers against what a company wants. What either leaves open speaks neither for nor against. */
final class Conditions {

    /** @param fit 1 where the two agree, -1 where they conflict, 0 where it must be asked */
    record Finding(Requirement on, int fit, String sentence) {

        boolean conflicts() {
            return fit < 0;
        }
    }

    private static final Pattern KNOW_HOW =
            Pattern.compile("know-?\\s?how|technical assistance|ノウハウ|技術指導", Pattern.CASE_INSENSITIVE);

    private static final Pattern YEN = Pattern.compile(
            "([0-9][0-9,]*(?:\\.[0-9]+)?)\\s*(million|万|百万|億)?\\s*(?:円|yen|JPY)", Pattern.CASE_INSENSITIVE);

    private final SeedContent seed;
    private final NeedContent need;
    private final List<Finding> findings = new ArrayList<>();

    private Conditions(SeedContent seed, NeedContent need) {
        this.seed = seed;
        this.need = need;
    }

    /** @param rights that others have on the seed */
    static List<Finding> compare(Seed seed, Need need, List<Right> rights, LocalDate today) {
        return compare(seed.content(), need.content(), rights, need.prefecture() != null, today);
    }

    /** @param inJapan whether the company's seat is known to be there */
    static List<Finding> compare(
            SeedContent seed, NeedContent need, List<Right> rights, boolean inJapan, LocalDate today) {
        var conditions = new Conditions(seed, need);
        conditions.kind();
        rights.forEach(conditions::right);
        conditions.price();
        conditions.place(inJapan || need.region() != null);
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
            agree(LICENCE_KIND, "Offered as wanted: " + name);
        } else if (offered.isExclusive() == wanted.isExclusive()) {
            agree(
                    LICENCE_KIND,
                    "Wanted is " + name + ", offered a kin of it: "
                            + offered.english().toLowerCase(Locale.ROOT));
        } else {
            conflict(
                    LICENCE_KIND,
                    "Wanted is " + name + ", but offered " + offered.english().toLowerCase(Locale.ROOT));
        }
    }

    /** What others have may leave no more than a part, or none that is exclusive. */
    private void right(Right right) {
        boolean forOneAlone = need.wantedKind() != null
                && (need.wantedKind().isExclusive() || need.wantedKind() == LicenceKind.ASSIGNMENT);
        if (forOneAlone && right.everywhere()) {
            conflict(
                    LICENCE_KIND,
                    "Others have a right that stands in the way of an exclusive one: " + right.described());
        } else if (forOneAlone || right.kind().isExclusive()) {
            ask(LICENCE_KIND, "A part is taken; ask what is left: " + right.described());
        }
    }

    private void offered(ThreeValued offer, String agreement, String wanted) {
        switch (offer) {
            case YES -> agree(LICENCE_KIND, agreement);
            case NO -> conflict(LICENCE_KIND, wanted + " is wanted, but the owner does not offer it");
            case NOT_SPECIFIED ->
                ask(LICENCE_KIND, wanted + " is wanted; the owner does not say whether it is offered");
        }
    }

    private void price() {
        Condition lumpSum = need.wantedKind() == LicenceKind.ASSIGNMENT
                ? seed.assignment().lumpSum()
                : seed.licence().lumpSum();
        if (lumpSum.value() == ThreeValued.NO && seed.licence().royalty().value() == ThreeValued.YES) {
            agree(PRICE, "No lump sum is asked, only a running royalty");
        } else if (lumpSum.value() == ThreeValued.YES) {
            Long budget = need.budgetYen();
            Long asked = yen(lumpSum.text());
            if (budget == null) {
                ask(PRICE, "The owner asks for a lump sum; the need names no budget");
            } else if (budget == 0) {
                conflict(PRICE, "The owner asks for a lump sum, but there is no budget");
            } else if (asked != null && asked > budget) {
                conflict(
                        PRICE,
                        "The owner asks for a lump sum of " + Money.yen(asked) + ", more than the budget of "
                                + Money.yen(budget));
            } else {
                agree(PRICE, "The owner asks for a lump sum, and there is a budget of " + Money.yen(budget));
            }
        }
    }

    /** The one amount that the words name; none where they name none or several. */
    private static @Nullable Long yen(String words) {
        Matcher amount = YEN.matcher(Normalizer.normalize(words, Normalizer.Form.NFKC));
        if (!amount.find()) {
            return null;
        }
        var number = new BigDecimal(amount.group(1).replace(",", ""));
        String unit = Objects.requireNonNullElse(amount.group(2), "").toLowerCase(Locale.ROOT);
        long yen = number.multiply(BigDecimal.valueOf(
                        switch (unit) {
                            case "万" -> 10_000L;
                            case "百万", "million" -> 1_000_000L;
                            case "億" -> 100_000_000L;
                            default -> 1L;
                        }))
                .longValue();
        return amount.find() ? null : yen;
    }

    private void place(boolean inJapan) {
        Condition domestic = need.wantedKind() == LicenceKind.ASSIGNMENT
                ? seed.assignment().domestic()
                : seed.licence().domestic();
        if (inJapan && domestic.value() == ThreeValued.NO) {
            conflict(PLACE, "The owner does not look for partners in Japan, where the company is");
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
            ask(MATURITY, "Wanted by " + deadline + "; the owner does not say how mature the technology is");
        } else if (trl >= wanted) {
            agree(MATURITY, "Maturity (TRL " + trl + ") fits the deadline " + deadline);
        } else {
            conflict(MATURITY, "Maturity (TRL " + trl + ") is low for the deadline " + deadline);
        }
    }

    private void knowHow() {
        if (!KNOW_HOW.matcher(need.problem() + " " + need.specification()).find()) {
            return;
        }
        switch (seed.maturity().knowHow()) {
            case YES -> agree(Requirement.KNOW_HOW, "Needs transfer of know-how, which the owner would give");
            case NO -> conflict(Requirement.KNOW_HOW, "Needs transfer of know-how, which the owner does not give");
            case NOT_SPECIFIED ->
                ask(Requirement.KNOW_HOW, "Needs transfer of know-how, of which the owner says nothing");
        }
    }

    private void agree(Requirement on, String sentence) {
        findings.add(new Finding(on, 1, sentence));
    }

    private void conflict(Requirement on, String sentence) {
        findings.add(new Finding(on, -1, sentence));
    }

    private void ask(Requirement on, String sentence) {
        findings.add(new Finding(on, 0, sentence));
    }
}
