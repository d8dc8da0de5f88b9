package org.kakehashi.platform.imports;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells whether the application that began an import still runs: as long as it lives it holds a lock of the database,
 * which falls with it however it ends.
 */
@Component
class Runners implements DisposableBean {

    private final DataSource database;
    private final JdbcClient jdbc;
    private final long own = new SecureRandom().nextLong();
    private @Nullable Connection lock;

    Runners(DataSource database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    /** This application's own name, under which it is alive from now on. */
    synchronized long own() {
        try {
            if (lock == null || !lock.isValid(5)) {
                lock = hold();
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The lock of an import cannot be had", e);
        }
        return own;
    }

    private Connection hold() throws SQLException {
        Connection connection = database.getConnection();
        try (PreparedStatement take = connection.prepareStatement("SELECT pg_advisory_lock(?)")) {
            take.setLong(1, own);
            take.execute();
        }
        connection.commit();
        return connection;
    }

    @Transactional
    public boolean isAlive(long runner) {
        return !jdbc.sql("SELECT pg_try_advisory_xact_lock(?)")
                .param(runner)
                .query(Boolean.class)
                .single();
    }

    @Override
    public synchronized void destroy() throws SQLException {
        if (lock != null) {
            lock.close();
        }
    }
}
