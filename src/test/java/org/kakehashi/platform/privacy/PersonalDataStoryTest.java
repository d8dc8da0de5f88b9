package org.kakehashi.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.parties.Mailbox;
import org.kakehashi.platform.audit.AuditChain;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class PersonalDataStoryTest {

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    Desk desk;

    @Autowired
    CaseFixture fixture;

    @Autowired
    LicensingCases cases;

    @Autowired
    Mailbox mailbox;

    @Autowired
    RuntimeService processes;

    @Autowired
    AuditChain chain;

    @Autowired
    JdbcClient jdbc;

    private Visitor administrator;

    @BeforeEach
    void anAdministrator() {
        staff.engage("personal-administrator", Roles.ADMINISTRATORS);
        administrator = new Visitor(port).signIn("personal-administrator");
    }

    /** Consents by link, is then refused by the other side, and asks to be forgotten. */
    @Test
    void aContactIsFoundHandedOutAndErasedEverywhereWhileTheCaseStays() {
        String name = "Hanako " + UUID.randomUUID();
        LicensingCase opened = fixture.open();
        String number = opened.number();
        String email = mailbox.contact(number, Side.LICENSEE, name, "en");
        askForConsent(opened);
        String link = mailbox.link(email);
        new Visitor(port).submit(link, link + "/answer", "occasion=CONSENT&round=1&positive=true");
        assertThat(placesOf(name)).contains("journal_entry.actor", "organisation.contact_name", "party_link.name");

        assertThat(look(email).body()).contains("Contact of an organisation", "Link to a case", "Letter", name);
        assertThat(erase(email).body()).contains("A case of the person&#39;s company is open");
        assertThat(placesOf(name)).contains("party_link.name");

        cases.end(number, OutcomeCode.DECLINED_FIT, "It does not fit.");
        assertThat(cases.of(number).isOpen()).isFalse();
        HttpResponse<String> handedOut = administrator.submit(
                "/administration/personal-data", "/administration/personal-data/export", person(email));
        assertThat(handedOut.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"personal-data.json\"");
        assertThat(handedOut.body()).contains(name, email, "\"what\":\"Link to a case\"");

        assertThat(erase(email).body()).contains("The person is erased, and called Erased person ");
        assertThat(placesOf(name)).isEmpty();
        assertThat(placesOf(email)).isEmpty();
        assertThat(look(email).body()).contains("Nothing is kept under this address or name");
        assertThat(new Visitor(port).open(link).statusCode()).isEqualTo(404);
        staff.engage("personal-manager", Roles.MANAGERS);
        assertThat(new Visitor(port)
                        .signIn("personal-manager")
                        .open("/cases/" + number)
                        .body())
                .contains("Erased person ", "(licensee, by link)");
        chain.seal();
        assertThat(chain.verify().fault()).isNull();
    }

    @Test
    void anAskerIsErasedOnceTheQuestionIsClosed() {
        staff.engage("privacy-integrator", Roles.INTEGRATORS);
        String email = UUID.randomUUID() + "@example.org";
        String name = "Ichiro " + UUID.randomUUID();
        String number = jdbcNumber(new Visitor(port)
                .asProgramOf("privacy-integrator")
                .send("POST", "/api/v1/consultations", "application/json", """
                        {"asker":"%s","organisation":"Pumps","email":"%s","language":"en","question":"Who makes pumps?"}
                        """.formatted(name, email))
                .body());
        assertThat(erase(email).body()).contains("A question of the person&#39;s is open");
        await().until(() -> !desk.open(number).isEmpty());
        desk.complete(number, "Task_AnswerQuestion", Map.of("decision", "ANSWER", "text", "Nomi does.", "minutes", 5));
        assertThat(erase(email).body()).contains("The person is erased");
        assertThat(placesOf(name)).isEmpty();
        assertThat(placesOf(email)).isEmpty();
    }

    @Test
    void anAccountIsErasedOnceItBelongsToNoGroupAndItsSessionsEnd() {
        String user = "leaver-" + UUID.randomUUID().toString().substring(0, 8);
        staff.engage(user, Roles.ADVISERS);
        Visitor leaver = new Visitor(port).signIn(user);
        assertThat(erase(user).body()).contains("The account still belongs to groups");
        new Visitor(port)
                .asProgramOf("personal-administrator")
                .send("DELETE", "/engine-rest/group/" + Roles.ADVISERS + "/members/" + user, "application/json", "");
        assertThat(look(user.toUpperCase(Locale.ROOT) + "@Programme.example").body())
                .contains("Account", user);
        leaver.signIn(user);
        assertThat(leaver.open("/account").statusCode()).isEqualTo(200);
        assertThat(erase(user + "@programme.example").body()).contains("The person is erased");
        assertThat(leaver.open("/").statusCode()).isEqualTo(302);
        assertThat(new Visitor(port)
                        .fetchAs(user, Staff.PASSWORD, "/api/v1/advisers")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoIsNotKnownCannotBeErased() {
        HttpResponse<String> answer = erase("nobody-" + UUID.randomUUID() + "@example.org");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Nothing is kept on this person");
    }

    private void askForConsent(LicensingCase opened) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("caseNumber", opened.number());
        variables.put("seedNumber", opened.seedNumber());
        variables.put("needNumber", opened.needNumber());
        variables.put("licensorAdviser", opened.licensorAdviser());
        variables.put("licenseeAdviser", opened.licenseeAdviser());
        variables.put("confirmingAdviser", null);
        processes.startProcessInstanceByKey("introduction", opened.number(), variables);
        desk.complete(opened.number(), "Task_PrepareSummary", Map.of("summary", "A pump without a seal."));
    }

    private HttpResponse<String> look(String person) {
        return administrator.submit("/administration/personal-data", "/administration/personal-data", person(person));
    }

    private HttpResponse<String> erase(String person) {
        return administrator.submit(
                "/administration/personal-data", "/administration/personal-data/erasure", person(person));
    }

    private static String person(String person) {
        return "person=" + URLEncoder.encode(person, StandardCharsets.UTF_8);
    }

    private static String jdbcNumber(String json) {
        return json.replaceAll("(?s).*\"number\":\"([^\"]+)\".*", "$1");
    }

    /** Every column of the database, the engine's included, in which a text stands. */
    private List<String> placesOf(String text) {
        List<String[]> columns = jdbc.sql("""
                        SELECT table_name, column_name FROM information_schema.columns
                        WHERE table_schema = 'public' AND data_type IN ('text', 'character varying', 'bytea', 'ARRAY')
                        """)
                .query((row, index) -> new String[] {row.getString(1), row.getString(2)})
                .list();
        return columns.stream()
                .filter(column -> jdbc.sql("SELECT EXISTS (SELECT FROM %1$s WHERE position(:text in %2$s::text) > 0"
                                        .formatted(column[0], column[1])
                                + " OR position(:hex in %s::text) > 0)".formatted(column[1]))
                        .param("text", text)
                        .param("hex", hex(text))
                        .query(Boolean.class)
                        .single())
                .map(column -> column[0] + "." + column[1])
                .toList();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
