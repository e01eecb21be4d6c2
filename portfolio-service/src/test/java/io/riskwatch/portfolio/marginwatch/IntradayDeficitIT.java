package io.riskwatch.portfolio.marginwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.tick.LatestTicks;
import io.riskwatch.portfolio.tick.TestTicks;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;

/** 20,000 of stock with a loan of 10,000: 5,000 may be withdrawn before less is left than is required. */
class IntradayDeficitIT extends PortfolioServiceIT {

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private LatestTicks latest;

    @Autowired
    private MarginWatch watch;

    @Autowired
    private MarginWatchSettings settings;

    @Autowired
    private TransitionWriter writer;

    @Autowired
    private DeficitWriter deficits;

    @Autowired
    private LiveFigures figures;

    @Autowired
    private MarginAccounts accounts;

    @Autowired
    private MarginStates states;

    private Ledgers ledgers;
    private String portfolio;
    private String symbol;
    private int booked;

    @BeforeEach
    void aMarginAccount() {
        TestCaller owner = callers.inNewOrganisation();
        ledgers = new Ledgers(http(owner));
        symbol = "ID" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        tick("200");
        portfolio = ledgers.newPortfolio();
        String path = "/api/v1/portfolios/%s/accounts".formatted(portfolio);
        String account = ledgers.get(path).get("items").get(0).get("id").stringValue();
        ledgers.put(path + "/" + account, "{\"name\":\"Broker\",\"kind\":\"MARGIN\",\"shortsAllowed\":false}")
                .expectStatus()
                .is2xxSuccessful();
        ledgers.imported(portfolio, """
            date,type,symbol,quantity,price,currency,fee,amount,note
            2026-01-02,DEPOSIT,,,,USD,,10000,
            2026-01-05,BUY,%s,100,200,USD,,,
            """.formatted(symbol));
        await().until(() -> cash(watch).equals("-10000"));
    }

    @Test
    void aWithdrawalLeavesADeficitThatDepositsAndSalesMeet() {
        tick("120"); // a call, and no deficit: nobody did anything
        book("WITHDRAWAL", "100", "-10100");
        JsonNode first = await().until(this::found, list -> list.size() == 1).getFirst();
        assertThat(first.get("amount").stringValue()).isEqualTo("1100.00");
        assertThat(first.get("remaining").stringValue()).isEqualTo("1100.00");
        assertThat(first.get("day").stringValue())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
        assertThat(first.has("metAt")).isFalse();
        assertThat(first.get("minor").booleanValue()).isFalse();

        tick("200"); // higher prices end the call and meet nothing
        book("DEPOSIT", "600", "-9500");
        await().until(() -> remaining().equals("500.00"));
        // a sale frees a quarter of what it brings: 10 for 2,000 require 500 less
        ledgers.record(
                        portfolio,
                        "{\"date\":\"%s\",\"type\":\"SELL\",\"symbol\":\"%s\",\"quantity\":\"10\",\"price\":\"200\",\"currency\":\"USD\"}"
                                .formatted(LocalDate.now(ZoneOffset.UTC), symbol))
                .expectStatus()
                .isCreated();
        await().until(() -> remaining().equals("0.00"));
        assertThat(found().getFirst().has("metAt")).isTrue();
        assertThat(found().getFirst().get("amount").stringValue()).isEqualTo("1100.00");
    }

    @Test
    void bookingsOfEarlierDaysAndNewRatesAreNoTransactionsOfToday() {
        ledgers.record(
                        portfolio,
                        "{\"date\":\"2026-02-02\",\"type\":\"WITHDRAWAL\",\"currency\":\"USD\",\"amount\":\"6000\"}")
                .expectStatus()
                .isCreated();
        await().until(() -> cash(watch).equals("-16000"));
        ledgers.put(
                        "/api/v1/margin/rates/%s/%s".formatted(symbol, LocalDate.now(ZoneOffset.UTC)),
                        "{\"maintenanceLong\":\"0.60\"}")
                .expectStatus()
                .is2xxSuccessful();
        book("DEPOSIT", "1", "-15999"); // is seen after all that
        book("WITHDRAWAL", "1", "-16000");

        List<JsonNode> list = await().until(this::found, all -> all.size() == 1);
        assertThat(list.getFirst().get("amount").stringValue()).isEqualTo("8000.00"); // 12,000 required, 4,000 there
        assertThat(list.getFirst().get("remaining").stringValue()).isEqualTo("8000.00");
    }

    @Test
    void twoReplicasCountEachTransactionOnceAndARestartKeepsIt() {
        var other = new MarginWatch(latest, settings, writer, figures, Clock.systemUTC(), new SimpleMeterRegistry());
        var reader = new AccountReader(accounts, states, other, deficits, settings, Clock.systemUTC());
        other.start();
        reader.start();
        try {
            await().until(() -> cash(other).equals("-10000"));
            book("WITHDRAWAL", "6000", "-16000");
            lookAgain(reader, other, "-16000");
            await().until(() -> found().size() == 1);
            book("DEPOSIT", "400", "-15600");
            lookAgain(reader, other, "-15600");
            await().until(() -> !remaining().equals("1000.00"));
        } finally {
            reader.stop();
            other.stop();
        }
        book("DEPOSIT", "100", "-15500"); // is written after whatever the other one had to write
        await().until(() -> remaining().equals("500.00"));
    }

    private void lookAgain(AccountReader reader, MarginWatch by, String cash) {
        reader.lookSoon();
        await().until(() -> cash(by).equals(cash));
    }

    private List<JsonNode> found() {
        JsonNode list = ledgers.get("/api/v1/portfolios/%s/margin".formatted(portfolio))
                .get("intraday")
                .get("deficits");
        return list.valueStream().toList();
    }

    private String remaining() {
        return found().getFirst().get("remaining").stringValue();
    }

    private void book(String type, String amount, String cashThen) {
        booked++;
        ledgers.record(
                        portfolio,
                        "{\"date\":\"%s\",\"type\":\"%s\",\"currency\":\"USD\",\"amount\":\"%s\",\"note\":\"%d\"}"
                                .formatted(LocalDate.now(ZoneOffset.UTC), type, amount, booked))
                .expectStatus()
                .isCreated();
        await().until(() -> cash(watch).equals(cashThen));
    }

    private void tick(String price) {
        new TestTicks(redis).publish(symbol, price);
        await().until(() -> latest.find(symbol)
                .filter(tick -> tick.price().compareTo(new BigDecimal(price)) == 0)
                .isPresent());
        if (portfolio != null) {
            await().until(() -> worth().compareTo(new BigDecimal(price).movePointRight(2)) == 0);
        }
    }

    /** Of the 100 shares, in the watch's book. */
    private BigDecimal worth() {
        CompletableFuture<BigDecimal> answer = new CompletableFuture<>();
        watch.with(book -> answer.complete(book.find(UUID.fromString(portfolio))
                .map(account -> book.status(account).portfolioValue())
                .orElse(BigDecimal.ZERO)));
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** What the account owes in a replica's book; empty while it is not there. */
    private String cash(MarginWatch by) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        by.with(book -> answer.complete(book.find(UUID.fromString(portfolio))
                .filter(account -> account.cashCurrencies.length == 1)
                .map(account -> account.cash.exact(0).stripTrailingZeros().toPlainString())
                .orElse("")));
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
