package io.riskwatch.portfolio.alert.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.TestCaller;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A rule about the VaR, from the risk check a worker stored to the one alert. The worker's example says a historical one-day VaR
 * at 95 % of 0.895 % of the value.
 */
class ValueAtRiskAlertIT extends WatchTestBase {

    private TestCaller caller;
    private String symbol;
    private String portfolio;

    /** Ten that closed at 100 each yesterday. */
    @BeforeEach
    void aPortfolioAtItsPreviousClose() {
        caller = callers.inNewOrganisation();
        symbol = newSymbol();
        ticks.publishOfDay(symbol, "100", "100");
        var ledgers = new Ledgers(http(caller));
        portfolio = ledgers.newPortfolio();
        ledgers.imported(
                portfolio,
                "date,type,symbol,quantity,price,currency,fee,amount,note\n%s,TRANSFER_IN,%s,10,100,USD,,,\n"
                        .formatted(LocalDate.now().minusYears(1), symbol));
    }

    private String rule(String more) {
        return RULES + "/"
                + create(
                                caller,
                                RULES,
                                "{\"name\":\"VaR\",\"kind\":\"VALUE_AT_RISK\",\"portfolioId\":\"%s\"%s}"
                                        .formatted(portfolio, more))
                        .path("id")
                        .stringValue();
    }

    private String state(String rule) {
        return get(caller, rule).path("state").stringValue();
    }

    @Test
    void aLossBeyondTheStoredVarIsToldOnceAndAgainOnlyAfterItWasLess() {
        riskCheck(caller, portfolio, riskResult());
        String rule = rule(",\"measure\":\"LOSS_BEYOND\"");
        ticks.publishOfDay(symbol, "99.2", "100");
        stays(() -> inbox(caller).isEmpty());
        assertThat(get(caller, rule).has("problem")).isFalse();

        ticks.publishOfDay(symbol, "99", "100");
        JsonNode alert = onlyAlert(caller);
        assertThat(alert.path("kind").stringValue()).isEqualTo("VALUE_AT_RISK");
        assertThat(alert.path("ruleId").stringValue()).isEqualTo(rule.substring(RULES.length() + 1));
        assertThat(alert.path("value").stringValue()).as("1 % over 0.895 %").startsWith("1.117");
        assertThat(state(rule)).isEqualTo("TRIGGERED");

        // it trembles around the VaR and falls on: the same crossing; 0.8 of the VaR is 99.28
        for (String price : List.of("99.15", "99", "99.2", "97")) {
            ticks.publishOfDay(symbol, price, "100");
        }
        stays(() -> inbox(caller).size() == 1);
        ticks.publishOfDay(symbol, "99.4", "100");
        await().until(() -> state(rule).equals("ARMED"));
        ticks.publishOfDay(symbol, "98", "100");
        await().until(() -> inbox(caller).size() == 2);
    }

    @Test
    void aRestartFiresNothingTwiceAndWhatWasMissedOnce() {
        riskCheck(caller, portfolio, riskResult());
        String rule = rule(",\"measure\":\"LOSS_BEYOND\"");
        ticks.publishOfDay(symbol, "98", "100");
        onlyAlert(caller);

        restarted(UUID.fromString(portfolio));
        restarted(UUID.fromString(portfolio));
        stays(() -> inbox(caller).size() == 1);

        forgetCrossings(caller, 1);
        restarted(UUID.fromString(portfolio));
        restarted(UUID.fromString(portfolio));
        await().until(() -> inbox(caller).size() == 2);
        stays(() -> inbox(caller).size() == 2);
        assertThat(get(caller, rule).path("firings").longValue()).isEqualTo(2);
    }

    @Test
    void aRuleThatWaitedForARiskCheckFiresWhenThereIsOne() {
        String rule = rule(",\"measure\":\"LIMIT\",\"threshold\":\"0.008\"");
        await().until(() -> get(caller, rule).path("problem").asString("").contains("no finished risk check"));
        assertThat(inbox(caller).isEmpty()).isTrue();

        riskCheck(caller, portfolio, riskResult());
        ticks.publishOfDay(symbol, "100.5", "100");

        assertThat(onlyAlert(caller).path("value").stringValue()).startsWith("0.00895");
        assertThat(get(caller, rule).has("problem")).isFalse();
        ticks.publishOfDay(symbol, "101", "100");
        stays(() -> inbox(caller).size() == 1);
    }

    @Test
    void aConfidenceTheRiskCheckDidNotComputeIsExplained() {
        riskCheck(caller, portfolio, riskResult().replace("0.99,", "0.975,"));
        String rule = rule(",\"measure\":\"LOSS_BEYOND\",\"confidence\":\"0.99\"");
        ticks.publishOfDay(symbol, "50", "100");
        await().until(() -> get(caller, rule).path("problem").asString("").contains("one-day VaR at 0.99"));
        assertThat(inbox(caller).isEmpty()).isTrue();
    }
}
