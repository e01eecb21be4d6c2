package io.riskwatch.portfolio.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.organisation.Role;
import io.riskwatch.portfolio.tick.LatestTicks;
import io.riskwatch.portfolio.tick.TestTicks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Everything of one's own is in the export: orders with their trail, clients with their grants, rules, schedules; and no secret. */
class EverythingExportIT extends PortfolioServiceIT {

    /** What an organisation has in the database and takes along nowhere, and why. */
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("entitlement", "billing's"),
            Map.entry("analysis_queue", "whose turn it is"),
            Map.entry("analysis_turn", "whose turn it is"),
            Map.entry("analysis_day", "counts what the analyses tell"),
            Map.entry("analysis_job", "what the worker was told, with the prices: read from the result"),
            Map.entry("import_row", "lines of a file the organisation has; what came of them are transactions"),
            Map.entry("import_account", "accounts a preview is about to make"),
            Map.entry("margin_state", "follows from the ledger, its changes are margin events"),
            Map.entry("former_client_portfolio", "who may see what is left of a client"),
            Map.entry("seen_instrument", "the market's names"));

    private static final Set<String> FORMULA = Set.of("=", "+", "-", "@", "\t", "\r");

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private LatestTicks latest;

    private TestCaller caller;
    private TestCaller viewer;
    private RestTestClient http;
    private Ledgers ledgers;
    private JsonNode client;
    private JsonNode schedule;
    private JsonNode rule;
    private JsonNode webhook;
    private String paper;

    @BeforeEach
    void anOrganisationWithSomethingOfEach() {
        caller = callers.inNewOrganisation();
        viewer = callers.colleagueOf(caller, "Vera", Role.VIEWER);
        http = http(caller);
        ledgers = new Ledgers(http);
        client = made(
                "/api/v1/clients",
                "{\"name\":\"=HYPERLINK(\\\"http://evil\\\")\",\"loan\":\"12.50\",\"notes\":\"- calls\"}");
        ledgers.put(
                        "/api/v1/clients/%s/grants/%s"
                                .formatted(client.get("id").stringValue(), viewer.userId()),
                        "{\"scope\":\"COMMENT\"}")
                .expectStatus()
                .isOk();
        made(
                "/api/v1/clients/" + client.get("id").stringValue() + "/positions",
                "{\"symbol\":\"ORBX\",\"quantity\":\"2\"}");
        schedule = made("/api/v1/analysis-schedules", """
            {"name":"@SUM(1)","request":{"kind":"risk","portfolioId":"%s"},"cadence":"DAILY","time":"07:30","zone":"UTC"}
            """.formatted(
                        client.get("portfolioId").stringValue()));
        rule = made("/api/v1/alert-rules", """
            {"name":"+1","kind":"PRICE","symbol":"ORBX","direction":"ABOVE","threshold":"100000"}
            """);
        webhook = made("/api/v1/alert-channels/webhooks", "{\"url\":\"https://203.0.113.1/hook\"}");
        paper = made("/api/v1/paper/portfolios", "{}").get("id").stringValue();
    }

    @AfterEach
    void deleteTheSchedule() {
        http.delete()
                .uri("/api/v1/analysis-schedules/" + schedule.get("id").stringValue())
                .exchange();
    }

    private JsonNode made(String uri, String json) {
        return Ledgers.body(ledgers.post(uri, json).expectStatus().isCreated());
    }

    @Test
    void ordersExecutionsAndTheirTrailAreAsTheyAreAtTheirOwnAddresses() {
        var orders = "/api/v1/paper/portfolios/" + paper + "/orders";
        tick("100");
        var filled = made(orders, order("MARKET", "10", ""));
        made(orders, order("LIMIT", "5", ",\"limitPrice\":\"1\",\"timeInForce\":\"GTC\""));
        made(orders, order("MARKET", "100000", "")); // more than there is money for
        tick("101");
        await().until(() -> ledgers.get(orders + "/" + filled.get("id").stringValue())
                .get("state")
                .stringValue()
                .equals("FILLED"));

        var export = ledgers.get("/api/v1/export");

        var shown = new HashMap<String, JsonNode>();
        ledgers.get(orders)
                .get("items")
                .forEach(each -> shown.put(each.get("id").stringValue(), each));
        assertThat(export.get("orders")).hasSize(3).allSatisfy(row -> {
            var order = Objects.requireNonNull(shown.get(row.get("id").stringValue()));
            for (var member : List.of("symbol", "type", "side", "state", "timeInForce")) {
                assertThat(row.get(member)).as(member).isEqualTo(order.get(member));
            }
            assertThat(decimal(row, "quantity")).isEqualByComparingTo(decimal(order, "quantity"));
            assertThat(row.get("portfolioId").stringValue()).isEqualTo(paper);
        });
        assertThat(export.get("orders")
                        .valueStream()
                        .map(row -> row.get("state").stringValue()))
                .containsExactlyInAnyOrder("FILLED", "ACCEPTED", "REJECTED");
        var executions =
                ledgers.get("/api/v1/paper/portfolios/" + paper + "/executions").get("items");
        assertThat(export.get("executions")).hasSize(1).allSatisfy(row -> {
            var execution = executions.get(0);
            assertThat(row.get("orderId")).isEqualTo(filled.get("id"));
            assertThat(decimal(row, "price")).isEqualByComparingTo(decimal(execution, "price"));
            assertThat(decimal(row, "fee")).isEqualByComparingTo(decimal(execution, "fee"));
            assertThat(export.get("transactions").valueStream().map(each -> each.get("id")))
                    .as("its booking")
                    .contains(row.get("transactionId"));
        });
        var trail = ledgers.get("/api/v1/paper/portfolios/" + paper + "/events?limit=200")
                .get("items");
        assertThat(kinds(export.get("orderEvents"))).containsExactlyInAnyOrderElementsOf(kinds(trail));
        assertThat(kinds(trail)).contains("ENTERED", "FILLED", "REJECTED");
        assertThat(export.get("paperPortfolios").get(0).get("startingCash").stringValue())
                .isEqualTo("100000");
    }

    private static List<String> kinds(JsonNode events) {
        return events.valueStream()
                .map(event -> event.get("kind").stringValue())
                .toList();
    }

    private static BigDecimal decimal(JsonNode of, String member) {
        return new BigDecimal(of.get(member).stringValue());
    }

    private static String order(String type, String quantity, String more) {
        return "{\"symbol\":\"LONG07\",\"side\":\"BUY\",\"type\":\"%s\",\"quantity\":\"%s\"%s}"
                .formatted(type, quantity, more);
    }

    private void tick(String price) {
        new TestTicks(redis).publish("LONG07", price);
        await().until(() -> latest.find("LONG07")
                .filter(tick -> tick.price().compareTo(new BigDecimal(price)) == 0)
                .isPresent());
    }

    @Test
    void clientsGrantsRulesSchedulesAndMembersAreThereAndNoSecretIs() {
        var export = ledgers.get("/api/v1/export");

        assertThat(export.get("clients")).singleElement().satisfies(row -> {
            assertThat(row.get("id")).isEqualTo(client.get("id"));
            assertThat(row.get("name")).isEqualTo(client.get("name"));
            assertThat(row.get("loan").stringValue()).isEqualTo("12.5");
        });
        assertThat(export.get("grants")).singleElement().satisfies(row -> {
            assertThat(row.get("userId").stringValue())
                    .isEqualTo(viewer.userId().toString());
            assertThat(row.get("scope").stringValue()).isEqualTo("COMMENT");
            assertThat(row.get("portfolioId")).isEqualTo(client.get("portfolioId"));
        });
        assertThat(export.get("clientPositions")).hasSize(1);
        assertThat(export.get("schedules"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("id")).isEqualTo(schedule.get("id")));
        assertThat(export.get("alertRules"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("id")).isEqualTo(rule.get("id")));
        assertThat(export.get("members")
                        .valueStream()
                        .map(row -> row.get("roles").stringValue()))
                .containsExactly("OWNER", "VIEWER");
        assertThat(export.get("webhooks")).hasSize(1);
        assertThat(export.toString())
                .doesNotContain(webhook.get("secret").stringValue())
                .doesNotContainIgnoringCase("hash\":\"")
                .doesNotContainIgnoringCase("\"secret");
        var theirs = new Ledgers(http(callers.inNewOrganisation())).get("/api/v1/export");
        theirs.properties().forEach(part -> {
            if (!Set.of("organisation", "members").contains(part.getKey())) {
                assertThat(part.getValue()).as(part.getKey()).isEmpty();
            }
        });
    }

    @Test
    void theTablesSayWhatTheDocumentSaysAndAreNoFormulas() {
        // a margin event may be written between the two
        await().untilAsserted(() -> {
            var cells = compared(ledgers.get("/api/v1/export"), tables());
            assertThat(cells).noneMatch(EverythingExportIT::isFormula).anyMatch(cell -> cell.startsWith("'=HYPERLINK"));
        });
    }

    /** All cells, which say the same as the document. */
    private static List<String> compared(JsonNode document, Map<String, List<NamedCsvRecord>> tables) {
        var cells = new ArrayList<String>();
        assertThat(tables.keySet()).containsExactlyElementsOf(document.propertyNames());
        tables.forEach((name, rows) -> {
            var said = document.get(name).valueStream().toList();
            assertThat(rows).as(name).hasSize(said.size());
            for (var i = 0; i < rows.size(); i++) {
                var row = said.get(i);
                rows.get(i).getFieldsAsMap().forEach((column, cell) -> {
                    cells.add(cell);
                    var plain = cell.startsWith("'") ? cell.substring(1) : cell;
                    assertThat(row.path(column).asString(""))
                            .as(name + " " + column)
                            .isEqualTo(plain);
                });
            }
        });
        return cells;
    }

    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && FORMULA.contains(cell.substring(0, 1)) && !cell.matches("-[0-9.]+");
    }

    private Map<String, List<NamedCsvRecord>> tables() throws IOException {
        var archive = http.get()
                .uri("/api/v1/export/csv")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        var tables = new LinkedHashMap<String, List<NamedCsvRecord>>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Objects.requireNonNull(archive)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                tables.put(
                        entry.getName().replace(".csv", ""),
                        CsvReader.builder().ofNamedCsvRecord(text).stream().toList());
            }
        }
        return tables;
    }

    /** A table that comes anew is exported, or it is said here why not. */
    @Test
    void nothingOfAnOrganisationIsForgotten() {
        var all = jdbc.sql("select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid"
                        + " where a.attname = 'organisation_id' and not a.attisdropped and c.relkind in ('r', 'p')"
                        + " and not c.relispartition and c.relnamespace = current_schema()::regnamespace")
                .query(String.class)
                .list();
        assertThat(all).contains("paper_order", "portfolio_grant");

        var forgotten = all.stream()
                .filter(table -> !LEFT_OUT.containsKey(table))
                .filter(table ->
                        ExportPart.ALL.stream().noneMatch(part -> part.sql().contains(" from " + table + " ")))
                .toList();

        assertThat(forgotten).isEmpty();
    }
}
