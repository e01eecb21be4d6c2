package io.riskwatch.analytics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The market-data service and the token endpoint in one small server: 300 days for every symbol but those that begin with
 * Z, which are unknown. A test may make it slow, broken or forgetful of tokens.
 */
public final class HistoryStandIn implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DAYS = 300;

    private final HttpServer server;
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch arrived = new CountDownLatch(0);

    public HistoryStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/auth/oauth2/token", this::token);
        server.createContext("/internal/v1/history/columns", this::columns);
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on requests wait until {@link #open}. */
    public void closeGate(int expected) {
        gate = new CountDownLatch(1);
        arrived = new CountDownLatch(expected);
    }

    public void awaitArrival() throws InterruptedException {
        if (!arrived.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody asked for history within 20 seconds");
        }
    }

    public void open() {
        gate.countDown();
    }

    void reset() {
        open();
        requests.clear();
        failures.set(0);
        refusals.set(0);
    }

    /** What was asked for. */
    public List<JsonNode> requests() {
        return requests;
    }

    /** How many tokens were given out. */
    public int tokens() {
        return tokens.get();
    }

    /** Answers the next so many requests with 503. */
    public void fail(int times) {
        failures.set(times);
    }

    /** Refuses the token of the next so many requests. */
    public void refuse(int times) {
        refusals.set(times);
    }

    private void token(HttpExchange exchange) throws IOException {
        int number = tokens.incrementAndGet();
        answer(
                exchange,
                200,
                "application/json",
                ("{\"access_token\":\"token-" + number + "\",\"token_type\":\"Bearer\",\"expires_in\":300}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void columns(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization == null || !authorization.startsWith("Bearer token-") || refusals.getAndDecrement() > 0) {
            answer(exchange, 401, "text/plain", new byte[0]);
            return;
        }
        requests.add(request);
        arrived.countDown();
        try {
            if (!gate.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the gate was never opened");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failures.getAndDecrement() > 0) {
            answer(exchange, 503, "text/plain", "away".getBytes(StandardCharsets.UTF_8));
            return;
        }
        answer(exchange, 200, "application/octet-stream", body(request));
    }

    private static byte[] body(JsonNode request) {
        ObjectNode header = JSON.createObjectNode().put("rows", DAYS);
        var symbols = header.putArray("symbols");
        var missing = header.putArray("missing");
        for (JsonNode symbol : request.path("symbols")) {
            if (symbol.stringValue().startsWith("Z")) {
                missing.add(symbol);
            } else {
                symbols.addObject()
                        .put("symbol", symbol.stringValue())
                        .put("currency", "USD")
                        .put("provider", "xsim")
                        .put("simulated", true);
            }
        }
        byte[] text = JSON.writeValueAsBytes(header);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + DAYS * (4 + 8 * symbols.size()));
        bytes.putInt(0x52574831).putInt(text.length).put(text);
        for (int t = 0; t < DAYS; t++) {
            bytes.putInt(19_000 + t);
        }
        for (int i = 0; i < symbols.size(); i++) {
            for (int t = 0; t < DAYS; t++) {
                double scale = symbols.path(i).path("symbol").stringValue().endsWith("USD") ? 0.01 : 1;
                bytes.putDouble(scale * (100 + 10 * Math.sin((i + 1) * 1.7 * t) + 0.01 * t));
            }
        }
        return bytes.array();
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
