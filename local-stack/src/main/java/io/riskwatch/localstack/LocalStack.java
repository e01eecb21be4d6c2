package io.riskwatch.localstack;

import io.riskwatch.localstack.process.StackException;
import io.riskwatch.localstack.server.ExternalMongo;
import io.riskwatch.localstack.server.LocalMongo;
import io.riskwatch.localstack.server.MongoServer;
import io.riskwatch.localstack.server.PostgresServer;
import io.riskwatch.localstack.server.Programs;
import io.riskwatch.localstack.server.RabbitServer;
import io.riskwatch.localstack.server.RedisServer;
import io.riskwatch.localstack.server.Server;
import io.riskwatch.localstack.server.ServerPlace;
import io.riskwatch.localstack.server.StackProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The four servers as private processes of this JVM; when it ends, in whatever way, they end too. */
public final class LocalStack implements AutoCloseable {

    private final Programs programs;
    private final PostgresServer postgres;
    private final RedisServer redis;
    private final RabbitServer rabbit;
    private final MongoServer mongo;

    /**
     * Prepares the servers without starting them.
     *
     * @param directory data and logs
     * @param cache unpacked programs, shared by all stacks of a machine
     */
    LocalStack(Path directory, Path cache, StackProfile profile, StackPorts ports, StackPasswords passwords) {
        this.programs = new Programs(cache, useInstalled());
        this.postgres = new PostgresServer(
                place(directory, "postgresql", ports.postgres(), profile), cache, passwords.postgres());
        this.redis = new RedisServer(place(directory, "redis", ports.redis(), profile), programs);
        this.rabbit =
                new RabbitServer(place(directory, "rabbitmq", ports.rabbit(), profile), programs, passwords.rabbit());
        String externalMongo = System.getenv("RISKWATCH_MONGODB_URI");
        this.mongo = externalMongo == null || externalMongo.isBlank()
                ? new LocalMongo(place(directory, "mongodb", ports.mongo(), profile))
                : new ExternalMongo(externalMongo);
    }

    /** A switch for the check that a machine without Redis and RabbitMQ needs no manual step. */
    private static boolean useInstalled() {
        return !"ignore".equals(System.getenv("RISKWATCH_INSTALLED_SERVERS"));
    }

    private static ServerPlace place(Path directory, String name, int port, StackProfile profile) {
        return new ServerPlace(
                directory.resolve("data").resolve(name),
                directory.resolve("logs").resolve(name + ".log"),
                port,
                profile);
    }

    /** Starts all four at once and returns when all answer; when one fails, the others are stopped again. */
    void start(StackListener listener) {
        programs.announceTo(what -> listener.progress("Servers", what));
        try (ExecutorService starters = Executors.newFixedThreadPool(4)) {
            List<Future<Void>> starts = new ArrayList<>();
            for (Server server : servers()) {
                starts.add(starters.submit((Callable<Void>) () -> {
                    long begin = System.nanoTime();
                    server.start();
                    listener.ready(
                            server.name(),
                            server.version(),
                            server.port(),
                            Duration.ofNanos(System.nanoTime() - begin));
                    return null;
                }));
            }
            for (Future<Void> start : starts) {
                start.get();
            }
        } catch (ExecutionException e) {
            close();
            throw e.getCause() instanceof StackException known
                    ? known
                    : new StackException("The stack did not start: " + e.getCause(), e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the stack was starting", e);
        }
    }

    public List<Server> servers() {
        return List.of(postgres, redis, rabbit, mongo);
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public RedisServer redis() {
        return redis;
    }

    public RabbitServer rabbit() {
        return rabbit;
    }

    public MongoServer mongo() {
        return mongo;
    }

    /** Stops all, each orderly. */
    @Override
    public void close() {
        try (ExecutorService stoppers = Executors.newFixedThreadPool(4)) {
            servers().forEach(server -> stoppers.execute(server::stop));
        }
    }
}
