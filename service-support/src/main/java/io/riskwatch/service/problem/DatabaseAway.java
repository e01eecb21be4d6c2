package io.riskwatch.service.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;

/** A request that failed because its database does not answer: it may be made again soon, and was not its sender's fault. */
public final class DatabaseAway {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String CONNECTION = "08";
    private static final String OPERATOR = "57P0"; // it is being stopped, has crashed or is starting

    private DatabaseAway() {}

    /** Whether the failure, or what caused it, is a connection that is lost or not to be had. */
    public static boolean caused(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLRecoverableException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                return state.startsWith(CONNECTION) || state.startsWith(OPERATOR);
            }
        }
        return false;
    }

    /** The answer to such a request: 503, with the time after which to ask again. */
    public static ProblemException problem() {
        return ProblemException.unavailable(SOON, "Its database does not answer. Nothing is lost: ask again.");
    }
}
