package io.riskwatch.portfolio.holding;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** DOMAIN D2 over HTTP: 100@10, 100@15, 100@12, of which 150 are sold at 20. ORBX is quoted at 120.5. */
class LotsIT extends PortfolioServiceIT {

    private RestTestClient client;
    private Ledgers ledgers;
    private String portfolio;

    @BeforeEach
    void threeLotsOfWhichOneAndAHalfAreSold() {
        client = http(callers.inNewOrganisation());
        ledgers = new Ledgers(client);
        portfolio = ledgers.newPortfolio();
        ledgers.imported(portfolio, """
            date,type,symbol,quantity,price,currency,fee,amount,note
            2024-01-02,BUY,ORBX,100,10,USD,,,
            2024-02-02,BUY,ORBX,100,15,USD,,,
            2024-03-04,BUY,ORBX,100,12,USD,,,
            2024-06-03,SELL,ORBX,150,20,USD,,,
            """);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "FIFO, 1250, 1950, 16125.00",
        "LIFO, 1050, 1750, 16325.00",
        "HIFO, 900, 1600, 16475.00",
        "AVERAGE, 1150, 1850, 16225.00"
    })
    void theMethodChangesOnlyWhatIsRealised(String method, String realised, String basis, String unrealised) {
        var holdings = ledgers.get(uri("/holdings?lotMethod=" + method));
        var orbx = holdings.get("holdings").get(0);

        assertThat(holdings.get("lotMethod").stringValue()).isEqualTo(method);
        assertThat(orbx.get("realisedGain").stringValue()).isEqualTo(realised);
        assertThat(orbx.get("costBasis").stringValue()).isEqualTo(basis);
        assertThat(orbx.get("unrealisedGain").stringValue()).isEqualTo(unrealised);
        assertThat(orbx.get("marketValue").stringValue()).isEqualTo("18075.00");
        assertThat(texts(ledgers.get(uri("/lots/realised?lotMethod=" + method)), "gain").stream()
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(realised);
    }

    @Test
    void theFourMethodsStandSideBySide() {
        var orbx = ledgers.get(uri("/lots/methods?symbol=orbx")).get("items").get(0);

        assertThat(orbx.get("price").stringValue()).isEqualTo("120.5");
        assertThat(orbx.get("methods"))
                .extracting(method -> method.get("lotMethod").stringValue()
                        + " " + method.get("realisedGain").stringValue() + " "
                        + method.get("unrealisedGain").stringValue())
                .containsExactly(
                        "FIFO 1250 16125.00", "LIFO 1050 16325.00", "HIFO 900 16475.00", "AVERAGE 1150 16225.00");
    }

    @Test
    void openLotsComePageByPageTheOldestFirst() {
        var first = ledgers.get(uri("/lots?limit=1"));
        var second = ledgers.get(
                uri("/lots?limit=1&cursor=" + first.get("nextCursor").stringValue()));

        assertThat(first.get("items").get(0).get("opened").stringValue()).isEqualTo("2024-02-02");
        assertThat(first.get("items").get(0).get("quantity").stringValue()).isEqualTo("50");
        assertThat(first.get("items").get(0).get("unitCost").stringValue()).isEqualTo("15");
        assertThat(second.get("items").get(0).get("opened").stringValue()).isEqualTo("2024-03-04");
        assertThat(second.hasNonNull("nextCursor")).isFalse();
        assertThat(texts(ledgers.get(uri("/lots?asOf=2024-05-31")), "quantity")).containsExactly("100", "100", "100");
    }

    @Test
    void realisedGainsNameTheirLotAndComePageByPage() {
        var first = ledgers.get(uri("/lots/realised?limit=1"));
        var second = ledgers.get(
                uri("/lots/realised?limit=1&cursor=" + first.get("nextCursor").stringValue()));

        var gain = first.get("items").get(0);
        assertThat(gain.get("opened").stringValue()).isEqualTo("2024-01-02");
        assertThat(gain.get("proceeds").stringValue()).isEqualTo("2000");
        assertThat(gain.get("gain").stringValue()).isEqualTo("1000");
        assertThat(gain.get("holdingDays").intValue()).isEqualTo(153);
        assertThat(gain.get("longTerm").booleanValue()).isFalse();
        assertThat(second.get("items").get(0).get("gain").stringValue()).isEqualTo("250");
        assertThat(second.hasNonNull("nextCursor")).isFalse();
        assertThat(ledgers.get(uri("/lots/realised?from=2025-01-01")).get("items"))
                .isEmpty();
    }

    @Test
    void anothersLotsAreNotThere() {
        var stranger = http(callers.inNewOrganisation());

        for (var path : List.of("/lots", "/lots/realised", "/lots/methods")) {
            stranger.get().uri(uri(path)).exchange().expectStatus().isNotFound();
        }
    }

    private static List<String> texts(JsonNode page, String field) {
        var texts = new ArrayList<String>();
        page.get("items").forEach(item -> texts.add(item.get(field).stringValue()));
        return texts;
    }

    private String uri(String rest) {
        return "/api/v1/portfolios/" + portfolio + rest;
    }
}
