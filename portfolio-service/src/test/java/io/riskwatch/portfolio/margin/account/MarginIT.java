package io.riskwatch.portfolio.margin.account;

import static io.riskwatch.portfolio.Ledgers.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.organisation.Role;
import io.riskwatch.portfolio.tick.TestTicks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;

/** The margin of a portfolio, its rates and terms through the API, at ticks from the real channel. */
class MarginIT extends PortfolioServiceIT {

    @Autowired
    private StringRedisTemplate redis;

    private TestCaller owner;
    private Ledgers ledgers;
    private String portfolio;
    private String margin;

    /** 100 shares for 20,000, half of it borrowed since January. */
    @BeforeEach
    void anAccountThatOwesHalf() {
        owner = callers.inNewOrganisation();
        ledgers = new Ledgers(http(owner));
        portfolio = ledgers.newPortfolio();
        margin = "/api/v1/portfolios/" + portfolio + "/margin";
        var accounts = "/api/v1/portfolios/" + portfolio + "/accounts";
        var standard = ledgers.get(accounts).get("items").get(0).get("id").stringValue();
        ledgers.put(accounts + "/" + standard, "{\"name\":\"Broker\",\"kind\":\"MARGIN\",\"shortsAllowed\":true}")
                .expectStatus()
                .isOk();
    }

    private void borrowed(String symbol) {
        ledgers.imported(portfolio, """
            date,type,symbol,quantity,price,currency,amount
            2026-01-02,DEPOSIT,,,,USD,10000
            2026-01-05,BUY,%s,100,200,USD,
            """.formatted(symbol));
    }

    private void tick(String symbol, String price) {
        new TestTicks(redis).publish(symbol, price);
        await().untilAsserted(() -> assertThat(at(symbol)).isEqualTo(price));
    }

    private String at(String symbol) {
        return StreamSupport.stream(ledgers.get(margin).get("positions").spliterator(), false)
                .filter(position -> position.get("symbol").stringValue().equals(symbol)
                        && !position.get("stale").booleanValue())
                .map(position -> position.get("price").stringValue())
                .findFirst()
                .orElse("");
    }

    @Test
    void halfBorrowedIsFarFromACallAndATickMakesOneWithItsThreeCures() {
        borrowed("MGNA");
        tick("MGNA", "200");
        var fine = ledgers.get(margin);
        assertThat(figures(fine)).isEqualTo("20000.00 10000.00 10000.00 5000.00 0.00 false OK");
        assertThat(fine.get("utilization").doubleValue()).isEqualTo(0.5);
        assertThat(fine.get("triggerValue").stringValue()).isEqualTo("13333.33");
        assertThat(said(fine)).containsExactly("Prices can fall 33.3% before a call (at or below 13,333.33).");
        assertThat(fine.get("initial").get("buyingPower").stringValue()).isEqualTo("0.00");
        assertThat(fine.get("portfolioMargin").get("requirement").stringValue()).isEqualTo("3000.00");
        assertThat(fine.get("portfolioMargin").get("eligible").booleanValue()).isFalse();
        assertThat(fine.get("positions").get(0).get("why").stringValue())
                .isEqualTo("25% of what is owned, the rule for everybody.");
        assertThat(fine.get("intraday").get("regime").stringValue()).isEqualTo("INTRADAY_DEFICIT");

        tick("MGNA", "120");
        var called = ledgers.get(margin);
        assertThat(figures(called)).isEqualTo("12000.00 10000.00 2000.00 3000.00 1000.00 true CALL");
        assertThat(said(called))
                .contains(
                        "A margin call: 2,000 is your own and 3,000 is required, 1,000 too little.",
                        "Deposit 1,000 in cash, or add 1,333.34 of stock that is paid for, or sell 4,000.",
                        "Otherwise prices must rise 11.2% to end it.");

        tick("MGNA", "90");
        var lost = ledgers.get(margin);
        assertThat(figures(lost)).isEqualTo("9000.00 10000.00 -1000.00 2250.00 3250.00 true CALL");
        assertThat(lost.has("utilization")).isFalse();
        assertThat(said(lost)).contains("Selling everything still leaves a debt of 1,000.");
    }

    @Test
    void thePriceOfAClosedMarketIsNoReasonNotToKnow() {
        borrowed("MGNCLOSED");
        var ticks = new TestTicks(redis);
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var close = now.minus(2, ChronoUnit.DAYS);
        ticks.publish("MGNCLOSED", "200", close, close, now.plusSeconds(3_600));
        await().untilAsserted(() -> assertThat(at("MGNCLOSED")).isEqualTo("200"));
        var closed = ledgers.get(margin);
        assertThat(figures(closed)).isEqualTo("20000.00 10000.00 10000.00 5000.00 0.00 false OK");
        assertThat(closed.get("closedSymbols").toString()).isEqualTo("[\"MGNCLOSED\"]");
        assertThat(closed.get("staleSymbols").isEmpty()).isTrue();
        var position = closed.get("positions").get(0);
        assertThat(position.get("marketClosedSince").stringValue()).isEqualTo(close.toString());
        assertThat(position.get("priceAsOf").stringValue()).isEqualTo(close.toString());
        assertThat(said(closed))
                .contains("The market of MGNCLOSED is closed: the last price before the close counts until it opens.");

        ticks.publish("MGNCLOSED", "201", close.plusSeconds(1), close, now.minusSeconds(3_600));
        await().untilAsserted(() ->
                assertThat(ledgers.get(margin).get("state").stringValue()).isEqualTo("STALE"));
        assertThat(ledgers.get(margin).get("closedSymbols").isEmpty())
                .as("it has been open for an hour")
                .isTrue();
    }

    private static String figures(JsonNode view) {
        return String.join(
                " ",
                view.get("portfolioValue").stringValue(),
                view.get("loanAmount").stringValue(),
                view.get("netEquity").stringValue(),
                view.get("marginRequirement").stringValue(),
                view.get("marginShortfall").stringValue(),
                view.get("marginCallTriggered").toString(),
                view.get("state").stringValue());
    }

    private static List<String> said(JsonNode view) {
        return StreamSupport.stream(view.get("messages").spliterator(), false)
                .map(message -> message.get("text").stringValue())
                .toList();
    }

    @Test
    void anOldPriceIsNeverSilentlyFine() {
        borrowed("MGNB");
        var unquoted = ledgers.get(margin);
        assertThat(unquoted.get("state").stringValue()).isEqualTo("STALE");
        assertThat(unquoted.get("staleSymbols").get(0).stringValue()).isEqualTo("MGNB");
        assertThat(said(unquoted))
                .contains("The price of MGNB is older than 15 minutes: how the account stands now is not known.");

        new TestTicks(redis).publish("MGNB", "150", Instant.now().minus(20, ChronoUnit.MINUTES));
        await().untilAsserted(() -> assertThat(
                        ledgers.get(margin).get("positions").get(0).get("price").stringValue())
                .isEqualTo("150"));
        assertThat(ledgers.get(margin).get("state").stringValue()).isEqualTo("STALE");
    }

    @Test
    void anOldExchangeRateOfWhatIsOwedIsNotFineEither() {
        ledgers.imported(portfolio, """
            date,type,symbol,quantity,price,currency,amount
            2026-01-02,DEPOSIT,,,,USD,20000
            2026-01-05,BUY,MGNF,100,200,USD,
            2026-01-06,FEE,,,,EUR,5
            """);
        tick("MGNF", "200");

        var view = ledgers.get(margin);

        assertThat(view.get("loanAmount").stringValue()).isEqualTo("5.50");
        assertThat(view.get("staleSymbols").toString()).isEqualTo("[\"EUR\"]");
        assertThat(view.get("state").stringValue()).isEqualTo("STALE");
    }

    @Test
    void interestAccruesOnWhatTheLedgerOwedEachNightOfTheMonth() {
        borrowed("MGNC");
        var today = LocalDate.now(Clock.systemUTC());
        var nights = today.getDayOfMonth() - 1;

        var interest = ledgers.get(margin).get("interest");

        assertThat(interest.get("perYear").stringValue()).isEqualTo("608.33");
        assertThat(interest.get("rate").doubleValue()).isEqualTo(0.06);
        assertThat(Double.parseDouble(interest.get("accrued").stringValue()))
                .isCloseTo(10_000 * 0.06 * nights / 360, org.assertj.core.api.Assertions.within(0.006));

        ledgers.put("/api/v1/margin/terms/" + today, """
            {"concentratedFrom":"0.5","concentrationAddOn":"0.10","interestRate":"0.12","dayCount":365}\
            """).expectStatus().isOk();
        var after = ledgers.get(margin);
        assertThat(after.get("interest").get("perYear").stringValue()).isEqualTo("1200.00");
        assertThat(after.get("interest").get("accrued").stringValue())
                .isEqualTo(interest.get("accrued").stringValue()); // nights gone by had the rate of then
        assertThat(after.get("marginRequirement").stringValue()).isEqualTo("7000.00");
        assertThat(after.get("positions").get(0).get("why").stringValue())
                .isEqualTo("25% of what is owned, the rule for everybody; 10% more, for it is a large part of the"
                        + " account.");
    }

    @Test
    void aRateOfOnesOwnHoldsFromItsDayOnAndNoRateIsBelowTheStandard() {
        borrowed("MGND");
        tick("MGND", "200");
        var today = LocalDate.now(Clock.systemUTC());
        var rates = "/api/v1/margin/rates/mgnd/";
        ledgers.put(rates + today, "{\"maintenanceLong\":\"0.40\"}")
                .expectStatus()
                .isOk();
        ledgers.put(rates + today.plusDays(3), "{\"marginable\":false,\"riskClass\":\"BROAD_INDEX\"}")
                .expectStatus()
                .isOk();
        ledgers.put(rates + today.plusDays(6), "{}").expectStatus().isOk();

        assertThat(ledgers.get(margin).get("marginRequirement").stringValue()).isEqualTo("8000.00");
        assertThat(on(today)).isEqualTo("true 0.4 true");
        assertThat(on(today.minusDays(1))).isEqualTo("true 0.25 false");
        assertThat(on(today.plusDays(3))).isEqualTo("false 1.0 true");
        assertThat(on(today.plusDays(6))).isEqualTo("true 0.25 false");

        refused(ledgers.put(rates + today, "{\"maintenanceLong\":\"0.2\"}"), "maintenanceLong");
        refused(ledgers.put(rates + today.minusDays(1), "{}"), "validFrom");
        refused(ledgers.put(rates + today, "{\"marginable\":false,\"initialLong\":\"0.6\"}"), "marginable");

        var first = ledgers.get("/api/v1/margin/rates?limit=2");
        assertThat(first.get("items").size()).isEqualTo(2);
        var rest = ledgers.get(
                "/api/v1/margin/rates?limit=2&cursor=" + first.get("nextCursor").stringValue());
        assertThat(rest.get("items").size()).isEqualTo(1);
        assertThat(rest.has("nextCursor")).isFalse();

        http(owner).delete().uri(rates + today).exchange().expectStatus().isNoContent();
        http(owner).delete().uri(rates + today).exchange().expectStatus().isNotFound();
        assertThat(ledgers.get(margin).get("marginRequirement").stringValue()).isEqualTo("5000.00");
        var others = new Ledgers(http(callers.inNewOrganisation()));
        assertThat(others.get("/api/v1/margin/rates").get("items").size()).isZero();
    }

    private String on(LocalDate day) {
        var held = ledgers.get("/api/v1/margin/rates/MGND?on=" + day);
        return "%s %s %s"
                .formatted(
                        held.get("rates").get("marginable"),
                        held.get("rates").get("maintenanceLong"),
                        held.get("house"));
    }

    private static void refused(
            org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec response, String field) {
        response.expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void whatIsSoldShortIsBoughtBackWithItsProceeds() {
        ledgers.imported(portfolio, """
            date,type,symbol,quantity,price,currency,amount
            2026-01-02,DEPOSIT,,,,USD,10000
            2026-01-05,SELL,MGNE,100,50,USD,
            """);
        tick("MGNE", "50");

        var view = ledgers.get(margin);

        assertThat(figures(view)).isEqualTo("10000.00 0.00 10000.00 1500.00 0.00 false OK");
        assertThat(view.get("positions").get(0).get("basis").stringValue()).isEqualTo("SHORT");
        assertThat(said(view)).containsExactly("Prices can rise 130.7% before a call, for something is sold short.");
    }

    @Test
    void onlyWhoMayDecideSetsRatesAndOnlyAMarginAccountHasAMargin() {
        var viewer = new Ledgers(http(callers.inNewOrganisation(Role.VIEWER)));
        viewer.put("/api/v1/margin/rates/ORBX/" + LocalDate.now(Clock.systemUTC()), "{}")
                .expectStatus()
                .isForbidden();
        var cash = ledgers.newPortfolio();
        var problem = body(http(owner)
                .get()
                .uri("/api/v1/portfolios/" + cash + "/margin")
                .exchange()
                .expectStatus()
                .isNotFound());
        assertThat(problem.get("type").stringValue()).contains("no-margin-account");
        http(callers.inNewOrganisation())
                .get()
                .uri(margin)
                .exchange()
                .expectStatus()
                .isNotFound();
    }
}
