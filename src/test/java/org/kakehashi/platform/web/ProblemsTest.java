package org.kakehashi.platform.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

class ProblemsTest {

    record Part(@NotBlank(message = "must be given") String name) {}

    record Thing(
            @NotBlank(message = "must be given") String title,
            @Positive(message = "must be more than 0") int size,
            Side side,
            LocalDate day,
            @Valid Part part) {}

    @RestController
    static class Things {

        @PostMapping("/api/v1/things")
        Thing create(@Valid @RequestBody Thing thing) {
            return thing;
        }

        @GetMapping("/api/v1/things")
        Paging list(@Valid Paging paging) {
            return paging;
        }

        @GetMapping("/api/v1/things/{number}")
        int read(@PathVariable int number) {
            return number;
        }

        @GetMapping("/api/v1/failures/{kind}")
        void fail(@PathVariable String kind) {
            switch (kind) {
                case "conflict" -> throw new OptimisticLockingFailureException("row 17 of table secret");
                case "unique" -> throw violation("23505");
                case "unstorable" -> throw violation("22021");
                case "wrapped" -> throw new IllegalStateException("engine", Refusal.notFound("There is no case L-1."));
                case "unexpected" -> throw new IllegalStateException("secret of the inside");
                default -> throw new Refusal(Refusal.Kind.valueOf(kind), List.of("Choose another."));
            }
        }

        private static DataIntegrityViolationException violation(String state) {
            return new DataIntegrityViolationException("table secret", new SQLException("column x", state));
        }
    }

    private final MockMvc http = MockMvcBuilders.standaloneSetup(new Things())
            .setControllerAdvice(new Problems())
            .setMessageConverters(new MappingJackson2HttpMessageConverter(
                    StrictJson.strict(Jackson2ObjectMapperBuilder.json().build())))
            .build();

    @ParameterizedTest
    @CsvSource({"INVALID, 400", "FORBIDDEN, 403", "NOT_FOUND, 404", "CONFLICT, 409"})
    void aRefusalSaysItsSentenceUnderItsStatus(String kind, int status) throws Exception {
        http.perform(get("/api/v1/failures/" + kind))
                .andExpect(status().is(status))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(status))
                .andExpect(jsonPath("$.detail").value("Choose another."))
                .andExpect(jsonPath("$.instance").value("/api/v1/failures/" + kind));
    }

    @ParameterizedTest
    @CsvSource({"conflict, 409", "unique, 409", "unstorable, 400", "wrapped, 404", "unexpected, 500"})
    void nothingOfTheInsideIsTold(String kind, int status) throws Exception {
        http.perform(get("/api/v1/failures/" + kind))
                .andExpect(status().is(status))
                .andExpect(content().string(not(containsString("table"))))
                .andExpect(content().string(not(containsString("secret"))))
                .andExpect(content().string(not(containsString("Exception"))));
    }

    @Test
    void everyWrongFieldIsNamed() throws Exception {
        send("{\"title\":\" \",\"size\":0,\"part\":{}}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("part.name"))
                .andExpect(jsonPath("$.errors[0].message").value("must be given"))
                .andExpect(jsonPath("$.errors[1].field").value("size"))
                .andExpect(jsonPath("$.errors[1].message").value("must be more than 0"))
                .andExpect(jsonPath("$.errors[2].field").value("title"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"titel\":\"x\",\"size\":1}       | titel     | is not a property that is known here",
                "{\"size\":\"big\"}                 | size      | must be a whole number",
                "{\"size\":1.5}                     | size      | must be a whole number",
                "{\"size\":null}                    | size      | must be a whole number",
                "{\"side\":\"BOTH\"}                | side      | must be one of LICENSOR, LICENSEE",
                "{\"day\":\"5 May\"}                | day       | must be a date such as 2026-10-05",
                "{\"part\":{\"name\":{}}}           | part.name | does not have the expected form",
                "{\"part\":[]}                      | part      | does not have the expected form"
            })
    void aWrongPropertyIsNamedWithWhatItMustBe(String body, String field, String message) throws Exception {
        send(body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(jsonPath("$.errors[0].message").value(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":       | The body is not readable as JSON at line 1, column",
                "{\"size\":1,\"size\":2} | The body is not readable as JSON",
                "{\"size\":1} {}   | The request needs one JSON object as its body.",
                "[]                | The request needs one JSON object as its body.",
                "''                | The request needs one JSON object as its body."
            })
    void aBodyThatIsNoJsonObjectIsRefused(String body, String detail) throws Exception {
        send(body).andExpect(status().isBadRequest()).andExpect(jsonPath("$.detail", containsString(detail)));
    }

    @ParameterizedTest
    @CsvSource({
        "page=-1, page, must not be negative",
        "page=first, page, must be a whole number",
        "size=201, size, must not be greater than 200",
        "size=0, size, must be at least 1",
        "page=99999999999, page, must be a whole number"
    })
    void aPageThatCannotBeIsRefused(String query, String field, String message) throws Exception {
        http.perform(get("/api/v1/things?" + query))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(jsonPath("$.errors[0].message").value(message));
    }

    @Test
    void aWrongPathVariableIsNamed() throws Exception {
        http.perform(get("/api/v1/things/seven"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("number"))
                .andExpect(jsonPath("$.errors[0].message").value("must be a whole number"));
    }

    @Test
    void aMethodOrATypeOfContentThatIsNotOfferedIsAProblemToo() throws Exception {
        http.perform(put("/api/v1/things"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        http.perform(post("/api/v1/things").contentType(MediaType.TEXT_PLAIN).content("x"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    private ResultActions send(String body) throws Exception {
        return http.perform(
                post("/api/v1/things").contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
