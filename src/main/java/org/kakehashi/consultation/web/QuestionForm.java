package org.kakehashi.consultation.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.consultation.Consultation;
import org.kakehashi.registry.Seed;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.TechnologyField;

/**
 * What a visitor of the portal or a member of staff fills in; each message names the words that explain it.
 *
 * @param prefecture its code, or {@code abroad}
 * @param seed the published seed that it is about, if any
 * @param wish what for, where it is about a seed
 */
record QuestionForm(
        @NotBlank(message = "name") @Size(max = 200, message = "name")
        String name,

        @NotBlank(message = "organisation") @Size(max = 200, message = "organisation")
        String organisation,

        @Nullable @Email(message = "email", regexp = "|.+@.+\\..+") @Size(max = 200, message = "email")
        String email,

        @Nullable @Size(max = 50, message = "phone") String phone,

        @NotBlank(message = "prefecture") String prefecture,
        @Nullable TechnologyField field,
        @Nullable String seed,
        Consultation.@Nullable Wish wish,

        @NotNull(message = "text") @Size(min = 10, max = 8_000, message = "text")
        String text) {

    private static final String ABROAD = "abroad";

    static QuestionForm empty() {
        return about(null);
    }

    static QuestionForm about(@Nullable String seed) {
        return new QuestionForm("", "", "", "", "", null, seed, null, "");
    }

    /** @param about the published seed that it is about, if any */
    Consultation.Question question(String language, @Nullable Seed about) {
        return new Consultation.Question(
                new Consultation.Asker(
                        name.strip(),
                        organisation.strip(),
                        StringUtils.stripToNull(email),
                        StringUtils.stripToNull(phone),
                        prefecture.equals(ABROAD) ? null : Prefecture.of(prefecture),
                        language),
                about == null ? field : knownField(about),
                about == null || wish == null ? null : new Consultation.Interest(about.number(), wish),
                text);
    }

    private static @Nullable TechnologyField knownField(Seed seed) {
        return seed.unpublished()
                ? null
                : seed.technologyFields().stream().sorted().findFirst().orElse(null);
    }
}
