package org.kakehashi.parties.web;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.lang3.EnumUtils;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Act;
import org.kakehashi.negotiation.Clause;
import org.kakehashi.negotiation.OfferAnswer.Stance;
import org.kakehashi.negotiation.Round;
import org.kakehashi.negotiation.RoyaltyTier;
import org.kakehashi.negotiation.Sublicensing;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Refusal;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A counter-offer as it is typed: for each clause a choice, and the fields of another position. It keeps what it is given. */
public final class OfferForm {

    /** What a side does with one clause. */
    public enum Choice {
        /** Agree to the offer's position; leave an agreed clause as it is. */
        KEEP,
        /** Leave the position without agreeing to it. */
        RESERVE,
        /** Propose another position; consent to reopen an agreed clause where the other side asks for it. */
        CHANGE,
        /** Ask the other side to reopen an agreed clause. */
        REOPEN
    }

    private static final int SPARE_TIERS = 2;
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    private final MultiValueMap<String, String> entered;
    private final List<String> faults = new ArrayList<>();

    OfferForm(MultiValueMap<String, String> entered) {
        this.entered = entered;
    }

    /** The form before anything is typed: each field as the offer has it. */
    static OfferForm of(Terms terms) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("licenceKind", name(terms.licenceKind()));
        fields.add("fieldOfUse", terms.fieldOfUse());
        fields.add("territory", terms.territory());
        terms.acts().forEach(act -> fields.add("acts", act.name()));
        fields.add(
                "termYears", terms.termYears() == null ? "" : terms.termYears().toString());
        fields.add("sublicensing", name(terms.sublicensing()));
        fields.add("upfrontYen", plain(terms.upfrontYen()));
        fields.add("royaltyPercent", plain(terms.royaltyPercent()));
        terms.royaltyTiers().forEach(tier -> {
            fields.add("fromSalesYen", plain(tier.fromSalesYen()));
            fields.add("percent", plain(tier.percent()));
        });
        fields.add("minimumAnnualYen", plain(terms.minimumAnnualYen()));
        fields.add("milestones", terms.milestones());
        fields.add("patentCosts", terms.patentCosts());
        fields.add("improvements", terms.improvements());
        fields.add("confidentiality", terms.confidentiality());
        fields.add("warranties", terms.warranties());
        fields.add("audit", terms.audit());
        fields.add("termination", terms.termination());
        fields.add("governingLaw", terms.governingLaw());
        return new OfferForm(fields);
    }

    public String value(String field) {
        return StringUtils.defaultString(entered.getFirst(field));
    }

    public boolean has(String field, String value) {
        return all(field).contains(value);
    }

    /** The royalty tiers as they stand in the form, with room for more. */
    public List<Tier> tiers() {
        Stream<Tier> filled = IntStream.range(0, all("fromSalesYen").size())
                .mapToObj(index -> new Tier(at("fromSalesYen", index), at("percent", index)))
                .filter(tier -> !tier.isEmpty());
        return Stream.concat(filled, Stream.generate(() -> new Tier("", "")).limit(SPARE_TIERS))
                .toList();
    }

    /** The two fields of a royalty tier. */
    public record Tier(String fromSalesYen, String percent) {

        boolean isEmpty() {
            return fromSalesYen.isBlank() && percent.isBlank();
        }
    }

    public Choice choice(Clause clause) {
        return EnumUtils.getEnum(Choice.class, value("choice." + clause.name()), Choice.KEEP);
    }

    /** The clauses that are spoken of, each with its position. @throws Refusal where a number cannot be read */
    Terms terms(Terms before) {
        faults.clear();
        Terms terms = new Terms(
                changes(Clause.GRANT)
                        ? EnumUtils.getEnum(LicenceKind.class, value("licenceKind"))
                        : before.licenceKind(),
                text(Clause.FIELD_OF_USE, "fieldOfUse", before.fieldOfUse()),
                text(Clause.TERRITORY, "territory", before.territory()),
                changes(Clause.ACTS) ? acts() : before.acts(),
                changes(Clause.TERM) ? years() : before.termYears(),
                changes(Clause.SUBLICENSING)
                        ? EnumUtils.getEnum(Sublicensing.class, value("sublicensing"))
                        : before.sublicensing(),
                changes(Clause.UPFRONT) ? number("Upfront payment", value("upfrontYen")) : before.upfrontYen(),
                changes(Clause.ROYALTY) ? number("Running royalty", value("royaltyPercent")) : before.royaltyPercent(),
                changes(Clause.ROYALTY) ? royaltyTiers() : before.royaltyTiers(),
                changes(Clause.MINIMUM)
                        ? number("Yearly minimum", value("minimumAnnualYen"))
                        : before.minimumAnnualYen(),
                text(Clause.MILESTONES, "milestones", before.milestones()),
                text(Clause.PATENT_COSTS, "patentCosts", before.patentCosts()),
                text(Clause.IMPROVEMENTS, "improvements", before.improvements()),
                text(Clause.CONFIDENTIALITY, "confidentiality", before.confidentiality()),
                text(Clause.WARRANTIES, "warranties", before.warranties()),
                text(Clause.AUDIT, "audit", before.audit()),
                text(Clause.TERMINATION, "termination", before.termination()),
                text(Clause.GOVERNING_LAW, "governingLaw", before.governingLaw()));
        refuseFaults();
        return terms;
    }

    /** What else goes with the terms. @throws Refusal where a number cannot be read */
    Stance stance(Round offered) {
        faults.clear();
        BigDecimal sales = number("Yearly net sales", value("statedSalesYen"));
        refuseFaults();
        return new Stance(
                sales,
                chosen(clause -> choice(clause) == Choice.RESERVE),
                chosen(clause -> choice(clause) == Choice.REOPEN),
                chosen(clause -> choice(clause) == Choice.CHANGE
                        && offered.agreed().contains(clause)
                        && offered.reopening().contains(clause)));
    }

    private void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, faults);
        }
    }

    private boolean changes(Clause clause) {
        return choice(clause) == Choice.CHANGE;
    }

    private Set<Clause> chosen(Predicate<Clause> condition) {
        return Arrays.stream(Clause.values())
                .filter(condition)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Clause.class)));
    }

    private String text(Clause clause, String field, String before) {
        return changes(clause) ? value(field).replace("\r\n", "\n") : before;
    }

    private Set<Act> acts() {
        return all("acts").stream()
                .map(act -> EnumUtils.getEnum(Act.class, act))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Act.class)));
    }

    @SuppressWarnings("NullAway")
    private List<RoyaltyTier> royaltyTiers() {
        return tiers().stream()
                .filter(tier -> !tier.isEmpty())
                .map(tier -> new RoyaltyTier(
                        number("Running royalty", tier.fromSalesYen()), number("Running royalty", tier.percent())))
                .toList();
    }

    private @Nullable Integer years() {
        BigDecimal years = number("Term", value("termYears"));
        if (years != null && years.stripTrailingZeros().scale() > 0) {
            faults.add(
                    "Term: \"%s\" is not a whole number. Write digits only, such as 5.".formatted(value("termYears")));
            return null;
        }
        return years == null ? null : years.min(HIGHEST).max(HIGHEST.negate()).intValue();
    }

    /** Full-width digits and thousands separators are read as people mean them. */
    private @Nullable BigDecimal number(String what, String typed) {
        String digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[,\\s]", "");
        if (digits.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(digits).matches()) {
            faults.add("%s: \"%s\" is not a number. Write digits, such as 3.5.".formatted(what, typed.strip()));
            return null;
        }
        return new BigDecimal(digits);
    }

    private List<String> all(String field) {
        return entered.getOrDefault(field, List.of());
    }

    private String at(String field, int index) {
        return all(field).stream().skip(index).findFirst().orElse("");
    }

    private static String name(@Nullable Enum<?> value) {
        return value == null ? "" : value.name();
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
