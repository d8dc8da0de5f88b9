package org.kakehashi.consultation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.consultation.Consultation;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.TechnologyField;

/** A question as a program or a colleague hands it in. */
record QuestionRequest(
        @Schema(example = "Yamane Keiko")
        @NotBlank(message = "must be given")
        @Size(max = 200, message = "must have at most 200 characters")
        String asker,

        @Schema(example = "Tottori Valves K.K.")
        @NotBlank(message = "must be given")
        @Size(max = 200, message = "must have at most 200 characters")
        String organisation,

        @Schema(example = "yamane@tottori.example")
        @Nullable
        @Email(message = "must be a mail address", regexp = ".+@.+\\..+")
        @Size(max = 200, message = "must have at most 200 characters")
        String email,

        @Nullable @Size(max = 50, message = "must have at most 50 characters")
        String phone,

        @Schema(description = "None where the asker is abroad", example = "JP-31") @Nullable
        Prefecture prefecture,

        @Schema(description = "Language to answer in", example = "ja")
        @Nullable
        @Pattern(regexp = "en|ja", message = "must be en or ja")
        String language,

        @Nullable TechnologyField field,

        @Schema(example = "Who has a valve that does not stick in salt water?")
        @NotBlank(message = "must be given")
        @Size(min = 10, max = 8_000, message = "must have 10 to 8000 characters")
        String question) {

    Consultation.Question asked() {
        return new Consultation.Question(
                new Consultation.Asker(
                        asker.strip(),
                        organisation.strip(),
                        StringUtils.stripToNull(email),
                        StringUtils.stripToNull(phone),
                        prefecture,
                        StringUtils.defaultString(language, "ja")),
                field,
                question);
    }
}
