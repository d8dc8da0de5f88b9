package org.kakehashi.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.contract.AgreedCases;
import org.kakehashi.contract.LicenceOverlaps;
import org.kakehashi.contract.process.ContractDesk;
import org.kakehashi.needs.NeedFixture;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Confidentiality;
import org.kakehashi.shared.LicenceKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** Tries every cell of {@code access/matrix.txt} over HTTP: role by object, action and door. */
@HttpTest
class AccessMatrixStoryTest {

    private static final String FIELD_OF_USE = "Pumps " + UUID.randomUUID();
    private static final List<String> ROLES = List.of(
            AgreedCases.LICENSOR_ADVISER,
            "matrix-other",
            "matrix-registrar",
            "matrix-legal",
            "matrix-manager",
            "matrix-supervisor",
            "matrix-administrator",
            NeedFixture.PROGRAM,
            "matrix-integrator",
            "");

    /** Who must read nothing of what the parties offer each other. */
    private static final Set<String> OUTSIDERS =
            Set.of("matrix-other", "matrix-supervisor", "matrix-administrator", "matrix-integrator", "");

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    AgreedCases agreedCases;

    @Autowired
    ContractDesk contractDesk;

    @Autowired
    LicensingCases cases;

    @Autowired
    TaskService tasks;

    private final List<String> leaks = new ArrayList<>();
    private final Map<String, Visitor> visitors = new LinkedHashMap<>();

    private record Row(String door, String method, String address, String body, List<String> expected) {

        static Row of(String line) {
            List<String> words = List.of(line.trim().split("\\s+"));
            int cells = words.size() - ROLES.size();
            return new Row(
                    words.get(0),
                    words.get(1),
                    words.get(2),
                    String.join(" ", words.subList(3, cells)),
                    words.subList(cells, words.size()));
        }
    }

    @Test
    void everyRoleGetsTheAnswerOfTheMatrixAtEveryDoor() throws IOException, LicenceOverlaps {
        engageAll();
        String number = readyForSignature();
        cases.admitTo(number, Confidentiality.NDA);
        Task task = contractDesk.tasks(number, "Task_RecordSignature").stream()
                .filter(open -> AgreedCases.LICENSOR_ADVISER.equals(open.getAssignee()))
                .findFirst()
                .orElseThrow();
        LicensingCase licensingCase = cases.of(number);
        String contract = agreedCases
                .signed(agreedCases.seed(), AgreedCases.terms(LicenceKind.NON_EXCLUSIVE, FIELD_OF_USE, "Japan"))
                .number();
        Map<String, String> names = Map.of(
                "{case}", number,
                "{task}", task.getId(),
                "{instance}", task.getProcessInstanceId(),
                "{contract}", contract,
                "{seed}", licensingCase.seedNumber(),
                "{need}", licensingCase.needNumber());

        List<String> wrong = new ArrayList<>();
        for (String line : new ClassPathResource("access/matrix.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(text -> !text.startsWith("#") && !text.isBlank())
                .toList()) {
            Row row = Row.of(line);
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < ROLES.size(); i++) {
                String expected = row.expected.get(i);
                String answer = expected.equals("-") ? "-" : ask(row, ROLES.get(i), names);
                answers.add(expected.equals("any") && Set.of("200", "none").contains(answer) ? "any" : answer);
            }
            if (!answers.equals(row.expected)) {
                wrong.add(line + "\n    answers " + String.join("  ", answers));
            }
        }
        assertThat(wrong).as("cells with another answer").isEmpty();
        assertThat(leaks).as("answers that tell an outsider of the terms").isEmpty();
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee())
                .as("whoever was refused has changed nothing")
                .isEqualTo(AgreedCases.LICENSOR_ADVISER);
    }

    private void engageAll() {
        staff.engage(AgreedCases.LICENSOR_ADVISER, Roles.ADVISERS);
        staff.engage("matrix-other", Roles.ADVISERS);
        staff.engage("matrix-registrar", Roles.REGISTRARS);
        staff.engage("matrix-legal", Roles.LEGAL);
        staff.engage("matrix-manager", Roles.MANAGERS);
        staff.engage("matrix-supervisor", Roles.SUPERVISORS);
        staff.engage("matrix-administrator", Roles.ADMINISTRATORS);
        staff.engage(NeedFixture.PROGRAM, Roles.INTEGRATORS);
        staff.engage("matrix-integrator", Roles.INTEGRATORS);
        for (String user : ROLES) {
            visitors.put("page" + user, user.isEmpty() ? new Visitor(port) : new Visitor(port).signIn(user));
            visitors.put("rest" + user, user.isEmpty() ? new Visitor(port) : new Visitor(port).asProgramOf(user));
        }
    }

    private String readyForSignature() {
        String number = agreedCases.agreed(
                agreedCases.seed(), AgreedCases.terms(LicenceKind.NON_EXCLUSIVE, FIELD_OF_USE, "Japan"));
        contractDesk.sign(number);
        contractDesk.as("lawyer-1", "Task_DraftContract", number, Map.of("document", 1));
        contractDesk.as("lawyer-2", "Task_ReviewDraft", number, Map.of("verdict", "APPROVED"));
        return number;
    }

    private String ask(Row row, String user, Map<String, String> names) {
        Visitor visitor = visitors.get(row.door + user);
        String address = filled(row.address, user, names);
        HttpResponse<String> answer = row.method.equals("GET")
                ? read(row, visitor, address)
                : visitor.send(row.method, address, "application/json", filled(row.body, user, names));
        if (OUTSIDERS.contains(user) && answer.body().contains(FIELD_OF_USE)) {
            leaks.add(row.method + " " + row.address + " by " + user);
        }
        boolean empty = row.address.contains("{")
                && (answer.body().equals("[]") || answer.body().startsWith("{\"items\":[]"));
        return empty ? "none" : String.valueOf(answer.statusCode());
    }

    private static HttpResponse<String> read(Row row, Visitor visitor, String address) {
        boolean forEyes = row.door.equals("page") && !row.address.startsWith("/camunda/api");
        return forEyes ? visitor.open(address) : visitor.fetch(address);
    }

    private static String filled(String text, String user, Map<String, String> names) {
        String filled = text.replace("{me}", user);
        for (var name : names.entrySet()) {
            filled = filled.replace(name.getKey(), name.getValue());
        }
        return filled;
    }
}
