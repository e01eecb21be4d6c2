package io.riskwatch.localstack.server;

import io.riskwatch.localstack.process.Launch;
import io.riskwatch.localstack.process.Launch.StopSignal;
import io.riskwatch.localstack.process.ManagedProcess;
import io.riskwatch.localstack.process.Patience;
import io.riskwatch.localstack.process.RunAs;
import io.riskwatch.localstack.process.StackException;
import io.riskwatch.localstack.process.Supervisor;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A private Redis; sessions survive a crash because it appends every write to a file. */
public final class RedisServer extends ProcessServer {

    /** Logical databases, so that every test context has one of its own. */
    static final int DATABASES = 512;

    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final int TIMEOUT_MS = 3000;

    private final ServerPlace place;
    private final Programs programs;

    public RedisServer(ServerPlace place, Programs programs) {
        super("Redis", place.port());
        this.place = place;
        this.programs = programs;
    }

    @Override
    ManagedProcess launch() {
        Programs.Program redis = programs.redis();
        try {
            Files.createDirectories(place.data());
        } catch (IOException e) {
            throw new StackException("Could not make " + place.data() + ": " + e.getMessage(), e);
        }
        ManagedProcess process = Supervisor.start(new Launch(
                name(),
                command(redis.path()),
                redis.environment(),
                place.data(),
                place.log(),
                StopSignal.TERM,
                RunAs.SAME_USER));
        Patience.until(process, START_LIMIT, () -> {
            String reply = ask("PING");
            if (!reply.startsWith("+PONG")) {
                throw new IOException("still loading: " + reply);
            }
            return true;
        });
        return process;
    }

    private List<String> command(Path program) {
        Map<String, String> settings = Map.of(
                "bind",
                "127.0.0.1",
                "port",
                Integer.toString(place.port()),
                "dir",
                place.data().toString(),
                "databases",
                Integer.toString(DATABASES),
                "appendonly",
                place.durable() ? "yes" : "no",
                "appendfsync",
                "everysec",
                "daemonize",
                "no");
        List<String> command = new ArrayList<>(List.of(program.toString(), "--save", ""));
        settings.forEach((name, value) -> command.addAll(List.of("--" + name, value)));
        return command;
    }

    @Override
    public String version() {
        try {
            return ask("INFO server")
                    .lines()
                    .filter(line -> line.startsWith("redis_version:"))
                    .map(line -> line.substring("redis_version:".length()).strip())
                    .findFirst()
                    .orElseThrow(() -> new StackException("Redis does not tell its version"));
        } catch (IOException e) {
            throw new StackException("Redis does not tell its version: " + e.getMessage(), e);
        }
    }

    /** Sends one inline command and returns the raw reply, in one connection of its own. */
    private String ask(String command) throws IOException {
        return ask(place.port(), command);
    }

    /** Sends one inline command to a Redis and returns the raw reply. */
    static String ask(int port, String command) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] reply = new BufferedInputStream(socket.getInputStream()).readAllBytes();
            return new String(reply, StandardCharsets.UTF_8);
        }
    }
}
