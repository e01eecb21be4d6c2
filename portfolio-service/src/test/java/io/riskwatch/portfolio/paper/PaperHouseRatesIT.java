package io.riskwatch.portfolio.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 100,000 of one's own: what the organisation asks for an instrument and of large positions holds on paper, too. */
class PaperHouseRatesIT extends PaperTestBase {

    private static final LocalDate TODAY = LocalDate.now(Clock.systemUTC());

    @Test
    void anOrderThatTheStandardRatesWouldAcceptIsRejectedByTheOrganisationsOwn() {
        tick("LONG15", "100");
        tick("LONG16", "100");
        house("LONG15", TODAY, "{\"initialLong\":\"0.8\",\"maintenanceLong\":\"0.6\"}");
        house("LONG16", TODAY.plusDays(1), "{\"initialLong\":\"0.8\",\"maintenanceLong\":\"0.6\"}");

        JsonNode refused = place(market("BUY", "LONG15", "1500"));
        JsonNode accepted = place(market("BUY", "LONG16", "1500"));

        assertThat(refused.path("state").stringValue()).isEqualTo("REJECTED");
        assertThat(refused.path("reason").path("code").stringValue()).isEqualTo("INSUFFICIENT_BUYING_POWER");
        assertThat(refused.path("reason").path("message").stringValue())
                .contains("By the organisation's own rates LONG15 takes 80 % of its value.");
        assertThat(accepted.path("state").stringValue()).isEqualTo("ACCEPTED"); // it holds from tomorrow
    }

    @Test
    void theAccountStandsByTheOrganisationsRatesAndIsWarnedWhenTheyAreRaised() {
        tick("LONG17", "100");
        bought("LONG17", "1500"); // 150,000 with 50,000 borrowed
        assertThat(number(account(), "maintenanceRequirement")).isEqualByComparingTo("37500");
        assertThat(account().path("margin").path("state").stringValue()).isEqualTo("OK");

        house("LONG17", TODAY, "{\"maintenanceLong\":\"0.65\"}");

        JsonNode account = account();
        assertThat(number(account, "maintenanceRequirement")).isEqualByComparingTo("97500");
        assertThat(account.path("margin").path("state").stringValue()).isEqualTo("WARNING");
        assertThat(number(account, "buyingPower"))
                .isLessThan(number(account, "cash").abs());
        tick("LONG17", "100");
        await().until(() -> heard("MARGIN_WARNING"));

        house("LONG17", TODAY, "{\"maintenanceLong\":\"0.75\"}");
        assertThat(account().path("margin").path("call").booleanValue()).isTrue();
        tick("LONG17", "100");
        await().until(() -> heard("LIQUIDATION"));
    }

    @Test
    void aLargePartOfTheAccountTakesMoreWhenItIsBoughtAndWhenItIsHeld() {
        tick("LONG18", "100");
        tick("LONG19", "100");
        ledgers.put(
                        "/api/v1/margin/terms/" + TODAY,
                        "{\"concentratedFrom\":\"0.6\",\"concentrationAddOn\":\"0.5\",\"interestRate\":\"0.06\"}")
                .expectStatus()
                .isOk();

        JsonNode refused = place(market("BUY", "LONG18", "1500")); // all of the account: 75 % and not 50
        assertThat(refused.path("state").stringValue()).isEqualTo("REJECTED");
        assertThat(refused.path("reason").path("message").stringValue())
                .contains("What is a large part of the account takes more.");

        bought("LONG18", "900");
        assertThat(number(account(), "maintenanceRequirement")).isEqualByComparingTo("67500");
        bought("LONG19", "900"); // half of it each: nothing is a large part any more
        assertThat(number(account(), "maintenanceRequirement")).isEqualByComparingTo("45000");
    }

    @Test
    void whatIsPaidInFullIsLentNothingAgainstAndWhoOwesNothingIsNotWarned() {
        tick("LONG12", "100");
        house("LONG12", TODAY, "{\"marginable\":false}");

        assertThat(place(market("BUY", "LONG12", "1100")).path("state").stringValue())
                .isEqualTo("REJECTED");
        bought("LONG12", "990");
        tick("LONG12", "90");
        tick("LONG12", "80");
        tick("LONG11", "100");
        bought("LONG11", "1"); // by now the ticks before were met

        assertThat(heard("MARGIN_WARNING")).isFalse();
        assertThat(account().path("margin").path("call").booleanValue()).isFalse();
    }

    /** Bought at 100, in as many ticks as it takes. */
    private void bought(String symbol, String quantity) {
        JsonNode order = place(market("BUY", symbol, quantity));
        assertThat(order.path("state").stringValue()).isEqualTo("ACCEPTED");
        while (!read(order).path("state").stringValue().equals("FILLED")) {
            int before = executions().size();
            tick(symbol, "100");
            await().until(() -> executions().size() > before);
        }
    }

    private void house(String symbol, LocalDate from, String rates) {
        ledgers.put("/api/v1/margin/rates/%s/%s".formatted(symbol, from), rates)
                .expectStatus()
                .isOk();
    }

    private boolean heard(String kind) {
        JsonNode items = ledgers.get(path + "/events").path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .anyMatch(event -> event.path("kind").stringValue().equals(kind));
    }
}
