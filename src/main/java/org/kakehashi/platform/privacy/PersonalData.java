package org.kakehashi.platform.privacy;

import static java.util.function.Predicate.not;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.platform.audit.AuditEntry.Action;
import org.kakehashi.platform.audit.AuditTrail;
import org.kakehashi.platform.privacy.PersonalRecords.Blanked;
import org.kakehashi.platform.privacy.PersonalRecords.Kept;
import org.kakehashi.platform.privacy.PersonalRecords.Removed;
import org.kakehashi.platform.security.AccountChanged;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells what is kept on a person, and erases it. Contracts and figures stay: they count organisations. A user's id stays
 * too, as what the person's acts are noted under.
 */
@Component
@Transactional
public class PersonalData {

    private final List<PersonalRecords> records;
    private final List<ActorColumn> columns;
    private final List<ActorNames> names;
    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;

    PersonalData(
            List<PersonalRecords> records,
            List<ActorColumn> columns,
            List<ActorNames> names,
            JdbcClient jdbc,
            AuditTrail trail,
            CurrentUser user,
            ApplicationEventPublisher events) {
        this.records = records;
        this.columns = columns;
        this.names = names;
        this.jdbc = jdbc;
        this.trail = trail;
        this.user = user;
        this.events = events;
    }

    /**
     * @param what in words
     * @param stays why the rows stay when the person is erased; empty where they do not
     * @param rows what is kept, by column
     */
    public record Holding(String what, String stays, List<Map<String, Object>> rows) {}

    /**
     * All that is kept on a person.
     *
     * @param person a mail address or a user's id
     */
    @Transactional(readOnly = true)
    public List<Holding> of(String person) {
        return records.stream()
                .map(each -> new Holding(
                        each.what(), each.fate() instanceof Kept kept ? kept.why() : "", rows(each, person)))
                .filter(not(holding -> holding.rows().isEmpty()))
                .toList();
    }

    private List<Map<String, Object>> rows(PersonalRecords each, String person) {
        return jdbc.sql("SELECT %s FROM %s WHERE (%s)"
                        .formatted(String.join(", ", each.shown()), each.table(), each.whose()))
                .param("person", person)
                .query()
                .listOfRows();
    }

    /** The same, to be handed to the person. */
    public List<Holding> handOut(String person) {
        trail.add(user.name(), Action.EXPORTED, "personal data", "");
        return of(person);
    }

    /**
     * Erases a person wherever nothing speaks against it.
     *
     * @return what the person is called from now on
     * @throws Refusal where nothing is kept on the person, or where something has to be done first
     */
    public String erase(String person) {
        List<Holding> holdings = of(person);
        if (holdings.stream().allMatch(holding -> !holding.stays().isEmpty())) {
            throw Refusal.notFound("Nothing is kept on this person that could be erased.");
        }
        List<String> obstacles = records.stream()
                .filter(each -> each.needed() != null && isNeeded(each, person, each.needed()))
                .map(each -> each.needed().sentence())
                .toList();
        if (!obstacles.isEmpty()) {
            throw Refusal.conflict(String.join(" ", obstacles));
        }
        String pseudonym = "Erased person " + UUID.randomUUID().toString().substring(0, 8);
        jdbc.sql("SELECT id_ FROM act_id_user WHERE " + EngineAccounts.WHOSE)
                .param("person", person)
                .query(String.class)
                .list()
                .forEach(account -> events.publishEvent(new AccountChanged(account)));
        Map<String, String> acted = new LinkedHashMap<>();
        names.forEach(each -> acted.putAll(each.of(person, pseudonym)));
        columns.forEach(column -> acted.forEach((name, instead) -> rename(column, name, instead)));
        records.forEach(each -> erase(each, person, pseudonym));
        trail.add(user.name(), Action.CHANGED, pseudonym, "Personal data erased");
        return pseudonym;
    }

    private boolean isNeeded(PersonalRecords each, String person, PersonalRecords.Need need) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM %s WHERE (%s) AND %s)"
                        .formatted(each.table(), each.whose(), need.condition()))
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    private void rename(ActorColumn column, String name, String instead) {
        jdbc.sql("UPDATE %1$s SET %2$s = :instead WHERE %2$s = :name".formatted(column.table(), column.column()))
                .param("instead", instead)
                .param("name", name)
                .update();
    }

    private void erase(PersonalRecords each, String person, String pseudonym) {
        if (each.fate() instanceof Blanked blanked) {
            jdbc.sql("UPDATE %s SET %s WHERE %s".formatted(each.table(), blanked.columns(), each.whose()))
                    .param("person", person)
                    .param("pseudonym", pseudonym)
                    .update();
        } else if (each.fate() instanceof Removed) {
            jdbc.sql("DELETE FROM %s WHERE %s".formatted(each.table(), each.whose()))
                    .param("person", person)
                    .update();
        }
    }
}
