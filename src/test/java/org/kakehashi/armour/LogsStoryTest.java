package org.kakehashi.armour;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.parties.Mailbox;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Side;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Sends one telling word on every way in, right and wrong, and looks for it in all that was logged meanwhile. */
@HttpTest
class LogsStoryTest {

    private static final String TELLING = "Xylographia";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    Desk desk;

    @Autowired
    CaseFixture cases;

    @Autowired
    Mailbox mailbox;

    @Autowired
    RuntimeService processes;

    private Visitor program;

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
        staff.engage("logs-integrator", Roles.INTEGRATORS);
        program = new Visitor(port).asProgramOf("logs-integrator");
    }

    @AfterEach
    void listenNoMore() {
        root.detachAppender(log);
    }

    @Test
    void whatPeopleAndProgramsSendDoesNotComeIntoTheLog() {
        new Visitor(port).submit("/login", "/login", "username=" + TELLING + "&password=" + TELLING);
        new Visitor(port).fetchAs("logs-integrator", TELLING, "/api/v1/seeds?text=" + TELLING);
        program.fetch("/api/v1/cases/" + TELLING);
        program.fetch("/api/v1/seeds?page=" + TELLING);
        program.fetch("/engine-rest/task/" + TELLING + "/form-variables");
        for (String kind : List.of("organisations", "seeds", "needs", "consultations")) {
            send("/api/v1/" + kind, "{\"name\":\"%s\",\"title\":\"%s\",\"asker\":\"%s\"}".replace("%s", TELLING));
            send("/api/v1/" + kind, "{\"" + TELLING + "\":1}");
            send("/api/v1/" + kind, "{\"name\":\"" + TELLING);
            send("/api/v1/" + kind, "{\"title\":{\"x\":\"" + TELLING + "\"}}");
        }
        send("/api/v1/organisations", """
                {"name":"%s","type":"SME","prefecture":"JP-17","contactName":"%s","contactEmail":"%s@example.org"}
                """.replace("%s", TELLING));
        send("/api/v1/consultations", """
                {"asker":"%s","organisation":"%s","email":"%s@example.org","language":"en","question":"%s?"}
                """.replace("%s", TELLING));
        program.send(
                "POST", "/api/v1/imports?kind=needs&source=logs", "application/x-ndjson", """
                {"id":"%s","title":"%s","problem":"%s","organisation":"%s"}
                {"id":"2","title":{"x":"%s"}}
                {"%s
                """.replace("%s", TELLING));
        send(
                "/engine-rest/process-definition/key/technology-transfer/start",
                "{\"businessKey\":\"%s\",\"variables\":{\"origin\":{\"value\":\"%s\"}}}".replace("%s", TELLING));
        send("/engine-rest/message", "{\"messageName\":\"%s\",\"businessKey\":\"%s\"}".replace("%s", TELLING));
        send("/api/v1/signatures/webhooks/inkwell", "{\"event\":\"" + TELLING + "\"}");
        new Visitor(port).open("/party/" + TELLING);
        new Visitor(port).open("/consultation/q/" + TELLING);
        new Visitor(port).submit("/consultation", "/consultation", "name=%s&email=%s&text=%s".replace("%s", TELLING));
        aCompanyConsents();

        LoggerFactory.getLogger("org.kakehashi").info("The log is listened to");
        assertThat(logged()).contains("The log is listened to").noneMatch(line -> line.contains(TELLING));
    }

    private void aCompanyConsents() {
        LicensingCase opened = cases.open();
        String number = opened.number();
        String email = mailbox.contact(number, Side.LICENSEE, TELLING, "en");
        Map<String, Object> variables = new HashMap<>();
        variables.put("caseNumber", number);
        variables.put("seedNumber", opened.seedNumber());
        variables.put("needNumber", opened.needNumber());
        variables.put("licensorAdviser", opened.licensorAdviser());
        variables.put("licenseeAdviser", opened.licenseeAdviser());
        variables.put("confirmingAdviser", null);
        processes.startProcessInstanceByKey("introduction", number, variables);
        desk.complete(number, "Task_PrepareSummary", Map.of("summary", TELLING));
        String link = mailbox.link(email);
        new Visitor(port)
                .submit(link, link + "/answer", "occasion=CONSENT&round=1&positive=false&outcome=x&reason=" + TELLING);
        new Visitor(port).submit(link, link + "/answer", "occasion=CONSENT&round=1&positive=true&reason=" + TELLING);
    }

    private void send(String address, String body) {
        program.send("POST", address, "application/json", body);
    }

    private List<String> logged() {
        List<String> lines = new ArrayList<>();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            lines.add(event.getFormattedMessage());
            for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
                lines.add(String.valueOf(cause.getMessage()));
            }
        }
        return lines;
    }
}
