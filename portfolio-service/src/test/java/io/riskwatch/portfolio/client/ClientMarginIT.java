package io.riskwatch.portfolio.client;

import static io.riskwatch.portfolio.Ledgers.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.organisation.Role;
import io.riskwatch.portfolio.tick.LatestTicks;
import io.riskwatch.portfolio.tick.TestTicks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;

/** How clients stand, one by one and in the list, the most endangered first. */
class ClientMarginIT extends PortfolioServiceIT {

    private static final String CLIENTS = "/api/v1/clients";

    /** Nobody else's test holds it. */
    private static final String SYMBOL = "LONG17";

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private LatestTicks ticks;

    private TestCaller owner;
    private Ledgers api;

    @BeforeEach
    void anAdviserAndAPrice() {
        owner = callers.inNewOrganisation();
        api = new Ledgers(http(owner));
        new TestTicks(redis).publish(SYMBOL, "100");
        await().until(() -> ticks.find(SYMBOL)
                .filter(tick -> tick.price().compareTo(BigDecimal.valueOf(100)) == 0 && !ticks.stale(SYMBOL))
                .isPresent());
    }

    /** A client with stock worth 20,000 and a loan. */
    private String client(String name, String loan) {
        var id = body(api.post(CLIENTS, "{\"name\":\"%s\",\"loan\":\"%s\"}".formatted(name, loan))
                        .expectStatus()
                        .isCreated())
                .get("id")
                .stringValue();
        api.post(CLIENTS + "/" + id + "/positions", "{\"symbol\":\"%s\",\"quantity\":\"200\"}".formatted(SYMBOL))
                .expectStatus()
                .isCreated();
        return CLIENTS + "/" + id;
    }

    private static List<String> names(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("name").stringValue())
                .toList();
    }

    @Test
    void theMarginOfAClientHasEveryFigure() {
        var client = client("Ada", "10000");
        var margin = api.get(client + "/margin");

        assertThat(margin.get("clientId").stringValue()).isEqualTo(client.substring(CLIENTS.length() + 1));
        assertThat(margin.get("timestamp").isString()).isTrue();
        assertThat(margin.get("portfolioValue").stringValue()).isEqualTo("20000.00");
        assertThat(margin.get("loanAmount").stringValue()).isEqualTo("10000.00");
        assertThat(margin.get("loanIsSet").booleanValue()).isTrue();
        assertThat(margin.get("netEquity").stringValue()).isEqualTo("10000.00");
        assertThat(margin.get("marginRequirement").stringValue()).isEqualTo("5000.00");
        assertThat(margin.get("marginShortfall").stringValue()).isEqualTo("0.00");
        assertThat(margin.get("marginCallTriggered").booleanValue()).isFalse();
        assertThat(margin.get("utilization").doubleValue()).isEqualTo(0.5);
        assertThat(margin.get("state").stringValue()).isEqualTo("OK");
        assertThat(margin.get("triggerValue").stringValue()).isEqualTo("13333.33");
        assertThat(margin.get("distanceToCall").doubleValue()).isBetween(0.3333, 0.3334);
        assertThat(margin.get("cures")).isEmpty();
        assertThat(margin.get("currency").stringValue()).isEqualTo("USD");
        assertThat(margin.get("staleSymbols")).isEmpty();
    }

    @Test
    void aCallNamesItsThreeCures() {
        var margin = api.get(client("Ada", "16000") + "/margin");

        assertThat(margin.get("state").stringValue()).isEqualTo("CALL");
        assertThat(margin.get("marginShortfall").stringValue()).isEqualTo("1000.00");
        assertThat(margin.get("cures")
                        .valueStream()
                        .map(cure -> cure.get("amount").stringValue()))
                .containsExactly("1000.00", "1333.34", "4000.00");
    }

    @Test
    void theMostEndangeredComeFirst() {
        client("Calm", "0");
        client("Called", "15500");
        client("Warned", "14500");

        for (var sort : List.of("UTILIZATION", "DISTANCE")) {
            var first = api.get(CLIENTS + "?limit=2&sort=" + sort);
            assertThat(names(first)).as(sort).containsExactly("Called", "Warned");
            assertThat(names(api.get(CLIENTS + "?limit=2&sort=" + sort + "&cursor="
                            + first.get("nextCursor").stringValue())))
                    .as(sort)
                    .containsExactly("Calm");
        }
        var items = api.get(CLIENTS).get("items");
        assertThat(items.valueStream()
                        .map(item -> item.get("margin").get("state").stringValue()))
                .containsExactly("CALL", "OK", "WARNING");
        assertThat(items.get(2).get("margin").get("netEquity").stringValue()).isEqualTo("5500.00");
    }

    @Test
    void everyColumnSortsAllClientsEitherWayPageByPage() {
        client("beta", "0");
        client("Alpha", "15500");
        client("Delta", "14500");

        assertThat(paged("sort=NAME")).containsExactly("Alpha", "beta", "Delta");
        assertThat(paged("sort=NAME&order=FALLING")).containsExactly("Delta", "beta", "Alpha");
        for (var falling : List.of("sort=LOAN", "sort=STATE", "sort=UTILIZATION", "sort=DISTANCE")) {
            assertThat(paged(falling)).as(falling).containsExactly("Alpha", "Delta", "beta");
        }
        for (var rising : List.of(
                "sort=LOAN&order=RISING",
                "sort=STATE&order=RISING",
                "sort=UTILIZATION&order=RISING",
                "sort=DISTANCE&order=FALLING",
                "sort=EQUITY")) {
            assertThat(paged(rising)).as(rising).containsExactly("beta", "Delta", "Alpha");
        }
        // alike by their figure: by name, whichever way the figure goes
        assertThat(paged("sort=VALUE")).containsExactly("Alpha", "beta", "Delta");
        assertThat(paged("sort=VALUE&order=RISING")).containsExactly("Alpha", "beta", "Delta");
        assertThat(paged("show=ATTENTION")).containsExactly("Alpha", "Delta");
        assertThat(paged("show=ATTENTION&sort=NAME&order=FALLING")).containsExactly("Delta", "Alpha");
        assertThat(paged("show=CALL&sort=LOAN")).containsExactly("Alpha");
        assertThat(paged("q=l&sort=LOAN&order=RISING")).containsExactly("Delta", "Alpha");
        for (var wrong : List.of("sort=NOTES", "order=SIDEWAYS", "show=SOME", "sort=LOAN&cursor=bm9uZQ")) {
            http(owner)
                    .get()
                    .uri(CLIENTS + "?" + wrong)
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
    }

    /** The names of a whole list, asked for one client at a time. */
    private List<String> paged(String query) {
        var names = new ArrayList<String>();
        var cursor = "";
        do {
            var page = api.get(CLIENTS + "?limit=1&" + query + cursor);
            names.addAll(names(page));
            cursor =
                    page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").stringValue() : "";
        } while (!cursor.isEmpty() && names.size() < 20);
        return names;
    }

    @Test
    void whoOwesMoreThanTheyHaveComesBeforeEverybody() {
        client("Called", "15500");
        client("Broke", "21000");

        assertThat(names(api.get(CLIENTS + "?sort=UTILIZATION"))).containsExactly("Broke", "Called");
        assertThat(names(api.get(CLIENTS + "?sort=DISTANCE"))).containsExactly("Broke", "Called");
    }

    @Test
    void aMemberSeesTheMarginsOfThoseGrantedAndNoOthers() {
        var granted = client("Granted", "1000");
        var hidden = client("Hidden", "1000");
        var viewer = callers.colleagueOf(owner, "Vera", Role.VIEWER);
        api.put(granted + "/grants/" + viewer.userId(), "{\"scope\":\"READ\"}")
                .expectStatus()
                .isOk();

        var viewers = new Ledgers(http(viewer));
        assertThat(names(viewers.get(CLIENTS + "?sort=UTILIZATION"))).containsExactly("Granted");
        viewers.get(granted + "/margin");
        http(viewer).get().uri(hidden + "/margin").exchange().expectStatus().isNotFound();
    }

    @Test
    void anAccountThatIsNoMarginAccountAnyMoreHasNoFigures() {
        var client = client("Ada", "1000");
        var portfolio =
                "/api/v1/portfolios/" + api.get(client).get("portfolioId").stringValue();
        var account = portfolio + "/accounts/"
                + api.get(portfolio + "/accounts").get("items").get(0).get("id").stringValue();
        api.put(account, "{\"name\":\"Cash\",\"kind\":\"CASH\"}").expectStatus().isOk();

        assertThat(api.get(CLIENTS + "?sort=UTILIZATION").get("items").get(0).has("margin"))
                .isFalse();
        http(callers.inNewOrganisation())
                .get()
                .uri(client + "/margin")
                .exchange()
                .expectStatus()
                .isNotFound();
    }
}
