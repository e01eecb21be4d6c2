package io.riskwatch.localstack.drill;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.riskwatch.localstack.TestStack;
import io.riskwatch.localstack.platform.GatewayClient;
import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Looks, when all should be over, whether nothing was lost, doubled or left lying, and whether every answer is the undisturbed one. */
final class Verification {

    private static final String ANALYSES = "/api/v1/analyses?limit=200";
    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(250).toNanos();

    private final GatewayClient client;
    private final Map<String, String> servers;
    private final Broker broker;
    private final Map<Question, String> undisturbed;

    Verification(GatewayClient client, Map<String, String> servers, Broker broker, Map<Question, String> undisturbed) {
        this.client = client;
        this.servers = servers;
        this.broker = broker;
        this.undisturbed = undisturbed;
    }

    /** How the accepted analyses ended. */
    record Ends(int completed, int failed, int cancelled) {

        int all() {
            return completed + failed + cancelled;
        }
    }

    /** Waits until nothing is under way any more; says so in the ledger when it does not come to that. */
    void awaitQuiet(Ledger ledger, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        String left = left();
        while (!left.isEmpty() && System.nanoTime() < end) {
            Asking.sleep(LOOK_EVERY_NANOS);
            left = left();
        }
        long taken = TestStack.unacknowledged(broker.virtualHost());
        while (taken != 0 && System.nanoTime() < end) { // a job that came twice may still be run for nothing
            taken = TestStack.unacknowledged(broker.virtualHost());
        }
        if (taken != 0) {
            ledger.violate(taken + " messages were taken and not acknowledged");
        }
        if (!left.isEmpty()) {
            ledger.violate("after " + patience.toSeconds() + " s there is still left: " + left);
        }
    }

    /** What is still under way, in words; empty when nothing is. */
    private String left() {
        long waiting = count("select count(*) from analysis_queue");
        long unsent = count("select count(*) from outbox where sent_at is null");
        long lying = broker.waiting(Broker.QUEUES);
        return waiting + unsent + lying == 0
                ? ""
                : waiting + " analyses, " + unsent + " messages in the outbox, " + lying + " in the queues";
    }

    private long count(String sql) {
        try (Connection connection = DriverManager.getConnection(
                        property("spring.datasource.url") + "?connectTimeout=5&socketTimeout=10",
                        property("spring.datasource.username"),
                        property("spring.datasource.password"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new StackException("Could not count: " + e.getMessage(), e);
        }
    }

    private String property(String name) {
        return Objects.requireNonNull(servers.get(name), name);
    }

    /**
     * Holds the platform's account of the analyses against the ledger's and writes every difference there.
     *
     * @param before the analyses there were before the ledger was begun
     */
    Ends judge(Ledger ledger, Set<String> before) {
        Map<String, Question> accepted = ledger.accepted();
        Map<String, Document> rows = rows();
        Map<String, String> stored = stored(accepted.keySet());
        Map<String, Integer> ends = new HashMap<>();
        accepted.forEach((id, question) -> {
            Document row = rows.getOrDefault(id, new Document("state", "MISSING"));
            String state = row.getString("state");
            ends.merge(state, 1, Integer::sum);
            if (state.equals("COMPLETED")) {
                String expected = Objects.requireNonNull(undisturbed.get(question), "an undisturbed answer");
                same(ledger, "the stored result of " + id, stored.get(id), expected);
                same(ledger, "the row of " + id, row.getString("resultHash"), expected);
            } else if (!state.equals("FAILED") && !state.equals("CANCELLED")) {
                ledger.violate("accepted analysis " + id + " is " + state);
            }
        });
        rows.keySet().stream()
                .filter(id -> !accepted.containsKey(id) && !before.contains(id))
                .forEach(id -> ledger.violate("nobody was told of analysis " + id + ", which exists"));
        return new Ends(
                ends.getOrDefault("COMPLETED", 0), ends.getOrDefault("FAILED", 0), ends.getOrDefault("CANCELLED", 0));
    }

    private static void same(Ledger ledger, String what, @Nullable String is, String expected) {
        if (!expected.equals(is)) {
            ledger.violate(what + " has the hash " + is + " instead of the undisturbed " + expected);
        }
    }

    /** Every analysis the API lists. */
    Map<String, Document> rows() {
        Map<String, Document> rows = new HashMap<>();
        try {
            String next = "";
            do {
                GatewayClient.Answer answer = client.get(ANALYSES + (next.isEmpty() ? "" : "&cursor=" + next));
                if (answer.status() != 200) {
                    throw new StackException("The list of analyses answered " + answer.status() + ": " + answer.body());
                }
                Document page = answer.json();
                page.getList("items", Document.class).forEach(row -> rows.put(row.getString("id"), row));
                next = page.get("nextCursor", "");
            } while (!next.isEmpty());
            return rows;
        } catch (IOException e) {
            throw new StackException("The list of analyses cannot be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        }
    }

    /** The hash of each stored result; the store's key makes a second one impossible. */
    private Map<String, String> stored(Set<String> ids) {
        String uri = property("spring.mongodb.uri");
        Map<String, String> hashes = new HashMap<>();
        try (MongoClient mongo = MongoClients.create(uri)) {
            for (Document row : mongo.getDatabase(uri.replaceAll("^.*/([^/?]+).*$", "$1"))
                    .getCollection("analysis_result")
                    .find(Filters.in("_id", List.copyOf(ids)))
                    .projection(Projections.include("resultHash"))) {
                hashes.put(row.getString("_id"), row.getString("resultHash"));
            }
        }
        return hashes;
    }
}
