package org.kakehashi.registry.web;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.registry.Condition;
import org.kakehashi.registry.ResearchTool;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.ThreeValued;

/** A research tool's conditions as a registrar types them. */
record ToolForm(
        ResearchTool.@Nullable Type type,
        @Nullable ThreeValued academia,
        @Nullable String academiaFee,
        @Nullable String academiaTerm,
        @Nullable String academiaText,
        @Nullable ThreeValued industry,
        @Nullable String industryFee,
        @Nullable String industryTerm,
        @Nullable String industryText,
        @Nullable ThreeValued material,
        @Nullable String materialText,
        @Nullable String mtaForm,
        @Nullable String contactName,
        @Nullable String contactEmail) {

    static ToolForm empty() {
        return new ToolForm(null, null, "", "", "", null, "", "", "", null, "", "", "", "");
    }

    static ToolForm of(ResearchTool.Content content) {
        ResearchTool.Terms academia = content.academia();
        ResearchTool.Terms industry = content.industry();
        return new ToolForm(
                content.type(),
                academia.offered(),
                typed(academia.feeYen()),
                typed(academia.termMonths()),
                academia.text(),
                industry.offered(),
                typed(industry.feeYen()),
                typed(industry.termMonths()),
                industry.text(),
                content.material().value(),
                content.material().text(),
                content.mtaForm(),
                content.contactName(),
                content.contactEmail());
    }

    /** @throws Refusal with every fault in a sentence of its own */
    ResearchTool.Content content() {
        List<String> faults = new ArrayList<>();
        Long academiaYen = number(academiaFee, "The fee for universities", faults);
        Long academiaMonths = number(academiaTerm, "The term for universities", faults);
        Long industryYen = number(industryFee, "The fee for companies", faults);
        Long industryMonths = number(industryTerm, "The term for companies", faults);
        if (type == null) {
            faults.add("Say what the tool is.");
        }
        if (type == null || !faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, faults);
        }
        return new ResearchTool.Content(
                type,
                new ResearchTool.Terms(
                        Conditions.known(academia), academiaYen, months(academiaMonths), text(academiaText)),
                new ResearchTool.Terms(
                        Conditions.known(industry), industryYen, months(industryMonths), text(industryText)),
                new Condition(Conditions.known(material), text(materialText)),
                text(mtaForm),
                text(contactName),
                text(contactEmail));
    }

    private static String typed(@Nullable Number number) {
        return number == null ? "" : number.toString();
    }

    private static String text(@Nullable String typed) {
        return StringUtils.trimToEmpty(typed);
    }

    private static @Nullable Integer months(@Nullable Long number) {
        return number == null ? null : (int) Math.min(number, Integer.MAX_VALUE);
    }

    private static @Nullable Long number(@Nullable String typed, String what, List<String> faults) {
        String digits = text(typed).replace(",", "");
        if (digits.isEmpty()) {
            return null;
        }
        if (!digits.matches("[0-9]{1,12}")) {
            faults.add("%s is a whole number, not \"%s\".".formatted(what, StringUtils.abbreviate(text(typed), 30)));
            return null;
        }
        return Long.valueOf(digits);
    }
}
