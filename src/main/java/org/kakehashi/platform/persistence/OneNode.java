package org.kakehashi.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Work that one node after the other does. */
@Component
public class OneNode {

    private final DataSource database;

    OneNode(DataSource database) {
        this.database = database;
    }

    /**
     * Waits until no other node does the same work, and does it; a node that ends while at it makes room for the next.
     *
     * @throws org.springframework.dao.DataAccessException where the database does not answer
     */
    public void atATime(String work, Runnable doing) {
        try (Connection holder = database.getConnection();
                PreparedStatement take =
                        holder.prepareStatement("SELECT pg_advisory_xact_lock(hashtext('one node'), hashtext(?))")) {
            take.setString(1, work);
            take.execute();
            doing.run();
            holder.rollback();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Whether another node does " + work + " cannot be told", e);
        }
    }
}
