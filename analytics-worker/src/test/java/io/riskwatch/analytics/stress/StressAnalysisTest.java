package io.riskwatch.analytics.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.analytics.PublishedExample;
import io.riskwatch.analytics.SharedPrices;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.contract.ContractSchema;
import io.riskwatch.analytics.exposure.PastPrices;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class StressAnalysisTest {

    private static final String WINDOW = "\"from\": \"2015-01-01\", \"to\": \"2019-12-31\"";

    private final PublishedExample example = new PublishedExample(StressAnalysis::new);

    private JsonNode four(String parameters) {
        return example.compute(SharedPrices.sandP500(4), List.of(0.4, 0.1, 0.2, 0.3), "{" + WINDOW + parameters + "}");
    }

    private static JsonNode scenario(JsonNode result, String id) {
        return result.path("scenarios")
                .valueStream()
                .filter(s -> s.path("id").stringValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode holding(JsonNode scenario, String symbol) {
        return scenario.path("holdings")
                .valueStream()
                .filter(h -> h.path("symbol").stringValue().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theExampleResultIsThatOfTheExampleJob() {
        example.mustBeThatOfTheExampleJob();
    }

    @Test
    void theLibraryHoldsDatedCrisesOldestFirst() {
        List<Crisis> all = CrisisLibrary.all();

        assertThat(all).hasSize(19);
        assertThat(all).allSatisfy(crisis -> {
            assertThat(crisis.from()).isBefore(crisis.to());
            assertThat(crisis.row(StressClass.EQUITY, "North America")
                            .orElseThrow()
                            .change())
                    .isBetween(-0.9, -0.05);
            assertThat(crisis.rows()).allSatisfy(row -> assertThat(row.source()).isNotBlank());
        });
        assertThat(all.stream().map(Crisis::from)).isSortedAccordingTo(LocalDate::compareTo);
    }

    /** Every row that claims to be computed from closes, from the closes of the index. */
    @Test
    void theRowsOfTheSandP500AreItsCloses() {
        Map<LocalDate, Double> closes = SharedPrices.sandP500Index();
        List<Crisis> computed = CrisisLibrary.all().stream()
                .filter(crisis -> crisis.rows().getFirst().precision() == Crisis.Precision.CLOSES)
                .toList();

        assertThat(computed)
                .hasSize(15)
                .allSatisfy(crisis -> assertThat(crisis.rows().getFirst().change())
                        .isCloseTo(closes.get(crisis.to()) / closes.get(crisis.from()) - 1, within(5e-5)));
    }

    @Test
    void aRegionWithoutAFigureTakesTheWorldsThenNorthAmericas() {
        Crisis covid = CrisisLibrary.all().stream()
                .filter(c -> c.id().equals("covid-2020"))
                .findFirst()
                .orElseThrow();

        assertThat(covid.row(StressClass.EQUITY, "Europe").orElseThrow().region())
                .isEqualTo("Europe");
        assertThat(covid.row(StressClass.EQUITY, "Atlantis").orElseThrow().region())
                .isEqualTo("World");
        assertThat(covid.row(StressClass.REAL_ESTATE, "Europe").orElseThrow().region())
                .isEqualTo("North America");
        assertThat(covid.row(StressClass.CASH, "World")).isEmpty();
    }

    /**
     * AAPL, AMD, BAC, BBY at 40, 10, 20 and 30 %: ratios of their closes on the crises' days by numpy 2.4; 2 % of a cent is the
     * rounding of the prices.
     */
    @ParameterizedTest
    @CsvSource({
        "financial-crisis-2007, 0.61895738, -0.50480864",
        "covid-2020,            0.37840448, -0.30668535",
        "dot-com-2000,          0.58586468, -0.80418251"
    })
    void aCrisisTheHoldingsLivedThroughIsTheirOwnLoss(String id, double loss, double apple) {
        JsonNode crisis = scenario(four(""), id);

        assertThat(crisis.path("loss").path("fraction").doubleValue()).isCloseTo(loss, within(1e-8));
        assertThat(crisis.path("loss").path("amount").doubleValue()).isCloseTo(10_000 * loss, within(1e-4));
        assertThat(holding(crisis, "AAPL").path("shock").doubleValue()).isCloseTo(apple, within(1e-8));
        assertThat(holding(crisis, "AAPL").path("source").stringValue()).isEqualTo("OWN_HISTORY");
    }

    /** Prices begin in 1990, so Black Monday is the row of the class, named; gold has its own, a bond none. */
    @Test
    void aCrisisBeforeTheirTimeIsThatOfTheirClass() {
        JsonNode crisis = scenario(
                four(", \"classes\": {\"BAC\": {\"assetClass\": \"GOVERNMENT_BOND\"}, \"BBY\": {\"assetClass\":"
                        + " \"GOLD\"}, \"AMD\": {\"region\": \"Asia Pacific\"}}"),
                "black-monday-1987");

        assertThat(holding(crisis, "AAPL").path("shock").doubleValue()).isEqualTo(-0.335);
        assertThat(holding(crisis, "AAPL").path("proxy").stringValue()).contains("S&P 500");
        assertThat(holding(crisis, "AMD").path("shock").doubleValue()).isEqualTo(-0.13);
        assertThat(holding(crisis, "BBY").path("shock").doubleValue()).isEqualTo(0.07);
        assertThat(holding(crisis, "BAC").path("source").stringValue()).isEqualTo("UNCHANGED");
        assertThat(crisis.path("loss").path("fraction").doubleValue())
                .isCloseTo(0.4 * 0.335 + 0.1 * 0.13 - 0.3 * 0.07, within(1e-12));
    }

    /** e^(-7 x 0.02) - 1 = -0.130642 for the bond, its own -50 % for AMD, -20 % for the other equities. */
    @Test
    void onesOwnShockMovesClassesHoldingsAndBonds() {
        JsonNode shock = scenario(
                four(", \"classes\": {\"BAC\": {\"assetClass\": \"GOVERNMENT_BOND\"}}, \"shocks\": [{\"name\":"
                        + " \"Crash\", \"classes\": {\"EQUITY\": -0.2}, \"symbols\": {\"AMD\": -0.5}, \"rates\":"
                        + " 0.02}]"),
                "shock-1");

        assertThat(holding(shock, "BAC").path("shock").doubleValue()).isCloseTo(-0.130642, within(1e-6));
        assertThat(shock.path("loss").path("fraction").doubleValue())
                .isCloseTo(0.7 * 0.2 + 0.1 * 0.5 + 0.2 * (1 - Math.exp(-0.14)), within(1e-12));
    }

    @Test
    void aCurrencyFallsOnTopOfThePrice() {
        Stressed bond = new Stressed("B", "EUR", 0.5, true, StressClass.GOVERNMENT_BOND, "Europe", false, 7);
        StressResult.Scenario scenario = new Scenarios(List.of(bond), Repriced.NONE, PastPrices.none(), 1000, "USD")
                .of(new StressParameters.Shock("both", Map.of(), Map.of("B", -0.1), Map.of("EUR", -0.2), 0, 0), 0);

        assertThat(scenario.loss().fraction()).isCloseTo(0.5 * (1 - 0.9 * 0.8), within(1e-12));
    }

    /** numpy: s = -0.2 S w / w'Sw on the 1,257 returns of 2015 to 2019; beta of the value to AAPL and AMD at 4 to 1. */
    @Test
    void theWayToAGivenLossIsTheLikeliestAndTheOneOfEquities() {
        JsonNode reverse = four(", \"classes\": {\"BAC\": {\"assetClass\": \"GOVERNMENT_BOND\"}, \"BBY\":"
                        + " {\"assetClass\": \"GOLD\"}}")
                .path("reverse");

        assertThat(Stream.of("AAPL", "AMD", "BAC", "BBY")
                        .map(s -> holding(reverse, s).path("shock").doubleValue()))
                .zipSatisfy(
                        List.of(-0.16920392, -0.32999108, -0.14999921, -0.23106493),
                        (found, expected) -> assertThat(found).isCloseTo(expected, within(1e-8)));
        assertThat(reverse.path("distance").doubleValue()).isCloseTo(3.11775542, within(1e-7));
        assertThat(reverse.path("equityMove").doubleValue()).isCloseTo(-0.28454783, within(1e-8));
        assertThat(reverse.path("biggestContributor").stringValue()).isEqualTo("BBY");
        assertThat(reverse.path("holdings")
                        .valueStream()
                        .mapToDouble(h -> h.path("loss").doubleValue())
                        .sum())
                .isCloseTo(0.2, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EQUITY    | Real Estate     | REAL_ESTATE",
                "ETF       | Technology      | EQUITY",
                "BOND      | Government      | GOVERNMENT_BOND",
                "BOND      | High Yield      | HIGH_YIELD_BOND",
                "BOND      |                 | CORPORATE_BOND",
                "COMMODITY | Precious Metals | GOLD",
                "COMMODITY | Agriculture     | COMMODITY",
                "CRYPTO    | Crypto          | CRYPTO",
                "OPTION    |                 | "
            })
    void whatMarketDataCallsItDecidesItsClass(String type, String sector, StressClass expected) {
        assertThat(StressClass.of(type, sector)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"crises\": [\"covid-2020\", \"covid-19\"]          | parameters.crises[1]",
                "\"shocks\": [{\"symbols\": {\"TSLA\": -0.5}}]       | parameters.shocks[0].symbols.TSLA",
                "\"shocks\": [{\"currencies\": {\"USD\": -0.5}}]     | parameters.shocks[0].currencies.USD",
                "\"classes\": {\"TSLA\": {\"assetClass\": \"GOLD\"}} | parameters.classes.TSLA"
            })
    void whatIsNotThereIsRefusedWithItsField(String parameters, String field) {
        assertThatThrownBy(() -> four(", " + parameters))
                .isInstanceOfSatisfying(
                        BadInputException.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"shocks\": [{\"classes\": {\"STOCKS\": -0.2}}]} | shocks[0].classes.STOCKS",
                "{\"shocks\": [{\"classes\": {\"EQUITY\": -1.2}}]} | shocks[0].classes.EQUITY",
                "{\"reverseLoss\": 0}                              | reverseLoss"
            })
    void aWrongParameterIsNamed(String parameters, String field) {
        assertThat(ContractSchema.of("job/stress-parameters.schema.json")
                        .violations(PublishedExample.JSON.readTree(parameters)))
                .extracting(ContractSchema.Violation::field)
                .contains(field);
    }
}
