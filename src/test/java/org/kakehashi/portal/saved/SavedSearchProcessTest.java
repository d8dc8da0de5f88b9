package org.kakehashi.portal.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.platform.privacy.PersonalRecords;
import org.kakehashi.portal.SeedQuery;
import org.kakehashi.portal.search.SeedSearch;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.registry.SeedRegistration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches for one invented applicant, so that no other test's records are among the hits. */
@ProcessTest
class SavedSearchProcessTest {

    private static final Pattern TOKEN = Pattern.compile("/portal/saved/([\\w-]{43})");

    @Autowired
    SavedSearches searches;

    @Autowired
    SavedSearchNews news;

    @Autowired
    SeedSearch search;

    @Autowired
    SeedFixture seeds;

    @Autowired
    SeedRegistration registration;

    @Autowired
    List<PersonalRecords> personal;

    @Autowired
    JdbcClient jdbc;

    private final String applicant =
            "Tannenbruck" + UUID.randomUUID().toString().substring(0, 8);
    private final String email = UUID.randomUUID() + "@visitor.example";

    @Test
    void whoHasConfirmedHearsOnceOfWhatHasBeenPublishedSinceAndOfNothingElse() {
        published("There before");
        confirmed();
        dayPasses();
        assertThat(letters()).as("nothing is new").containsExactly("Please confirm your saved search");

        String fresh = published("Quiet gate");
        dayPasses();
        assertThat(letters())
                .containsExactly("Please confirm your saved search", "1 new for “%s”".formatted(applicant));
        assertThat(lastText())
                .contains("Quiet gate", "/portal/seeds/" + fresh, "Stop these letters")
                .doesNotContain("There before");
        assertThat(jdbc.sql("SELECT unsubscribe FROM mail WHERE recipient = ? ORDER BY written_at DESC LIMIT 1")
                        .param(email)
                        .query(String.class)
                        .single())
                .matches("http://localhost:8080/portal/saved/[\\w-]{43}/stop");
        news.mailDue();
        dayPasses();
        assertThat(letters()).as("told once").hasSize(2);
    }

    @Test
    void manyNewsMakeOneLetter() {
        confirmed();
        for (int i = 0; i < 12; i++) {
            published("Gate " + i);
        }
        dayPasses();
        assertThat(letters()).hasSize(2).last().asString().startsWith("12 new");
        assertThat(lastText()).contains("and 2 more");
    }

    @Test
    void whoHasNotConfirmedHearsOfNothing() {
        save();
        published("Quiet gate");
        dayPasses();
        assertThat(letters()).containsExactly("Please confirm your saved search");
    }

    @Test
    void whoStopsHearsNoMoreAndNothingIsKept() {
        confirmed();
        SavedSearch saved = searches.find(token()).orElseThrow();
        searches.stop(saved);
        searches.stop(saved);
        published("Quiet gate");
        dayPasses();
        assertThat(letters()).hasSize(1);
        assertThat(kept()).isZero();
    }

    @Test
    void aLinkThatIsNotConfirmedWithinAWeekLeadsNowhere() {
        save();
        EngineTime.pass(Duration.ofDays(8));
        assertThat(searches.find(token())).isEmpty();
    }

    @Test
    void theSameSearchIsSavedOnceAndThreeLettersADayAreEnough() {
        confirmed();
        save();
        save();
        save();
        assertThat(letters())
                .containsExactly(
                        "Please confirm your saved search",
                        "Your search is saved already",
                        "Your search is saved already");
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void aSavedSearchIsAmongWhatAPersonIsToldAndGoesWithThePerson() {
        assertThat(personal)
                .filteredOn(records -> records.table().equals("saved_search"))
                .singleElement()
                .returns(new PersonalRecords.Removed(), PersonalRecords::fate);
    }

    private void confirmed() {
        save();
        searches.confirm(searches.find(token()).orElseThrow());
    }

    private void save() {
        searches.save(email, Locale.ENGLISH, SeedQuery.everything().saying(applicant), "“" + applicant + "”");
    }

    private String published(String title) {
        String number = seeds.registered(SeedContent.of(
                "en",
                SeedContent.Texts.of(title, "It closes."),
                SeedContent.Patent.of(title, applicant, "2024-123456", null, List.of())));
        registration.publish(number);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> search.find(SeedQuery.everything().saying(applicant + " " + title))
                        .numbers()
                        .contains(number));
        return number;
    }

    private void dayPasses() {
        EngineTime.pass(Duration.ofDays(1));
        news.mailDue();
    }

    private String token() {
        Matcher token = TOKEN.matcher(jdbc.sql("SELECT text FROM mail WHERE recipient = ? ORDER BY written_at LIMIT 1")
                .param(email)
                .query(String.class)
                .single());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private List<String> letters() {
        return jdbc.sql("SELECT subject FROM mail WHERE recipient = ? ORDER BY written_at")
                .param(email)
                .query(String.class)
                .list();
    }

    private String lastText() {
        return jdbc.sql("SELECT text FROM mail WHERE recipient = ? ORDER BY written_at DESC LIMIT 1")
                .param(email)
                .query(String.class)
                .single();
    }

    private int kept() {
        return jdbc.sql("SELECT count(*) FROM saved_search WHERE email = ?")
                .param(email)
                .query(Integer.class)
                .single();
    }
}
