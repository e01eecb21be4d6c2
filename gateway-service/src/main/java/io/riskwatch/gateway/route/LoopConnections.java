package io.riskwatch.gateway.route;

import io.netty.resolver.AddressResolverGroup;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.NonBlocking;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.transport.TransportConfig;

/**
 * Connections to services, a pool for each event loop: a request goes on by the thread that read it, and its answer comes back to
 * that thread. From one pool for all, most requests take a connection of another loop, and every step between the two
 * wakes a thread.
 */
final class LoopConnections implements ConnectionProvider {

    private final Supplier<ConnectionProvider> pools;
    private final ConnectionProvider elsewhere;
    private final Map<Thread, ConnectionProvider> ofLoops = new ConcurrentHashMap<>();

    /** @param pools makes a pool */
    LoopConnections(Supplier<ConnectionProvider> pools) {
        this.pools = pools;
        this.elsewhere = pools.get();
    }

    @Override
    public Mono<? extends Connection> acquire(
            TransportConfig config,
            ConnectionObserver observer,
            @Nullable Supplier<? extends SocketAddress> remote,
            @Nullable AddressResolverGroup<?> resolver) {
        return ofThisThread().acquire(config, observer, remote, resolver);
    }

    /** Reactor's own threads are few and last; others, such as those of the Redis client, share one pool. */
    ConnectionProvider ofThisThread() {
        Thread thread = Thread.currentThread();
        return thread instanceof NonBlocking ? ofLoops.computeIfAbsent(thread, _ -> pools.get()) : elsewhere;
    }

    @Override
    public void disposeWhen(SocketAddress address) {
        elsewhere.disposeWhen(address);
        ofLoops.values().forEach(pool -> pool.disposeWhen(address));
    }

    @Override
    public Mono<Void> disposeLater() {
        return Flux.fromIterable(ofLoops.values())
                .flatMap(ConnectionProvider::disposeLater)
                .then(elsewhere.disposeLater());
    }

    @Override
    public void dispose() {
        disposeLater().subscribe();
    }

    @Override
    public int maxConnections() {
        return elsewhere.maxConnections();
    }

    @Override
    public String name() {
        return String.valueOf(elsewhere.name());
    }
}
