package io.riskwatch.localstack;

import io.riskwatch.localstack.process.StackException;
import io.riskwatch.localstack.server.Directories;
import io.riskwatch.localstack.server.OwnerOnly;
import io.riskwatch.localstack.server.PostgresServer;
import io.riskwatch.localstack.server.Server;
import io.riskwatch.localstack.server.StackProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Test servers of this JVM's own, in a directory that is deleted with it. */
final class OwnTestServers implements TestServers {

    private final StackPasswords passwords = StackPasswords.random();
    private final AtomicInteger redisDatabase = new AtomicInteger();
    private final LocalStack stack;
    private final Path directory;

    private OwnTestServers(Path home) {
        try {
            Path tests = Files.createDirectories(home.resolve("test"));
            sweep(tests);
            directory = Files.createDirectory(
                    tests.resolve("stack-" + ProcessHandle.current().pid()), OwnerOnly.PASSAGE);
        } catch (IOException e) {
            throw new StackException("Could not make a directory for the test servers: " + e.getMessage(), e);
        }
        stack = new LocalStack(directory, home.resolve("servers"), StackProfile.TEST, StackPorts.free(), passwords);
    }

    static OwnTestServers start() {
        return start(StackListener.silent());
    }

    /** Starts the servers; they stop with this JVM. */
    static OwnTestServers start(StackListener listener) {
        OwnTestServers servers = new OwnTestServers(RepositoryRoot.find().resolve(".riskwatch"));
        Runtime.getRuntime().addShutdownHook(new Thread(servers::stop, "test-servers-stop"));
        servers.stack.start(listener);
        return servers;
    }

    /** Deletes what test JVMs left behind that were killed. */
    private static void sweep(Path tests) throws IOException {
        try (Stream<Path> directories = Files.list(tests)) {
            for (Path left : directories.toList()) {
                String pid = left.getFileName().toString().replaceFirst("^stack-", "");
                if (pid.matches("\\d+")
                        && ProcessHandle.of(Long.parseLong(pid))
                                .filter(ProcessHandle::isAlive)
                                .isEmpty()) {
                    Directories.delete(left);
                }
            }
        }
    }

    private void stop() {
        stack.close();
        try {
            Directories.delete(directory);
        } catch (IOException e) {
            System.err.println("Left behind: " + directory + " (" + e.getMessage() + ")");
        }
    }

    @Override
    public List<Server> servers() {
        return stack.servers();
    }

    @Override
    public long unacknowledged(String virtualHost) {
        return stack.rabbit().unacknowledged(virtualHost);
    }

    @Override
    public Map<String, String> fresh(String service) {
        String name = service.replace('-', '_') + "_"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        PostgresServer postgres = stack.postgres();
        Provisioning.run(postgres::connect, Provisioning.variables(name, service, passwords));
        stack.rabbit().addVirtualHost(name);
        return ConnectionProperties.of(stack, passwords, service, name, redisDatabase.incrementAndGet(), name, name);
    }
}
