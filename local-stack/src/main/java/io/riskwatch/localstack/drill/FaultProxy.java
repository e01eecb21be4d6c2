package io.riskwatch.localstack.drill;

import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A wire between a service and a server that can be cut in two ways: silent, as when packets are lost and nobody is told (what was under
 * way goes on after the cut), or refusing, as when the server's machine is away.
 */
final class FaultProxy implements AutoCloseable {

    private static final int BACKLOG = 256;
    private static final int CONNECT_TIMEOUT_MS = 2_000;
    private static final int BUFFER = 64 * 1024;

    private enum Mode {
        PASSING,
        SILENT,
        REFUSING
    }

    private final ServerSocket door;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Mode mode = Mode.PASSING;
    private boolean closed;

    /** @param server the port of the server on this machine */
    FaultProxy(int server) {
        this.server = server;
        try {
            door = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new StackException("Could not open a proxy before port " + server + ": " + e.getMessage(), e);
        }
        Thread.ofPlatform().daemon().name("fault-proxy-" + server).start(this::accept);
    }

    /** The port to connect to instead of the server's. */
    int port() {
        return door.getLocalPort();
    }

    /** The wire is whole. */
    void mend() {
        become(Mode.PASSING);
    }

    /** Nothing comes through any more, and nobody is told. */
    void silence() {
        become(Mode.SILENT);
    }

    /** Every connection ends, and new ones end at once. */
    void refuse() {
        become(Mode.REFUSING);
        closeAll();
    }

    private void become(Mode next) {
        lock.lock();
        try {
            mode = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits while the wire is silent; false when the connection is to end. */
    private boolean mayPass() throws InterruptedException {
        lock.lock();
        try {
            while (mode == Mode.SILENT && !closed) {
                changed.await();
            }
            return mode == Mode.PASSING && !closed;
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> join(client));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    System.err.println("Fault proxy before port " + server + ": " + e.getMessage());
                }
            }
        }
    }

    private void join(Socket client) {
        Socket upstream = new Socket();
        open.add(upstream);
        try {
            if (mayPass()) {
                upstream.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server), CONNECT_TIMEOUT_MS);
                client.setTcpNoDelay(true);
                upstream.setTcpNoDelay(true);
                Thread back = Thread.ofVirtual().start(() -> pump(upstream, client));
                pump(client, upstream);
                back.join();
            }
        } catch (IOException e) {
            end(client, upstream); // the server is away: so is its proxy
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(client, upstream);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0 && mayPass(); read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            end(from, to); // one side has hung up: the other learns it by the same end
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(from, to);
        }
    }

    private void end(Socket one, Socket other) {
        close(one);
        close(other);
    }

    private void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            System.err.println("Fault proxy before port " + server + ": " + e.getMessage());
        }
    }

    private void closeAll() {
        Set.copyOf(open).forEach(this::close);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            door.close();
        } catch (IOException e) {
            throw new StackException("Could not close the proxy before port " + server, e);
        }
        closeAll();
    }
}
