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
    private final RoutingSettings settings;

    /** How much somebody has in hand, in words. */
    public enum Load {
        ROOM("has room"),
        BUSY("busy"),
        FULL("fully loaded");

        private final String english;

        Load(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }

    Workload(JdbcClient jdbc, Advisers advisers, RoutingSettings settings) {
        this.jdbc = jdbc;
        this.advisers = advisers;
        this.settings = settings;
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

    /** How much that many records and cases are for one adviser. */
    public Load load(int inHand) {
        return inHand >= settings.capacity() ? Load.FULL : inHand * 2 >= settings.capacity() ? Load.BUSY : Load.ROOM;
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
