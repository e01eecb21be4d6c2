package io.riskwatch.localstack.server;

import io.riskwatch.localstack.process.Launch;
import io.riskwatch.localstack.process.Launch.StopSignal;
import io.riskwatch.localstack.process.ManagedProcess;
import io.riskwatch.localstack.process.Patience;
import io.riskwatch.localstack.process.RunAs;
import io.riskwatch.localstack.process.StackException;
import io.riskwatch.localstack.process.Supervisor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** MongoDB: a mongod where one is on the PATH, else the stand-in, as a process of its own. */
public final class LocalMongo extends ProcessServer implements MongoServer {

    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final Pattern STAND_IN_JAR = Pattern.compile("mongo-java-server-core-(.+)\\.jar$");

    private final ServerPlace place;
    private final Optional<Path> mongod;

    public LocalMongo(ServerPlace place) {
        super("MongoDB", place.port());
        this.place = place;
        this.mongod = Programs.installed("mongod");
    }

    @Override
    ManagedProcess launch() {
        try {
            Files.createDirectories(place.data().resolve("db"));
        } catch (IOException e) {
            throw new StackException("Could not make " + place.data() + ": " + e.getMessage(), e);
        }
        ManagedProcess process = Supervisor.start(new Launch(
                name(),
                mongod.map(this::mongodCommand).orElseGet(this::standInCommand),
                Map.of(),
                place.data(),
                place.log(),
                StopSignal.TERM,
                RunAs.SAME_USER));
        Patience.until(process, START_LIMIT, () -> MongoServer.versionOf(uri("admin")));
        return process;
    }

    private List<String> mongodCommand(Path program) {
        return List.of(
                program.toString(),
                "--bind_ip",
                "127.0.0.1",
                "--port",
                Integer.toString(place.port()),
                "--dbpath",
                place.data().resolve("db").toString(),
                "--unixSocketPrefix",
                place.data().toString());
    }

    private List<String> standInCommand() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                place.durable()
                        ? "-Xmx128m"
                        : "-Xmx2g", // else all data are in memory: a long drill stores thousands of results
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                classPath(),
                StandInMongo.class.getName(),
                Integer.toString(place.port())));
        if (place.durable()) {
            command.add(place.data().resolve("stand-in.mv.db").toString());
        }
        return command;
    }

    /** This JVM's class path, valid in any working directory. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public String uri(String database) {
        return "mongodb://127.0.0.1:" + place.port() + "/" + database;
    }

    @Override
    public String version() {
        String version = MongoServer.versionOf(uri("admin"));
        return mongod.isPresent() ? version : "stand-in mongo-java-server " + standInVersion();
    }

    private static String standInVersion() {
        var source = de.bwaldvogel.mongo.MongoServer.class.getProtectionDomain().getCodeSource();
        Matcher jar =
                STAND_IN_JAR.matcher(source == null ? "" : source.getLocation().getPath());
        return jar.find() ? jar.group(1) : "of unknown version";
    }
}
