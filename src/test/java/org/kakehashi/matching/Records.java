package org.kakehashi.matching;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.needs.NeedContent;
import org.kakehashi.needs.NeedHearing;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.ThreeValued;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Published seeds and open needs as tests of matching want them, and who was told of new candidates. */
@Component
public class Records {

    private final SeedRegistration seeds;
    private final NeedHearing needs;
    private final Organisations organisations;
    private final JdbcClient jdbc;
    private final Queue<String> told = new ConcurrentLinkedQueue<>();

    Records(SeedRegistration seeds, NeedHearing needs, Organisations organisations, JdbcClient jdbc) {
        this.seeds = seeds;
        this.needs = needs;
        this.organisations = organisations;
        this.jdbc = jdbc;
    }

    public UUID organisation(String name) {
        return organisations
                .save(new Organisation(Organisation.Profile.of(name, OrganisationType.SME, Prefecture.of("JP-13"))))
                .id();
    }

    public String seed(String title, String outline, String... ipc) {
        return seed(organisation("Owner of " + title), "en", title, outline, ipc);
    }

    public String seed(UUID owner, String language, String title, String outline, String... ipc) {
        return publish(owner, seedContent(language, title, outline, false, ipc));
    }

    public String unpublishedSeed(String title, String outline, String... ipc) {
        return publish(organisation("Owner of " + title), seedContent("en", title, outline, true, ipc));
    }

    private String publish(UUID owner, SeedContent content) {
        String number = seeds.register("test", null, owner, content, false).number();
        seeds.publish(number);
        return number;
    }

    public String need(String title, String problem, String... ipc) {
        return need(organisation("Seeker of " + title), "en", title, problem, ipc);
    }

    public String need(UUID seeker, String language, String title, String problem, String... ipc) {
        return need(seeker, needContent(language, title, problem, ipc));
    }

    public String need(UUID seeker, NeedContent content) {
        String number = needs.receive("test", null, seeker, content, false).number();
        needs.open(number);
        return number;
    }

    /** Returns when everybody who hears of the record has heard of it, as is true of every record that waits. */
    public void waitUntilTheNewsIsRound(String number) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("SELECT (SELECT count(*) FROM event_publication WHERE completion_date IS NULL"
                                        + " AND serialized_event LIKE ?)"
                                        + " + (SELECT count(*) FROM matching_newcomer WHERE record = ?)")
                                .params("%" + number + "%", number)
                                .query(Long.class)
                                .single()
                        == 0);
    }

    public void change(String seed, SeedContent content) {
        seeds.change(seed, content);
        waitUntilTheNewsIsRound(seed);
    }

    public void close(String need) {
        needs.close(need, "Solved otherwise");
    }

    /** The records whose advisers were told of new candidates. */
    public Collection<String> told() {
        return told;
    }

    @TransactionalEventListener
    void tell(Match.Proposed news) {
        told.add(news.recordNumber());
    }

    public static NeedContent needContent(String language, String title, String problem, String... ipc) {
        return new NeedContent(
                language, title, problem, "", null, null, List.of(ipc), LicenceKind.NON_EXCLUSIVE, null, true);
    }

    public static SeedContent seedContent(
            String language, String title, String outline, boolean unpublished, String... ipc) {
        return seedContent(language, title, outline, unpublished, ThreeValued.NOT_SPECIFIED, ipc);
    }

    static SeedContent seedContent(
            String language, String title, String outline, boolean unpublished, ThreeValued lumpSum, String... ipc) {
        return SeedContent.of(
                        language,
                        SeedContent.Texts.of(title, outline),
                        new SeedContent.Patent(
                                "", "", "", "2024-000001", null, null, null, unpublished, List.of(ipc), "", "", null))
                .with(SeedContent.LicenceTerms.of(ThreeValued.YES, LicenceKind.NON_EXCLUSIVE)
                        .paidBy(lumpSum, ThreeValued.NOT_SPECIFIED));
    }
}
