package org.kakehashi.portal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.kakehashi.KakehashiApplication;
import org.kakehashi.TestDatabase;
import org.kakehashi.platform.imports.Format;
import org.kakehashi.platform.imports.Imports;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.portal.Facet;
import org.kakehashi.portal.Found;
import org.kakehashi.portal.SeedQuery;
import org.kakehashi.portal.search.PortalIndex.State;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.SeedContent.Patent;
import org.kakehashi.registry.SeedContent.Texts;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.registry.SeedRegistration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Two nodes with one index, in a real OpenSearch that starts later than they do, fails, and comes back. Late, since Camunda's
 * web applications know one engine for each JVM, and the end of a node takes it from the others.
 */
@Order(Integer.MAX_VALUE - 1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedIndexStoryTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient browser = HttpClient.newHttpClient();
    private OpenSearch openSearch;
    private ConfigurableApplicationContext here;
    private ConfigurableApplicationContext there;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        openSearch = new OpenSearch(folder.resolve("opensearch"));
        openSearch.start();
        String database = TestDatabase.fresh();
        here = node("here", database, folder);
        there = node("there", database, folder);
        openSearch.awaitReady();
    }

    @AfterAll
    void stop() throws InterruptedException {
        there.close();
        here.close();
        openSearch.close();
    }

    private ConfigurableApplicationContext node(String name, String database, Path folder) {
        return new SpringApplicationBuilder(KakehashiApplication.class, SeedFixture.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--kakehashi.db.url=" + database,
                        "--kakehashi.db.username=postgres",
                        "--kakehashi.db.password=",
                        "--kakehashi.data.folder=" + folder.resolve(name),
                        "--kakehashi.signing.self-signed=true",
                        "--kakehashi.search.backend=opensearch",
                        "--kakehashi.search.uris=" + openSearch.uri(),
                        "--spring.jpa.properties.hibernate.search.coordination.event_processor.retry_delay=2",
                        "--spring.jpa.properties.hibernate.search.indexing.plan.synchronization.strategy=",
                        "--camunda.bpm.process-engine-name=" + name);
    }

    @Test
    void whatOneNodePublishesTheOtherFindsInBothLanguagesWithFacets() {
        String word = word();
        String battery = published(here, seed("en", "Battery of " + word, "Air electrodes.", "H01M 10/0525"));
        String sheet = published(there, seed("ja", word + " 全固体電池用の電解質シート", "センサーの電源。", "H01M 10/0562"));

        awaitFound(there, word, 2);
        awaitFound(here, word, 2);
        assertThat(find(there, word + " batteries").numbers()).containsExactly(battery);
        assertThat(find(here, word + " \"air electrode\"").numbers()).containsExactly(battery);
        assertThat(find(here, word + " electro*").numbers()).containsExactly(battery);
        assertThat(find(here, word + " ｾﾝｻ").numbers()).containsExactly(sheet);
        assertThat(find(there, word + " -電解質").numbers()).containsExactly(battery);
        assertThat(find(here, word).counts().get(Facet.IPC)).containsEntry("H", 2L);
        assertThat(find(here, word + " elektrodes").meant()).isEqualTo(word + " electrodes");
    }

    @Test
    void whatIsPublishedDuringAnOutageIsFoundThereafterAndPagesShowThePlainListMeanwhile() throws Exception {
        String word = word();
        published(here, seed("en", "Valve of " + word, "Before.", "F16K 1/00"));
        awaitFound(there, word, 1);
        openSearch.kill();

        published(there, seed("en", "Tap of " + word, "Meanwhile.", "F16K 1/00"));

        assertThat(page(here, "/portal/search?lang=en&q=" + word))
                .contains("The search is being set up anew", "Tap of " + word);
        assertThat(page(there, "/portal")).contains("Tap of " + word);
        await().atMost(PATIENCE).until(() -> count("hsearch_outbox_event WHERE status = 'ABORTED'") > 0);
        openSearch.start();
        awaitFound(here, word, 2);
        assertThat(page(there, "/portal/search?lang=en&q=" + word)).contains("2 technologies");
    }

    @Test
    void theIndexIsWrittenAnewWithoutLosingWhatIsPublishedMeanwhile() {
        String word = word();
        List<String> before = IntStream.range(0, 20)
                .mapToObj(each -> published(here, seed("en", "Gear of " + word, "No. " + each, "F16H 1/00")))
                .toList();
        awaitFound(here, word, before.size());
        PortalIndex index = here.getBean(PortalIndex.class);

        index.rebuild();

        String meanwhile = published(there, seed("en", "Wheel of " + word, "Meanwhile.", "F16H 1/00"));
        there.getBean(SeedRegistration.class).withdraw(before.get(0), "Sold.", false);
        await().atMost(PATIENCE).until(() -> index.progress().state() == State.READY);
        assertThat(index.progress().done()).isGreaterThanOrEqualTo(before.size());
        awaitFound(here, word, before.size());
        assertThat(find(here, word).numbers()).contains(meanwhile).doesNotContain(before.get(0));
    }

    @Test
    void anIndexThatIsGoneIsMadeAnewByOneNodeForBoth() throws Exception {
        String word = word();
        published(here, seed("en", "Spring of " + word, "Coiled.", "F16F 1/00"));
        awaitFound(there, word, 1);
        browser.send(
                HttpRequest.newBuilder(URI.create(openSearch.uri() + "/seed*"))
                        .DELETE()
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(page(there, "/portal/search?lang=en&q=" + word)).contains("The search is being set up anew");
        List<PortalIndex> both = List.of(there.getBean(PortalIndex.class), here.getBean(PortalIndex.class));
        both.forEach(PortalIndex::rebuild);

        await().atMost(PATIENCE)
                .until(() -> both.stream().allMatch(each -> each.progress().state() == State.READY));
        awaitFound(here, word, 1);
        awaitFound(there, word, 1);
    }

    @Test
    void anImportThatOneNodeHasPreviewedGoesOnAtTheOther() throws Exception {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "integrator", "", AuthorityUtils.createAuthorityList(Roles.ADMINISTRATORS)));
        String row = "{\"id\":\"1\",\"title\":\"Pump\",\"problem\":\"It leaks.\",\"organisation\":\"Pumps\"}";
        UUID id = here.getBean(Imports.class)
                .start(
                        new Imports.Wanted("needs", word(), false, true, Format.JSON_LINES, null, "rows"),
                        new ByteArrayInputStream(row.getBytes(StandardCharsets.UTF_8)))
                .id();
        Imports elsewhere = there.getBean(Imports.class);
        await().atMost(PATIENCE).until(() -> elsewhere.job(id).state() == Imports.State.PREVIEWED);

        elsewhere.resume(id);

        await().atMost(PATIENCE).until(() -> elsewhere.job(id).finishedAt() != null);
        assertThat(elsewhere.job(id).state()).isEqualTo(Imports.State.DONE);
        assertThat(elsewhere.job(id).created()).isOne();
        assertThat(count("import_file")).isZero();
    }

    private void awaitFound(ConfigurableApplicationContext node, String word, long total) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> find(node, word).total() == total);
    }

    private static Found find(ConfigurableApplicationContext node, String words) {
        return node.getBean(SeedSearch.class).find(SeedQuery.everything().saying(words));
    }

    private long count(String which) {
        return here.getBean(JdbcClient.class)
                .sql("SELECT count(*) FROM " + which)
                .query(Long.class)
                .single();
    }

    private String page(ConfigurableApplicationContext node, String address) throws Exception {
        String port = node.getEnvironment().getRequiredProperty("local.server.port");
        return browser.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String published(ConfigurableApplicationContext node, SeedContent content) {
        String number = node.getBean(SeedFixture.class).registered(content);
        node.getBean(SeedRegistration.class).publish(number);
        return number;
    }

    private static SeedContent seed(String language, String title, String outline, String ipc) {
        return SeedContent.of(
                language, Texts.of(title, outline), Patent.of(title, "Eiche Works", "2024-123456", null, List.of(ipc)));
    }

    private static String word() {
        return "eiche" + UUID.randomUUID().toString().substring(0, 8);
    }
}
