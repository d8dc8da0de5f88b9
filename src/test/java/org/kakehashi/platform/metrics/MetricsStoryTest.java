package org.kakehashi.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.platform.security.ServiceAccount;
import org.kakehashi.platform.security.ServiceAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yaml.snakeyaml.Yaml;

/** What a Prometheus scrapes with its key, and that dashboard and alert rules ask for nothing else. */
@HttpTest
class MetricsStoryTest {

    private static final Path OPERATIONS = Path.of("docs/operations");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}|\\b(by|without|on|ignoring)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\s*\\()(?=[^a-zA-Z0-9_:(]|$)");

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    ServiceAccounts accounts;

    @Autowired
    Meters meters;

    @Autowired
    HealthEndpoint health;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void aScrapersKeyOpensTheMetricsAndNothingElse() {
        String key = key();
        assertThat(scrape(key, "/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(scrape(key, "/api/v1/seeds").statusCode()).isEqualTo(403);
        assertThat(scrape(key, "/engine-rest/task").statusCode()).isEqualTo(403);
        assertThat(scrape("kakehashi_invented", "/actuator/prometheus").statusCode())
                .isEqualTo(401);
        staff.engage("metrics-administrator", Roles.ADMINISTRATORS);
        staff.engage("metrics-manager", Roles.MANAGERS);
        Visitor administrator = new Visitor(port).asProgramOf("metrics-administrator");
        assertThat(administrator
                        .send("GET", "/actuator/prometheus", "text/plain", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(new Visitor(port)
                        .asProgramOf("metrics-manager")
                        .send("GET", "/actuator/prometheus", "text/plain", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Visitor(port).open("/actuator/prometheus").statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsMeasuredIsWhatTheDatabaseHolds() {
        transactions.executeWithoutResult(status -> jdbc.sql(
                        "INSERT INTO mail (id, message_id, recipient, language, subject, state, written_at, next_attempt)"
                                + " VALUES (?, ?, 'x@example.org', 'en', 'x', 'GIVEN_UP', now(), now())")
                .params(UUID.randomUUID(), UUID.randomUUID().toString())
                .update());
        meters.measure();
        String scraped = scrape(key(), "/actuator/prometheus").body();
        long givenUp = jdbc.sql("SELECT count(*) FROM mail WHERE state = 'GIVEN_UP'")
                .query(Long.class)
                .single();
        assertThat(value(scraped, "kakehashi_mails{state=\"given_up\"}"))
                .isEqualTo(givenUp)
                .isPositive();
        long terms = jdbc.sql("SELECT count(*) FROM licensing_case WHERE stage = 'TERMS' AND outcome IS NULL")
                .query(Long.class)
                .single();
        assertThat(value(scraped, "kakehashi_cases{stage=\"terms\"}")).isEqualTo(terms);
        assertThat(scraped)
                .contains("kakehashi_tasks{due=\"overdue\"}", "kakehashi_task_age_seconds{statistic=\"oldest\"}");
    }

    @Test
    void everythingThatDashboardAndRulesAskForIsExported() throws IOException {
        meters.measure();
        scrape(key(), "/api/v1/seeds");
        Set<String> exported = scrape(key(), "/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> expressions = new ArrayList<>(dashboard());
        int panels = expressions.size();
        expressions.addAll(rules());
        assertThat(panels).isGreaterThan(15);
        assertThat(expressions.size() - panels).isGreaterThan(8);
        Set<String> asked = expressions.stream()
                .map(expression -> expression.replaceAll("\"[^\"]*\"", "").replaceAll("\\[[^]]*]", ""))
                .map(expression -> LABELS.matcher(expression).replaceAll(" "))
                .flatMap(expression -> NAME.matcher(expression).results().map(match -> match.group()))
                .filter(name -> !name.equals("up") && !name.matches("e\\d+"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked)
                .contains("kakehashi_cases", "hikaricp_connections_pending")
                .doesNotContain("sum", "rate");
        assertThat(exported).containsAll(asked);
    }

    @Test
    void aNodeIsAliveWithoutItsDatabaseAndReadyWithDatabaseAndEngineOnly() {
        assertThat(((CompositeHealth) health.healthForPath("liveness")).getComponents())
                .containsOnlyKeys("livenessState");
        assertThat(((CompositeHealth) health.healthForPath("readiness")).getComponents())
                .containsOnlyKeys("readinessState", "db", "processEngine");
        for (String group : List.of("liveness", "readiness")) {
            HttpResponse<String> answer = new Visitor(port).fetch("/actuator/health/" + group);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    private static List<String> dashboard() throws IOException {
        JsonNode panels = new ObjectMapper()
                .readTree(OPERATIONS.resolve("grafana-dashboard.json").toFile())
                .path("panels");
        return panels.findValuesAsText("expr");
    }

    @SuppressWarnings("unchecked")
    private static List<String> rules() throws IOException {
        try (Reader file = Files.newBufferedReader(OPERATIONS.resolve("prometheus-rules.yaml"))) {
            Map<String, List<Map<String, List<Map<String, Object>>>>> rules = new Yaml().load(file);
            return rules.get("groups").stream()
                    .flatMap(group -> group.get("rules").stream())
                    .map(rule -> (String) rule.get("expr"))
                    .toList();
        }
    }

    private String key() {
        String account = "scraper-" + UUID.randomUUID().toString().substring(0, 8);
        accounts.open(account, "Scrapes the metrics", Set.of(Roles.MONITORS));
        ServiceAccount.Issued issued = accounts.issue(account);
        return issued.key();
    }

    private static double value(String scraped, String series) {
        return scraped.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + series));
    }

    private HttpResponse<String> scrape(String key, String address) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                                    .header("Authorization", "Bearer " + key)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
