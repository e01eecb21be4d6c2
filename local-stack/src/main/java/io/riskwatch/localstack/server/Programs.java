package io.riskwatch.localstack.server;

import io.riskwatch.localstack.process.StackException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the programs of Redis and RabbitMQ: the system's where they are installed. */
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

    private final Path cache;

    public Programs(Path cache) {
        this.cache = cache;
    }

    Program redis() {
        return installed("redis-server")
                .map(path -> new Program(path, Map.of()))
                .orElseThrow(() ->
                        new StackException("redis-server is missing; apt-get install redis-server (" + cache + ")"));
    }

    /** RabbitMQ's own start script, not the wrapper on the path that changes to the user rabbitmq. */
    Program rabbitmqServer() {
        return rabbitHome(Path.of("/usr/lib/rabbitmq/lib"))
                .map(home -> new Program(home.resolve("sbin/rabbitmq-server"), Map.of()))
                .orElseThrow(() -> new StackException("rabbitmq-server is missing; apt-get install rabbitmq-server"));
    }

    /** The Erlang port mapper. */
    Path epmd() {
        return installed("epmd").orElseThrow(() -> new StackException("epmd is missing; apt-get install erlang-base"));
    }

    private static Optional<Path> rabbitHome(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.filter(home -> Files.isRegularFile(home.resolve("sbin/rabbitmq-server")))
                    .max(Path::compareTo);
        } catch (IOException e) {
            throw new StackException("Could not look into " + folder + ": " + e.getMessage(), e);
        }
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
