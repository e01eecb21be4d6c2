package io.riskwatch.localstack.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server behind the proxy answers every byte with its successor. */
class FaultProxyTest {

    private static final int SHORT_MS = 300;
    private static final int LONG_MS = 20_000;

    private ServerSocket server;
    private FaultProxy proxy;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        proxy = new FaultProxy(server.getLocalPort());
        Thread.ofPlatform().daemon().start(this::serve);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> echo(client));
            } catch (IOException e) {
                return; // the test is over
            }
        }
    }

    private static void echo(Socket client) {
        try (client) {
            for (int read = client.getInputStream().read();
                    read >= 0;
                    read = client.getInputStream().read()) {
                client.getOutputStream().write(read + 1);
            }
        } catch (IOException e) {
            Thread.currentThread().interrupt(); // the connection was cut, which is what is tested
        }
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void whatIsSentArrivesAndSoDoesTheAnswer() throws IOException {
        try (Socket client = connect()) {
            assertThat(ask(client, 7, LONG_MS)).isEqualTo(8);
        }
    }

    @Test
    void duringASilentCutNothingComesBackAndAfterItEverythingDoes() throws IOException {
        try (Socket before = connect()) {
            assertThat(ask(before, 1, LONG_MS)).isEqualTo(2);
            proxy.silence();
            try (Socket during = connect()) {
                assertThatThrownBy(() -> ask(before, 3, SHORT_MS)).isInstanceOf(SocketTimeoutException.class);
                assertThatThrownBy(() -> ask(during, 5, SHORT_MS)).isInstanceOf(SocketTimeoutException.class);
                proxy.mend();
                assertThat(answer(before, LONG_MS)).isEqualTo(4);
                assertThat(answer(during, LONG_MS)).isEqualTo(6);
            }
        }
    }

    @Test
    void whatRefusesEndsOldConnectionsAndNewOnesUntilItIsMended() throws IOException {
        try (Socket before = connect()) {
            assertThat(ask(before, 1, LONG_MS)).isEqualTo(2);
            proxy.refuse();
            assertThat(ended(before)).isTrue();
            try (Socket during = connect()) {
                assertThat(ended(during)).isTrue();
            }
        }
        proxy.mend();
        try (Socket after = connect()) {
            assertThat(ask(after, 1, LONG_MS)).isEqualTo(2);
        }
    }

    private static boolean ended(Socket client) {
        try {
            return ask(client, 1, LONG_MS) < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true; // reset by the peer
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private static int ask(Socket client, int what, int withinMillis) throws IOException {
        client.getOutputStream().write(what);
        return answer(client, withinMillis);
    }

    private static int answer(Socket client, int withinMillis) throws IOException {
        client.setSoTimeout(withinMillis);
        return client.getInputStream().read();
    }
}
