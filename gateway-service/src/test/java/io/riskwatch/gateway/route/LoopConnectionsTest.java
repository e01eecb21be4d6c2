package io.riskwatch.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.NonBlocking;
import reactor.netty.resources.ConnectionProvider;

class LoopConnectionsTest {

    private final List<ConnectionProvider> made = new CopyOnWriteArrayList<>();
    private final LoopConnections connections = new LoopConnections(() -> {
        ConnectionProvider pool = ConnectionProvider.create("test-" + made.size(), 1);
        made.add(pool);
        return pool;
    });

    /** A thread as Reactor marks its own. */
    private static final class Loop extends Thread implements NonBlocking {
        Loop(Runnable work) {
            super(work);
        }
    }

    private List<ConnectionProvider> twiceOn(boolean loop) throws InterruptedException {
        List<ConnectionProvider> seen = new CopyOnWriteArrayList<>();
        Runnable work = () -> {
            seen.add(connections.ofThisThread());
            seen.add(connections.ofThisThread());
        };
        Thread thread = loop ? new Loop(work) : new Thread(work);
        thread.start();
        thread.join();
        return seen;
    }

    @Test
    void everyLoopHasAPoolOfItsOwnAndAllOtherThreadsShareOne() throws InterruptedException {
        List<ConnectionProvider> first = twiceOn(true);
        List<ConnectionProvider> second = twiceOn(true);

        assertThat(first.get(0)).isSameAs(first.get(1)).isNotSameAs(second.get(0));
        assertThat(second.get(0)).isSameAs(second.get(1));
        ConnectionProvider shared = connections.ofThisThread();
        assertThat(twiceOn(false)).containsOnly(shared);
        assertThat(shared).isNotIn(first.get(0), second.get(0));
    }

    @Test
    void allPoolsAreClosedTogether() throws InterruptedException {
        twiceOn(true);

        connections.dispose();

        assertThat(made).hasSize(2).allMatch(ConnectionProvider::isDisposed);
    }
}
