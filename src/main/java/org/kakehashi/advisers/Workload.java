package org.kakehashi.advisers;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.kakehashi.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How much each adviser has in hand: open records and cases, by their numbers. */
@Component
public class Workload {

    private final JdbcClient jdbc;
    private final Advisers advisers;

    Workload(JdbcClient jdbc, Advisers advisers) {
        this.jdbc = jdbc;
        this.advisers = advisers;
    }

    /**
     * The adviser now looks after the record or case. May be told twice.
     *
     * @throws Refusal where the user is no adviser
     */
    @Transactional
    public void assigned(String user, String number) {
        if (!advisers.existsById(user)) {
            throw Refusal.invalid("\"" + user + "\" is not an adviser: name one of the advisers.");
        }
        jdbc.sql("INSERT INTO adviser_load (user_id, number) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(user, number)
                .update();
    }

    /** The case has come to that stage, which weighs more or less. */
    @Transactional
    public void reached(String number, String stage) {
        jdbc.sql("UPDATE adviser_load SET stage = ? WHERE number = ?")
                .params(stage, number)
                .update();
    }

    /** The adviser no longer looks after it. May be told twice. */
    @Transactional
    public void released(String user, String number) {
        jdbc.sql("DELETE FROM adviser_load WHERE user_id = ? AND number = ?")
                .params(user, number)
                .update();
    }

    /** The record or case is closed: nobody looks after it any more. May be told twice. */
    @Transactional
    public void closed(String number) {
        jdbc.sql("DELETE FROM adviser_load WHERE number = ?").param(number).update();
    }

    /** How many each has in hand; who has none is missing. */
    @Transactional(readOnly = true)
    public Map<String, Integer> of(Collection<String> users) {
        return jdbc
                .sql("SELECT user_id, count(*) AS load FROM adviser_load WHERE user_id = ANY (?) GROUP BY user_id")
                .param(users.toArray(String[]::new))
                .query((row, index) -> Map.entry(row.getString("user_id"), row.getInt("load")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
