package io.riskwatch.portfolio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * A marketdata-service of few words, one for all tests of the module: it speaks the contract's HTTP, and only to who
 * shows a token. A token it was told to be away for gets 503.
 */
public final class FakeMarketdata {

    /** Reactor Netty's limit of a request line, less the method and the version. */
    private static final int LONGEST_REQUEST = 4_096 - 20;

    /** Every day of fifteen years, written once: generating it is no part of what is measured. */
    private static final String DAILY_POINTS = dailyPoints();

    private static final FakeMarketdata ONLY = new FakeMarketdata();

    private final HttpServer server;
    private final Map<String, Security> securities = new ConcurrentHashMap<>();
    private final Map<String, Boolean> awayFor = new ConcurrentHashMap<>();

    private final Set<UUID> kept = ConcurrentHashMap.newKeySet();
    private final Set<UUID> forgotten = ConcurrentHashMap.newKeySet();

    private record Security(String name, String type, String currency, String price, String previousClose) {}

    private FakeMarketdata() {
        securities.put("ORBX", new Security("Orbix Robotics", "EQUITY", "USD", "120.5", "118"));
        securities.put("QNTL", new Security("Quantel Cloud", "EQUITY", "USD", "50", "51"));
        securities.put("RHNE", new Security("Rhone Maison", "EQUITY", "EUR", "200", "190"));
        securities.put("TWIN", new Security("Twin Foundries", "EQUITY", "USD", "30", "30"));
        securities.put("BGOV", new Security("World Government Bond Fund", "BOND", "USD", "100", "100"));
        securities.put("EURUSD", new Security("Euro in US dollars", "FX", "USD", "1.10", "1.09"));
        securities.put("GBPUSD", new Security("Pound in US dollars", "FX", "USD", "1.25", "1.25"));
        for (var i = 0; i < 20; i++) {
            var symbol = "LONG%02d".formatted(i);
            securities.put(symbol, new Security(symbol, "EQUITY", "USD", "25", "24"));
        }
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1/", this::answer);
        server.start();
    }

    public static String address() {
        return "http://localhost:" + ONLY.server.getAddress().getPort();
    }

    /** From now on it does not answer this caller. */
    public static void goAway(TestCaller caller) {
        ONLY.awayFor.put(caller.token(), true);
    }

    /** It does not delete what this organisation uploaded, or does so again. */
    public static void keepsHistoryOf(UUID organisation, boolean keeps) {
        if (keeps) {
            ONLY.kept.add(organisation);
        } else {
            ONLY.kept.remove(organisation);
        }
    }

    /** Whether it was told to forget what this organisation uploaded. */
    public static boolean hasForgotten(UUID organisation) {
        return ONLY.forgotten.contains(organisation);
    }

    private void forget(HttpExchange exchange, String token) throws IOException {
        var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        var organisation = UUID.fromString(claims.replaceFirst(".*\"org\":\"([^\"]+)\".*", "$1"));
        if (kept.contains(organisation)) {
            send(exchange, 503, "{}");
        } else {
            forgotten.add(organisation);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        var path = exchange.getRequestURI().getPath();
        if (exchange.getRequestURI().toString().length() > LONGEST_REQUEST) {
            send(exchange, 414, "{}");
        } else if (!token.startsWith("Bearer ")) {
            send(exchange, 401, "{}");
        } else if (awayFor.containsKey(token.substring("Bearer ".length()))) {
            send(exchange, 503, "{}");
        } else if (path.equals("/api/v1/history") && exchange.getRequestMethod().equals("DELETE")) {
            forget(exchange, token);
        } else if (path.equals("/api/v1/quotes")) {
            send(exchange, 200, quotes(symbols(exchange)));
        } else if (path.startsWith("/api/v1/instruments/")) {
            one(exchange, path.substring("/api/v1/instruments/".length()), FakeMarketdata::instrument);
        } else if (path.startsWith("/api/v1/history/")) {
            one(exchange, path.substring("/api/v1/history/".length()), FakeMarketdata::history);
        } else {
            send(exchange, 404, "{}");
        }
    }

    private interface Body {
        String of(String symbol, Security security);
    }

    private void one(HttpExchange exchange, String symbol, Body body) throws IOException {
        var security = securities.get(symbol);
        send(exchange, security == null ? 404 : 200, security == null ? "{}" : body.of(symbol, security));
    }

    private static List<String> symbols(HttpExchange exchange) {
        var query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
        return Arrays.asList(query.substring("symbols=".length()).split(","));
    }

    private String quotes(List<String> symbols) {
        var quotes = new ArrayList<String>();
        var missing = new ArrayList<String>();
        for (var symbol : symbols) {
            var security = securities.get(symbol);
            if (security == null) {
                missing.add("\"" + symbol + "\"");
            } else {
                quotes.add("""
                    {"symbol":"%s","price":%s,"currency":"%s","asOf":"2026-11-20T12:00:00Z","previousClose":%s,
                     "change":1,"changeFraction":0.01,"provider":"xsim","simulated":true,"stale":false}""".formatted(symbol, security.price(), security.currency(), security.previousClose()));
            }
        }
        return "{\"quotes\":[%s],\"missing\":[%s]}".formatted(String.join(",", quotes), String.join(",", missing));
    }

    private static String instrument(String symbol, Security security) {
        return """
            {"symbol":"%s","exchange":"XSIM","name":"%s","type":"%s","currency":"%s","provider":"xsim","simulated":true%s}""".formatted(
                        symbol,
                        security.name(),
                        security.type(),
                        security.currency(),
                        security.type().equals("EQUITY") ? ",\"sector\":\"Industrials\",\"region\":\"Europe\"" : "");
    }

    /** Flat at the previous close for ever, and at the price since 2026; only of equities one knows how many are traded. */
    private static String history(String symbol, Security security) {
        if (symbol.startsWith("LONG")) {
            return "{\"symbol\":\"%s\",\"currency\":\"USD\",\"provider\":\"xsim\",\"simulated\":true,\"points\":[%s]}"
                    .formatted(symbol, DAILY_POINTS);
        }
        var points = new ArrayList<String>();
        for (var date = LocalDate.of(2024, 1, 1); date.getYear() < 2027; date = date.plusDays(7)) {
            points.add("{\"date\":\"%s\",\"close\":%s%s}"
                    .formatted(
                            date,
                            date.getYear() < 2026 ? security.previousClose() : security.price(),
                            security.type().equals("EQUITY") ? ",\"volume\":1000" : ""));
        }
        return """
            {"symbol":"%s","currency":"%s","provider":"xsim","simulated":true,%s"points":[%s]}""".formatted(symbol, security.currency(), events(symbol), String.join(",", points));
    }

    /** TWIN split 2:1 on 2024-06-10, and paid half a dollar on three days; QNTL always has a dividend announced. */
    private static String events(String symbol) {
        return symbol.equals("TWIN")
                ? """
                "splits":[{"date":"2024-06-10","newShares":2,"oldShares":1}],
                "dividends":[{"date":"2024-03-11","amount":0.5},{"date":"2024-09-09","amount":0.5},{"date":"2025-03-10","amount":0.55}],"""
                : "\"splits\":[],\"dividends\":[]," + (symbol.equals("QNTL") ? announced() : "");
    }

    private static String announced() {
        var today = LocalDate.now();
        return "\"announced\":[{\"date\":\"%s\",\"amount\":0.25,\"payDate\":\"%s\",\"announcedOn\":\"%s\"}],"
                .formatted(today.plusDays(20), today.plusDays(40), today.minusDays(5));
    }

    private static String dailyPoints() {
        var points = new StringJoiner(",");
        for (var date = LocalDate.of(2011, 1, 1); date.getYear() < 2027; date = date.plusDays(1)) {
            points.add("{\"date\":\"%s\",\"close\":%d.%02d}"
                    .formatted(date, 20 + date.getDayOfMonth() % 7, date.getDayOfYear() % 100));
        }
        return points.toString();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
