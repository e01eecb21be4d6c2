package io.riskwatch.localstack.platform;

import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Loads an adviser's book for the local demo user, through the API as anybody would. What is there already is left as it is,
 * but for a loan that has moved out of the band it was set for: the book always shows the same two warnings and one call.
 */
final class DemoClients {

    private static final Duration PLAN_LIMIT = Duration.ofSeconds(60);
    private static final Duration PLAN_PERIOD = Duration.ofMillis(500);
    private static final String CLIENTS = "/api/v1/clients";
    private static final int LONGEST_WEEKEND_DAYS = 10;

    /** From which utilisation each state holds, the calmest first; a call is above 1. */
    private static final List<Map.Entry<BigDecimal, String>> STATES = List.of(
            Map.entry(new BigDecimal("1.00"), "CALL"),
            Map.entry(new BigDecimal("0.90"), "WARNING"),
            Map.entry(new BigDecimal("0.70"), "WATCH"),
            Map.entry(BigDecimal.ZERO, "OK"));

    private final GatewayClient api;
    private final Map<String, BigDecimal> closes = new HashMap<>();

    DemoClients(GatewayClient api) {
        this.api = api;
    }

    /** What the loading changed. */
    record Loaded(int clients, int positions, int loans) {}

    /** Loads what is missing. */
    Loaded load(List<DemoClient> book) {
        try {
            awaitPlan(book.size());
            Map<String, String> known = known();
            int clients = 0;
            int positions = 0;
            int loans = 0;
            for (DemoClient client : book) {
                String id = known.get(client.name());
                if (id == null) {
                    id = create(client);
                    clients++;
                }
                positions += hold(CLIENTS + "/" + id, client);
                loans += borrow(CLIENTS + "/" + id, client.utilization()) ? 1 : 0;
            }
            return new Loaded(clients, positions, loans);
        } catch (IOException e) {
            throw new StackException("The demo clients could not be loaded: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the demo clients were loaded", e);
        }
    }

    /** The plan of a new demo user comes by message from billing; the Free one has no room for the book. */
    private void awaitPlan(int clients) throws IOException, InterruptedException {
        long end = System.nanoTime() + PLAN_LIMIT.toNanos();
        while (!"ADVISER".equals(get("/api/v1/me").getString("plan"))) {
            if (System.nanoTime() > end) {
                throw new StackException("The demo user's plan has no room for " + clients + " clients.");
            }
            Thread.sleep(PLAN_PERIOD);
        }
    }

    private Map<String, String> known() throws IOException, InterruptedException {
        Map<String, String> known = new HashMap<>();
        for (String cursor = ""; cursor != null; ) {
            Document page = get(CLIENTS + "?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.getList("items", Document.class)
                    .forEach(client -> known.putIfAbsent(client.getString("name"), client.getString("id")));
            cursor = page.getString("nextCursor");
        }
        return known;
    }

    private String create(DemoClient client) throws IOException, InterruptedException {
        Document body = new Document("name", client.name());
        if (!client.notes().isEmpty()) {
            body.append("notes", client.notes());
        }
        return post(CLIENTS, body).getString("id");
    }

    private int hold(String uri, DemoClient client) throws IOException, InterruptedException {
        Set<String> held = new HashSet<>();
        get(uri + "/positions?limit=200")
                .getList("items", Document.class)
                .forEach(position -> held.add(position.getString("symbol")));
        int added = 0;
        for (DemoClient.Holding holding : client.holdings()) {
            if (!held.contains(holding.symbol())) {
                post(
                        uri + "/positions",
                        new Document("symbol", holding.symbol())
                                .append("quantity", holding.units().toPlainString())
                                .append(
                                        "averageCost",
                                        close(holding.symbol(), client.since()).toPlainString())
                                .append("date", client.since().toString()));
                added++;
            }
        }
        return added;
    }

    /** The first close on or after the day, which the simulated exchange makes the same on every machine. */
    private BigDecimal close(String symbol, LocalDate day) throws IOException, InterruptedException {
        String key = symbol + " " + day;
        BigDecimal known = closes.get(key);
        if (known == null) {
            List<Document> points = get("/api/v1/history/" + symbol + "?from=" + day + "&to="
                            + day.plusDays(LONGEST_WEEKEND_DAYS))
                    .getList("points", Document.class);
            if (points.isEmpty()) {
                throw new StackException("There is no close of " + symbol + " from " + day + " on.");
            }
            known = new BigDecimal(String.valueOf(points.getFirst().get("close")));
            closes.put(key, known);
        }
        return known;
    }

    /** Sets the loan unless the account is where it should be; answers whether it did. */
    private boolean borrow(String uri, @Nullable BigDecimal utilization) throws IOException, InterruptedException {
        if (utilization == null) {
            return false;
        }
        Document margin = get(uri + "/margin");
        String state = margin.getString("state");
        boolean borrowed = new BigDecimal(margin.getString("loanAmount")).signum() > 0;
        if (borrowed && (state.equals("STALE") || state.equals(state(utilization)))) {
            return false;
        }
        BigDecimal equity =
                new BigDecimal(margin.getString("marginRequirement")).divide(utilization, MathContext.DECIMAL64);
        BigDecimal loan = new BigDecimal(margin.getString("portfolioValue"))
                .subtract(equity)
                .max(BigDecimal.ZERO)
                .setScale(2, RoundingMode.HALF_EVEN);
        success(uri, api.patch(uri, new Document("loan", loan.toPlainString()).toJson()));
        return true;
    }

    private static String state(BigDecimal utilization) {
        return STATES.stream()
                .filter(from -> utilization.compareTo(from.getKey()) >= 0)
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private Document get(String path) throws IOException, InterruptedException {
        return success(path, api.get(path));
    }

    private Document post(String path, Document body) throws IOException, InterruptedException {
        return success(path, api.post(path, body.toJson(), UUID.randomUUID().toString()));
    }

    private static Document success(String path, GatewayClient.Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new StackException(
                    path + " answered " + answer.status() + ": " + answer.body().strip());
        }
        return answer.json();
    }
}
