package org.kakehashi.demonstration.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.consultation.Consultation;
import org.kakehashi.consultation.Consultations;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.Prefecture;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Questions to the programme: some wait for an adviser, one for its asker, one is answered. */
@Component
@Profile("demonstration")
class DemonstrationQuestions {

    private final DemonstrationRecords records;
    private final DemonstrationCases cases;
    private final Consultations consultations;
    private final Seeds seeds;
    private final ObjectMapper json;

    DemonstrationQuestions(
            DemonstrationRecords records,
            DemonstrationCases cases,
            Consultations consultations,
            Seeds seeds,
            ObjectMapper json) {
        this.records = records;
        this.cases = cases;
        this.consultations = consultations;
        this.seeds = seeds;
        this.json = json;
    }

    void ask() {
        for (JsonNode row : records.rows("questions")) {
            String number = consultations.ask(
                    Consultation.Channel.valueOf(row.path("channel").asText()),
                    new Consultation.Question(
                            asker(row),
                            null,
                            interest(row),
                            row.path("question").asText()),
                    List.of());
            if (row.has("answer")) {
                cases.runQuestion(number, answer(row.path("answer")));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> answer(JsonNode answer) {
        return json.convertValue(answer, Map.class);
    }

    private Consultation.@Nullable Interest interest(JsonNode row) {
        return row.has("seed")
                ? new Consultation.Interest(
                        seeds.findBySourceAndExternalId(
                                        DemonstrationRecords.SOURCE,
                                        row.path("seed").asText())
                                .orElseThrow()
                                .number(),
                        Consultation.Wish.valueOf(row.path("wish").asText()))
                : null;
    }

    private static Consultation.Asker asker(JsonNode row) {
        String prefecture = row.path("prefecture").asText();
        return new Consultation.Asker(
                row.path("asker").asText(),
                row.path("organisation").asText(),
                StringUtils.stripToNull(row.path("email").asText()),
                StringUtils.stripToNull(row.path("phone").asText()),
                prefecture.isEmpty() ? null : Prefecture.of(prefecture),
                row.path("language").asText());
    }
}
