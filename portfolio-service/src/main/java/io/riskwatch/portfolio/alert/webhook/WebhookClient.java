package io.riskwatch.portfolio.alert.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Posts to an address a stranger chose. The name is resolved once and the connection goes to the very address that was
 * judged, so that a name cannot point elsewhere in between; the certificate is checked against the name. Nothing is
 * followed, and of the answer no more is read than its status line. That is why it speaks HTTP/1.1 itself: the JDK's client
 * resolves for itself.
 */
@Component
@EnableConfigurationProperties(WebhookSettings.class)
public class WebhookClient implements DisposableBean {

    private static final int LONGEST_STATUS_LINE = 1_024;
    private static final SSLSocketFactory TLS = (SSLSocketFactory) SSLSocketFactory.getDefault();

    private final WebhookSettings settings;
    private final Resolver resolver;
    private final ScheduledExecutorService watchdog = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("webhook-watchdog").daemon().factory());

    /** What a name stands for. */
    interface Resolver {

        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    @Autowired
    WebhookClient(WebhookSettings settings) {
        this(settings, InetAddress::getAllByName);
    }

    WebhookClient(WebhookSettings settings, Resolver resolver) {
        this.settings = settings;
        this.resolver = resolver;
    }

    /** Posts a JSON body; never throws for what the receiver does. */
    public WebhookAnswer post(String url, Map<String, String> headers, byte[] body) {
        WebhookAddress address;
        try {
            address = WebhookAddress.parse(url, settings.toPrivateAddresses());
        } catch (IllegalArgumentException e) {
            return WebhookAnswer.refused("The address " + e.getMessage() + ".");
        }
        try {
            var resolved = resolver.resolve(address.host());
            // one that is not public taints the name: it is there to be connected to at another time
            if (!settings.toPrivateAddresses() && !List.of(resolved).stream().allMatch(PublicAddresses::isPublic)) {
                return WebhookAnswer.refused("The address is not one of the public internet.");
            }
            return call(address, resolved[0], headers, body);
        } catch (UnknownHostException e) {
            return WebhookAnswer.unanswered("The host " + address.host() + " is not known.");
        }
    }

    private WebhookAnswer call(WebhookAddress address, InetAddress to, Map<String, String> headers, byte[] body) {
        var timedOut = new AtomicBoolean();
        try (var socket = new Socket()) {
            // reads have their own time-outs; a peer that sends a byte now and then outlives them, and not this
            var end = watchdog.schedule(
                    () -> {
                        timedOut.set(true);
                        closeQuietly(socket);
                    },
                    settings.answerWithin().toMillis(),
                    TimeUnit.MILLISECONDS);
            try {
                return exchange(socket, address, to, headers, body);
            } finally {
                cancel(end);
            }
        } catch (SSLException e) {
            return WebhookAnswer.unanswered(
                    timedOut.get() ? late() : "The encrypted connection failed: " + e.getMessage());
        } catch (SocketTimeoutException e) {
            return WebhookAnswer.unanswered(late());
        } catch (ConnectException e) {
            return WebhookAnswer.unanswered("The connection was refused.");
        } catch (IOException e) {
            return WebhookAnswer.unanswered(timedOut.get() ? late() : "The connection broke: " + e.getMessage());
        }
    }

    private WebhookAnswer exchange(
            Socket socket, WebhookAddress address, InetAddress to, Map<String, String> headers, byte[] body)
            throws IOException {
        socket.setSoTimeout((int) settings.answerWithin().toMillis());
        socket.connect(new InetSocketAddress(to, address.port()), (int)
                settings.connectWithin().toMillis());
        var connection = address.encrypted() ? encrypted(socket, address) : socket;
        var out = connection.getOutputStream();
        out.write(head(address, headers, body.length));
        out.write(body);
        out.flush();
        return WebhookAnswer.answered(statusCode(connection.getInputStream()));
    }

    private static SSLSocket encrypted(Socket socket, WebhookAddress address) throws IOException {
        var secure = (SSLSocket) TLS.createSocket(socket, address.host(), address.port(), true);
        var parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (address.host().chars().anyMatch(Character::isLetter)
                && !address.host().contains(":")) {
            parameters.setServerNames(List.of(new SNIHostName(address.host())));
        }
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private static byte[] head(WebhookAddress address, Map<String, String> headers, int length) {
        var head = new StringBuilder("POST ")
                .append(address.target())
                .append(" HTTP/1.1\r\nHost: ")
                .append(address.authority())
                .append("\r\nContent-Type: application/json\r\nContent-Length: ")
                .append(length)
                .append("\r\nUser-Agent: Riskwatch-Webhook/1\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Of the first line, {@code HTTP/1.1 204 No Content}. */
    private static int statusCode(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read();
                next != '\n' && next != -1 && line.length() < LONGEST_STATUS_LINE;
                next = in.read()) {
            line.append((char) next);
        }
        var words = line.toString().strip().split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5]\\d\\d")) {
            throw new IOException("the answer is not HTTP");
        }
        return Integer.parseInt(words[1]);
    }

    private String late() {
        return "No answer within " + settings.answerWithin().toSeconds() + " s.";
    }

    private static void cancel(ScheduledFuture<?> end) {
        end.cancel(false);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("a socket that could not be closed", e);
        }
    }

    @Override
    public void destroy() {
        watchdog.shutdownNow();
    }
}
