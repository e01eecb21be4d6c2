package io.riskwatch.localstack.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demonstration book, and how it comes into a platform that may have some of it already. */
class DemoClientsTest {

    private final Map<String, Document> clients = new LinkedHashMap<>();
    private final Map<String, List<Document>> positions = new LinkedHashMap<>();
    private final List<String> changes = new ArrayList<>();
    private HttpServer server;
    private BigDecimal price = BigDecimal.valueOf(100);
    private boolean refuses;

    @BeforeEach
    void aPlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private DemoClients.Loaded load() {
        URI url = URI.create("http://localhost:" + server.getAddress().getPort());
        return new DemoClients(new GatewayClient(url, "token")).load(DemoClient.book());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        Document body = method.equals("GET")
                ? new Document()
                : Document.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (!method.equals("GET")) {
            changes.add(method + " " + path);
        }
        Document answer = refuses && method.equals("POST")
                ? new Document("detail", "no more")
                : path.equals("/api/v1/me")
                        ? new Document("plan", "ADVISER")
                        : path.startsWith("/api/v1/history/") ? history() : client(method, path.split("/"), body);
        byte[] text = answer.toJson().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refuses && method.equals("POST") ? 402 : 200, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    private static Document history() {
        return new Document("points", List.of(new Document("date", "2026-01-05").append("close", 40.5)));
    }

    private Document client(String method, String[] path, Document body) {
        if (path.length == 4) {
            if (method.equals("GET")) {
                return new Document("items", List.copyOf(clients.values()));
            }
            String id = "c" + clients.size();
            clients.put(id, body.append("id", id));
            positions.put(id, new ArrayList<>());
            return body;
        }
        String id = path[4];
        if (method.equals("PATCH")) {
            clients.get(id).putAll(body);
            return clients.get(id);
        }
        if (path[5].equals("margin")) {
            return margin(id);
        }
        if (method.equals("POST")) {
            positions.get(id).add(body);
            return body;
        }
        return new Document("items", positions.get(id));
    }

    private Document margin(String id) {
        BigDecimal value = positions.get(id).stream()
                .map(position -> new BigDecimal(position.getString("quantity")).multiply(price))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal loan = new BigDecimal(clients.get(id).get("loan", "0"));
        BigDecimal requirement = value.multiply(new BigDecimal("0.25"));
        BigDecimal equity = value.subtract(loan);
        String state = requirement.compareTo(equity) > 0
                ? "CALL"
                : requirement.compareTo(equity.multiply(new BigDecimal("0.9"))) >= 0
                        ? "WARNING"
                        : requirement.compareTo(equity.multiply(new BigDecimal("0.7"))) >= 0 ? "WATCH" : "OK";
        return new Document("portfolioValue", value.toPlainString())
                .append("loanAmount", loan.toPlainString())
                .append(
                        "marginRequirement",
                        requirement.setScale(2, RoundingMode.UP).toPlainString())
                .append("state", state);
    }

    private List<String> states() {
        return clients.keySet().stream()
                .map(id -> margin(id).getString("state"))
                .toList();
    }

    @Test
    void theBookHasTwentyFivePeopleOfDifferentNames() {
        List<DemoClient> book = DemoClient.book();

        assertThat(book).hasSize(25);
        assertThat(book.stream().map(DemoClient::name)).doesNotHaveDuplicates();
        assertThat(book)
                .allSatisfy(client -> assertThat(client.holdings().stream().map(DemoClient.Holding::symbol))
                        .isNotEmpty()
                        .doesNotHaveDuplicates());
        assertThatThrownBy(() -> DemoClient.parse("Ada;2026-01-05")).hasMessageContaining("5 cells");
    }

    @Test
    void twoOfTheBookAreWarnedAndOneIsCalled() {
        DemoClients.Loaded loaded = load();

        assertThat(loaded.clients()).isEqualTo(25);
        assertThat(loaded.positions())
                .isEqualTo(DemoClient.book().stream()
                        .mapToInt(client -> client.holdings().size())
                        .sum());
        assertThat(states()).filteredOn("WARNING"::equals).hasSize(2);
        assertThat(states()).filteredOn("CALL"::equals).hasSize(1);
        assertThat(states()).filteredOn("WATCH"::equals).hasSize(2);
        assertThat(positions.get("c0").getFirst().getString("averageCost")).isEqualTo("40.5");
    }

    @Test
    void loadedTwiceNothingChanges() {
        load();
        changes.clear();

        assertThat(load()).isEqualTo(new DemoClients.Loaded(0, 0, 0));
        assertThat(changes).isEmpty();
    }

    @Test
    void whatIsMissingIsAddedAndALoanThatLeftItsBandIsSetAnew() {
        load();
        positions.get("c3").removeFirst();
        price = BigDecimal.valueOf(130);
        changes.clear();

        DemoClients.Loaded loaded = load();

        assertThat(loaded.clients()).isZero();
        assertThat(loaded.positions()).isEqualTo(1);
        assertThat(loaded.loans()).isPositive();
        assertThat(states()).filteredOn("WARNING"::equals).hasSize(2);
        assertThat(states()).filteredOn("CALL"::equals).hasSize(1);
    }

    @Test
    void aRefusalIsToldInItsOwnWords() {
        refuses = true;

        assertThatThrownBy(this::load)
                .isInstanceOf(StackException.class)
                .hasMessageContaining("402")
                .hasMessageContaining("no more");
    }
}
