package io.riskwatch.localstack;

import io.riskwatch.localstack.process.StackException;
import io.riskwatch.localstack.server.Directories;
import io.riskwatch.localstack.server.OwnerOnly;
import io.riskwatch.localstack.server.PostgresServer;
import io.riskwatch.localstack.server.RabbitServer;
import io.riskwatch.localstack.server.StackProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Real servers for integration tests, started once per JVM at the first call. */
public final class TestStack {

    private static final AtomicInteger REDIS_DATABASE = new AtomicInteger();

    private TestStack() {}

    /** The running servers, so that drills can stop, kill and start them. */
    public static LocalStack servers() {
        return Running.INSTANCE.stack;
    }

    /**
     * Spring properties that point the service at servers of this JVM's stack, with a database, a Redis index, a virtual host and a
     * MongoDB database that nobody else has: every call makes fresh ones.
     */
    public static Map<String, String> springProperties(String service) {
        return Running.INSTANCE.fresh(service);
    }

    /** Holder: the servers start when the first test asks for them. */
    private static final class Running {
        static final Running INSTANCE = new Running();

        private final StackPasswords passwords = StackPasswords.random();
        private final LocalStack stack;
        private final Path directory;

        Running() {
            Path home = RepositoryRoot.find().resolve(".riskwatch");
            try {
                Files.createDirectories(home.resolve("test"));
                directory = Files.createTempDirectory(home.resolve("test"), "stack-", OwnerOnly.DIRECTORY);
            } catch (IOException e) {
                throw new StackException("Could not make a directory for the test servers: " + e.getMessage(), e);
            }
            stack = new LocalStack(directory, home.resolve("servers"), StackProfile.TEST, StackPorts.free(), passwords);
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "test-stack-stop"));
            stack.start(StackListener.silent());
            System.out.println("Integration tests run on "
                    + stack.servers().stream()
                            .map(server -> server.name() + " " + server.version())
                            .collect(Collectors.joining(", ")));
        }

        private void stop() {
            stack.close();
            try {
                Directories.delete(directory);
            } catch (IOException e) {
                System.err.println("Left behind: " + directory + " (" + e.getMessage() + ")");
            }
        }

        Map<String, String> fresh(String service) {
            String name = service.replace('-', '_') + "_"
                    + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            PostgresServer postgres = stack.postgres();
            Provisioning.run(
                    postgres::connect,
                    Map.of(
                            "database",
                            name,
                            "owner",
                            service + "_owner",
                            "owner_password",
                            passwords.owner(),
                            "app",
                            service + "_app",
                            "app_password",
                            passwords.app()));
            stack.rabbit().addVirtualHost(name);
            Map<String, String> properties = new LinkedHashMap<>();
            properties.put("spring.datasource.url", postgres.url(name));
            properties.put("spring.datasource.username", service + "_app");
            properties.put("spring.datasource.password", passwords.app());
            properties.put("spring.flyway.url", postgres.url(name));
            properties.put("spring.flyway.user", service + "_owner");
            properties.put("spring.flyway.password", passwords.owner());
            properties.put("spring.data.redis.host", "127.0.0.1");
            properties.put(
                    "spring.data.redis.port", Integer.toString(stack.redis().port()));
            properties.put("spring.data.redis.database", Integer.toString(REDIS_DATABASE.incrementAndGet()));
            properties.put("spring.rabbitmq.host", "127.0.0.1");
            properties.put(
                    "spring.rabbitmq.port", Integer.toString(stack.rabbit().port()));
            properties.put("spring.rabbitmq.username", RabbitServer.USER);
            properties.put("spring.rabbitmq.password", passwords.rabbit());
            properties.put("spring.rabbitmq.virtual-host", name);
            properties.put("spring.mongodb.uri", stack.mongo().uri(name));
            return properties;
        }
    }
}
