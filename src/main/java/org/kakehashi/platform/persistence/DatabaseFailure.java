package org.kakehashi.platform.persistence;

import java.sql.SQLException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in one sentence why the database stops the application from starting, and what to do. */
class DatabaseFailure implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        DatabaseFolderInUse inUse = ExceptionUtils.throwableOfType(failure, DatabaseFolderInUse.class);
        if (inUse != null) {
            return new FailureAnalysis(inUse.getMessage(), "Stop the other application first.", failure);
        }
        FlywayValidateException invalid = ExceptionUtils.throwableOfType(failure, FlywayValidateException.class);
        if (invalid != null) {
            return String.valueOf(invalid.getMessage()).contains("not resolved locally")
                    ? new FailureAnalysis(
                            "The database was written by a newer version of Kakehashi than this one.",
                            "Start that version, or restore the backup made before the upgrade.",
                            failure)
                    : new FailureAnalysis(
                            "The database's schema does not match this version of Kakehashi: " + invalid.getMessage(),
                            "Start the version that wrote it, or repair the schema history.",
                            failure);
        }
        SQLException refused = ExceptionUtils.throwableOfType(failure, SQLException.class);
        return refused == null ? null : ofState(refused, failure);
    }

    private static @Nullable FailureAnalysis ofState(SQLException refused, Throwable failure) {
        String state = String.valueOf(refused.getSQLState());
        String sentence;
        if (state.startsWith("08")) {
            sentence = "The database is not reachable: " + refused.getMessage();
        } else if (state.startsWith("28")) {
            sentence = "The database refuses this user name or password: " + refused.getMessage();
        } else if (state.equals("3D000")) {
            sentence = "The database does not exist: " + refused.getMessage();
        } else {
            return null;
        }
        return new FailureAnalysis(
                sentence, "Check KAKEHASHI_DB_URL, KAKEHASHI_DB_USERNAME and KAKEHASHI_DB_PASSWORD.", failure);
    }
}
