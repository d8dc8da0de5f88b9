package org.kakehashi.armour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kakehashi.HttpTest;
import org.kakehashi.TestDatabase;
import org.kakehashi.start.OwnJvm;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Camunda's starters let anybody do over HTTP, tried on them and on ours in the same words, without signing in. */
@HttpTest
class StockStarterStoryTest {

    private static final String WELCOME = "/camunda/app/welcome/default/";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static OwnJvm stock;
    private static int stockPort;

    @LocalServerPort
    int port;

    @BeforeAll
    static void camundasStartersAsTheyAreShipped() throws Exception {
        stock = OwnJvm.startMain(
                StockStarter.class,
                "--server.port=0",
                "--spring.config.location=optional:file:nothing-of-ours/",
                "--spring.datasource.url=" + TestDatabase.fresh(),
                "--spring.datasource.username=postgres",
                "--camunda.bpm.auto-deployment-enabled=false");
        stockPort = stock.awaitPort();
    }

    @AfterAll
    static void end() {
        stock.close();
    }

    @Test
    void theSetUpServiceMakesAnybodyAnAdministratorThereAndNobodyHere() throws Exception {
        String user = """
                {"profile":{"id":"%s","firstName":"M","lastName":"M"},"credentials":{"password":"%s"}}""".formatted("mallory" + System.nanoTime(), UUID.randomUUID());
        assertThat(throughTheWebApplications(stockPort, user)).isEqualTo(204);
        assertThat(throughTheWebApplications(port, user)).isBetween(401, 404);
    }

    @Test
    void theEnginesInterfaceIsOpenThereAndClosedHere() throws Exception {
        assertThat(get(stockPort, "/engine-rest/task").statusCode()).isEqualTo(200);
        assertThat(get(port, "/engine-rest/task").statusCode()).isEqualTo(401);
    }

    @Test
    void expressionsInAlternativesOfAQueryAreRunThere() throws Exception {
        String query = """
                {"orQueries":[{"taskAssigneeExpression":"${1+1}","assigneeExpression":"${unheardOf.word}"}]}""";
        HttpResponse<String> there = post(stockPort, "/engine-rest/task/count", query);
        assertThat(there.body()).contains("unheardOf");
        assertThat(post(port, "/engine-rest/task/count", query).body()).doesNotContain("unheardOf");
    }

    @Test
    void anybodyDeploysThere() throws Exception {
        assertThat(deploy(stockPort)).isEqualTo(200);
        assertThat(deploy(port)).isIn(401, 403);
    }

    @Test
    void cookiesAreLaxAndBrowsersAreNotHeldToTlsThere() throws Exception {
        assertThat(cookies(stockPort, WELCOME)).isNotEmpty().noneMatch(cookie -> cookie.contains("SameSite=Strict"));
        assertThat(cookies(port, "/login")).isNotEmpty().allMatch(cookie -> cookie.contains("SameSite=Strict"));
        assertThat(get(stockPort, WELCOME).headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    private static List<String> cookies(int port, String address) throws Exception {
        return get(port, address).headers().allValues("Set-Cookie");
    }

    private static int throughTheWebApplications(int port, String user) throws Exception {
        List<String> given = cookies(port, WELCOME);
        String token = given.stream()
                .filter(cookie -> cookie.startsWith("XSRF-TOKEN="))
                .map(cookie -> cookie.substring("XSRF-TOKEN=".length(), cookie.indexOf(';')))
                .findFirst()
                .orElse("none");
        String kept = String.join(
                "; ", given.stream().map(cookie -> cookie.split(";")[0]).toList());
        return send(request(port, "/camunda/api/admin/setup/default/user/create")
                        .header("Content-Type", "application/json")
                        .header("Cookie", kept)
                        .header("X-XSRF-TOKEN", token)
                        .POST(HttpRequest.BodyPublishers.ofString(user)))
                .statusCode();
    }

    private static int deploy(int port) throws Exception {
        return send(request(port, "/engine-rest/deployment/create")
                        .header("Content-Type", "multipart/form-data; boundary=cut")
                        .POST(HttpRequest.BodyPublishers.ofString("""
                                --cut\r
                                Content-Disposition: form-data; name="deployment-name"\r
                                \r
                                code\r
                                --cut\r
                                Content-Disposition: form-data; name="data"; filename="note.txt"\r
                                Content-Type: text/plain\r
                                \r
                                anything\r
                                --cut--\r
                                """)))
                .statusCode();
    }

    private static HttpResponse<String> get(int port, String address) throws Exception {
        return send(request(port, address).GET());
    }

    private static HttpResponse<String> post(int port, String address, String json) throws Exception {
        return send(request(port, address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private static HttpRequest.Builder request(int port, String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
