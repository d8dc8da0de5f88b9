package org.kakehashi.demonstration.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.kakehashi.consultation.Consultation;
import org.kakehashi.consultation.Consultations;
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
    private final ObjectMapper json;

    DemonstrationQuestions(
            DemonstrationRecords records, DemonstrationCases cases, Consultations consultations, ObjectMapper json) {
        this.records = records;
        this.cases = cases;
        this.consultations = consultations;
        this.json = json;
    }

    void ask() {
        for (JsonNode row : records.rows("questions")) {
            String number = consultations.ask(
                    Consultation.Channel.valueOf(row.path("channel").asText()),
                    new Consultation.Question(
                            asker(row), null, row.path("question").asText()),
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
