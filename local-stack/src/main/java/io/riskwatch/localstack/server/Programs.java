package io.riskwatch.localstack.server;

import io.riskwatch.localstack.process.Commands;
import io.riskwatch.localstack.process.StackException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the programs of Redis and RabbitMQ: the system's where they are installed and new enough, else Debian's, unpacked beside. */
public final class Programs {

    /**
     * A program and the environment it needs to run from where it lies.
     *
     * @param path the executable
     * @param environment such as the place of its libraries
     */
    public record Program(Path path, Map<String, String> environment) {}

    private static final List<Path> SYSTEM_FOLDERS =
            List.of(Path.of("/usr/local/bin"), Path.of("/usr/bin"), Path.of("/usr/sbin"), Path.of("/usr/local/sbin"));
    private static final Path RABBIT_FOLDER = Path.of("/usr/lib/rabbitmq/lib");
    private static final int[] OLDEST_REDIS = {6, 2};
    private static final int[] OLDEST_RABBIT = {3, 10};
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.\\d+");

    private final Path cache;
    private final boolean systems;
    private volatile Consumer<String> progress = what -> {};

    /**
     * Programs kept below a folder.
     *
     * @param systems whether those that are installed may be used
     */
    public Programs(Path cache, boolean systems) {
        this.cache = cache;
        this.systems = systems;
    }

    /** Tells the listener of long preparations from now on. */
    public void announceTo(Consumer<String> listener) {
        progress = listener;
    }

    Program redis() {
        return installed("redis-server")
                .filter(path -> systems && isRecent(versionOf(path), OLDEST_REDIS))
                .map(path -> new Program(path, Map.of()))
                .orElseGet(() -> unpacked("usr/bin/redis-server"));
    }

    /** RabbitMQ's own start script, not the wrapper on the path that changes to the user rabbitmq. */
    Program rabbitmqServer() {
        return installedRabbit().map(path -> new Program(path, Map.of())).orElseGet(() -> {
            Path folder = fetched();
            return new Program(
                    rabbitServer(folder.resolve("usr/lib/rabbitmq/lib"))
                            .orElseThrow(() -> new StackException("No RabbitMQ in " + folder)),
                    DebianPackages.environment(folder));
        });
    }

    /** The Erlang port mapper that belongs to RabbitMQ's Erlang. */
    Path epmd() {
        return installedRabbit()
                .flatMap(rabbit -> installed("epmd"))
                .orElseGet(() -> fetched().resolve("usr/lib/erlang/bin/epmd"));
    }

    private Optional<Path> installedRabbit() {
        return systems && installed("erl").isPresent()
                ? rabbitServer(RABBIT_FOLDER).filter(path -> isRecent(path.toString(), OLDEST_RABBIT))
                : Optional.empty();
    }

    private Program unpacked(String path) {
        Path folder = fetched();
        return new Program(folder.resolve(path), DebianPackages.environment(folder));
    }

    /** Redis and RabbitMQ ask at the same time; one of them fetches for both. */
    private synchronized Path fetched() {
        return new DebianPackages(cache.toAbsolutePath(), progress).unpacked();
    }

    private static Optional<Path> rabbitServer(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.map(home -> home.resolve("sbin/rabbitmq-server"))
                    .filter(Files::isRegularFile)
                    .max(Path::compareTo);
        } catch (IOException e) {
            throw new StackException("Could not look into " + folder + ": " + e.getMessage(), e);
        }
    }

    private static String versionOf(Path program) {
        return Commands.run(Duration.ofSeconds(10), List.of(program.toString(), "--version"))
                .output();
    }

    static boolean isRecent(String text, int[] oldest) {
        Matcher version = VERSION.matcher(text);
        if (!version.find()) {
            return false;
        }
        int major = Integer.parseInt(version.group(1));
        int minor = Integer.parseInt(version.group(2));
        return major > oldest[0] || (major == oldest[0] && minor >= oldest[1]);
    }

    /** A program on the PATH or in the usual system folders. */
    public static Optional<Path> installed(String name) {
        String path = System.getenv("PATH");
        Stream<Path> onPath = path == null
                ? Stream.empty()
                : Stream.of(path.split(File.pathSeparator))
                        .filter(s -> !s.isEmpty())
                        .map(Path::of);
        return Stream.concat(onPath, SYSTEM_FOLDERS.stream())
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
