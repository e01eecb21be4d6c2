package io.riskwatch.localstack.server;

import io.riskwatch.localstack.process.Commands;
import io.riskwatch.localstack.process.Launch;
import io.riskwatch.localstack.process.Launch.StopSignal;
import io.riskwatch.localstack.process.ManagedProcess;
import io.riskwatch.localstack.process.Patience;
import io.riskwatch.localstack.process.RunAs;
import io.riskwatch.localstack.process.StackException;
import io.riskwatch.localstack.process.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A private PostgreSQL with scram passwords; its superuser is {@code postgres}. */
public final class PostgresServer extends ProcessServer {

    public static final String SUPERUSER = "postgres";

    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    private final ServerPlace place;
    private final Path cache;
    private final String password;

    public PostgresServer(ServerPlace place, Path cache, String password) {
        super("PostgreSQL", place.port());
        this.place = place;
        this.cache = cache;
        this.password = password;
    }

    @Override
    ManagedProcess launch() {
        Path home = PostgresBinaries.unpackedBelow(cache);
        Path cluster = place.data().resolve("cluster");
        try {
            Files.createDirectories(place.data());
        } catch (IOException e) {
            throw new StackException("Could not make " + place.data() + ": " + e.getMessage(), e);
        }
        RunAs user = RunAs.unprivileged(home, place.data());
        user.own(place.data());
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            initialise(home, cluster, user);
        }
        ManagedProcess process = Supervisor.start(new Launch(
                name(),
                serverCommand(home, cluster),
                Map.of("TZ", "UTC"),
                place.data(),
                place.log(),
                StopSignal.INT,
                user));
        Patience.until(process, START_LIMIT, () -> {
            connect().close();
            return true;
        });
        return process;
    }

    private void initialise(Path home, Path cluster, RunAs user) {
        Path unfinished = place.data().resolve("cluster.unfinished");
        Path passwordFile = place.data().resolve("password");
        try {
            Directories.delete(unfinished);
            Files.deleteIfExists(passwordFile);
            Files.createFile(
                    passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, password);
            user.own(place.data());
            List<String> initdb = new ArrayList<>(List.of(
                    home.resolve("bin/initdb").toString(),
                    "--pgdata=" + unfinished,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C"));
            if (!place.durable()) {
                initdb.add("--no-sync");
            }
            Commands.output(START_LIMIT, user.command(StopSignal.TERM, initdb), Map.of("TZ", "UTC"), place.data());
            Files.move(unfinished, cluster);
        } catch (IOException e) {
            throw new StackException("Could not make a PostgreSQL cluster in " + cluster + ": " + e.getMessage(), e);
        } finally {
            passwordFile.toFile().delete();
        }
    }

    private List<String> serverCommand(Path home, Path cluster) {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/postgres").toString(),
                "-D",
                cluster.toString(),
                "-p",
                Integer.toString(place.port()),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200",
                "-c",
                "shared_buffers=64MB"));
        if (!place.durable()) {
            // commits still reach the kernel, so that a drill may kill the server; only a crash of the machine would
            // lose them
            for (String option : List.of("fsync=off", "full_page_writes=off")) {
                command.addAll(List.of("-c", option));
            }
        }
        return command;
    }

    /** A connection of the superuser to the database {@code postgres}. */
    public Connection connect() throws SQLException {
        return connect("postgres");
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database) + "?connectTimeout=5", SUPERUSER, password);
    }

    /** The JDBC address of a database. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + place.port() + "/" + database;
    }

    @Override
    public String version() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW server_version")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new StackException("PostgreSQL does not tell its version: " + e.getMessage(), e);
        }
    }
}
