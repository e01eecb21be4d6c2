package io.riskwatch.localstack;

import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes a service's database and roles by the same script that containers run through psql; of psql it knows what the script uses:
 * {@code :"identifier"}, {@code :'literal'}, {@code \gexec} and {@code \connect}.
 */
final class Provisioning {

    private static final String SCRIPT = "provisioning/service.sql";
    private static final Pattern VARIABLE = Pattern.compile(":(['\"])([a-z_]+)\\1");
    private static final Pattern CONNECT = Pattern.compile("\\\\connect \"(.+)\"");
    private static final String EXECUTE_RESULT = "\\gexec";

    /** Opens a superuser's connection to a database. */
    @FunctionalInterface
    interface Superuser {
        Connection connect(String database) throws SQLException;
    }

    private Provisioning() {}

    /** The script's variables for a database of the service, whose roles are {@code <service>_owner} and {@code <service>_app}. */
    static Map<String, String> variables(String database, String service, StackPasswords passwords) {
        return Map.of(
                "database",
                database,
                "owner",
                service + "_owner",
                "owner_password",
                passwords.owner(),
                "app",
                service + "_app",
                "app_password",
                passwords.app());
    }

    static void run(Superuser superuser, Map<String, String> variables) {
        Connection connection = null;
        try {
            connection = superuser.connect("postgres");
            for (String statement : statements(substitute(script(), variables))) {
                var connect = CONNECT.matcher(statement);
                if (connect.matches()) {
                    connection.close();
                    connection = superuser.connect(connect.group(1));
                } else if (statement.endsWith(EXECUTE_RESULT)) {
                    executeResult(connection, statement.substring(0, statement.length() - EXECUTE_RESULT.length()));
                } else {
                    execute(connection, statement);
                }
            }
        } catch (SQLException e) {
            throw new StackException(
                    "Could not provision database " + variables.get("database") + ": " + e.getMessage(), e);
        } finally {
            close(connection);
        }
    }

    private static void close(@org.jspecify.annotations.Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new StackException("Could not close a connection: " + e.getMessage(), e);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void executeResult(Connection connection, String query) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                statements.add(rows.getString(1));
            }
        }
        for (String statement : statements) {
            execute(connection, statement);
        }
    }

    /** Statements end with a semicolon, a \gexec or the line of a \connect; comments stand on lines of their own. */
    static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String line : script.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("--")) {
                continue;
            }
            current.append(current.isEmpty() ? "" : " ").append(line);
            if (line.endsWith(";") || line.endsWith(EXECUTE_RESULT) || line.startsWith("\\connect")) {
                statements.add(current.toString());
                current.setLength(0);
            }
        }
        if (!current.isEmpty()) {
            throw new IllegalArgumentException("the script ends inside a statement: " + current);
        }
        return statements;
    }

    static String substitute(String script, Map<String, String> variables) {
        return VARIABLE.matcher(script)
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(quoted(match, variables)));
    }

    private static String quoted(MatchResult match, Map<String, String> variables) {
        String value = variables.get(match.group(2));
        if (value == null) {
            throw new IllegalArgumentException("no value for " + match.group());
        }
        String quote = match.group(1);
        return quote + value.replace(quote, quote + quote) + quote;
    }

    private static String script() {
        try (InputStream in = Provisioning.class.getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new StackException(SCRIPT + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StackException("Could not read " + SCRIPT, e);
        }
    }
}
