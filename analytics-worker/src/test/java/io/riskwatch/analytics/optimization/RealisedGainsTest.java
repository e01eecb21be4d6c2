package io.riskwatch.analytics.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.analytics.PublishedExample;
import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.AnalysisJob.Holding;
import io.riskwatch.analytics.analysis.AnalysisJob.Lot;
import io.riskwatch.analytics.analysis.AnalysisJob.LotMethod;
import io.riskwatch.analytics.history.History;
import io.riskwatch.analytics.history.HistoryRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** 300 ORBX at 20 and 100 XWORLD at 60; the limit on ORBX makes the optimisation sell 150 of it, as in DOMAIN's story of lots. */
class RealisedGainsTest {

    private static final LocalDate LAST_DAY = LocalDate.parse("2025-02-01");
    private static final int DAYS = 100;

    private final PublishedExample example =
            new PublishedExample(OptimizationAnalysis::new, RealisedGainsTest::prices, "-lots");

    /** A hundred days until the last one; only their last closes matter here. */
    private static History prices(HistoryRequest request) {
        int[] days = new int[DAYS];
        double[][] closes = new double[2][DAYS];
        for (int t = 0; t < DAYS; t++) {
            days[t] = (int) LAST_DAY.toEpochDay() - DAYS + 1 + t;
            closes[0][t] = t == DAYS - 1 ? 20 : 20 + (t * 7 % 10) / 10.0;
            closes[1][t] = t == DAYS - 1 ? 60 : 60 + (t * 3 % 7) / 10.0;
        }
        assertThat(request.symbols()).containsExactly("ORBX", "XWORLD");
        return new History(
                List.of(
                        new History.Series("ORBX", "USD", "xsim", true),
                        new History.Series("XWORLD", "USD", "xsim", true)),
                days,
                closes,
                List.of(),
                0);
    }

    private ObjectNode with(@Nullable Map<LotMethod, List<Lot>> lots, AnalysisJob.@Nullable Amount value) {
        AnalysisJob job = example.job();
        List<Holding> given = List.of(
                new Holding("ORBX", new BigDecimal(300), null, null, null, null, lots),
                new Holding("XWORLD", new BigDecimal(100), null));
        return example.run(new AnalysisJob(
                1,
                job.analysisId(),
                job.organisationId(),
                job.kind(),
                job.requestedAt(),
                "USD",
                given,
                null,
                null,
                null,
                null,
                value,
                null,
                job.parameters()));
    }

    private static Lot lot(String acquired, String quantity, @Nullable String cost, @Nullable Integer merged) {
        return new Lot(
                LocalDate.parse(acquired),
                new BigDecimal(quantity),
                cost == null ? null : new BigDecimal(cost),
                null,
                merged);
    }

    private static JsonNode gain(JsonNode gains, LotMethod method) {
        return gains.valueStream()
                .filter(gain -> gain.path("lotMethod").stringValue().equals(method.name()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theExampleResultIsThatOfTheExampleJob() {
        example.mustBeThatOfTheExampleJob();
    }

    /** The lot of 2024-01-02 was held for 396 days, that of 2024-02-02 for 365, which is not more than 365. */
    @ParameterizedTest
    @CsvSource({
        "FIFO, 1750, 1250, 250, 1000",
        "LIFO, 1950, 1050, 1050, 0",
        "HIFO, 2100, 900, 900, 0",
        "AVERAGE, 1850, 1150, 383.3333333333, 766.6666666667"
    })
    void theGoldenLotsGainWhatTheLedgerSaysTheyGain(
            LotMethod method, double cost, double gain, double shortTerm, double longTerm) {
        ObjectNode result = example.compute();
        JsonNode trade = result.path("trades").path(0);
        assertThat(trade.path("symbol").stringValue()).isEqualTo("ORBX");
        assertThat(trade.path("shares").doubleValue()).isEqualTo(150);

        for (JsonNode gains : List.of(trade.path("realisedGains"), result.path("realisedGains"))) {
            JsonNode told = gain(gains, method);
            assertThat(told.path("proceeds").doubleValue()).isEqualTo(3000);
            assertThat(told.path("cost").doubleValue()).isEqualTo(cost);
            assertThat(told.path("gain").doubleValue()).isEqualTo(gain);
            assertThat(told.path("shortTerm").doubleValue()).isCloseTo(shortTerm, within(1e-9));
            assertThat(told.path("longTerm").doubleValue()).isCloseTo(longTerm, within(1e-9));
        }
        assertThat(result.path("trades").path(1).has("realisedGains"))
                .as("a purchase")
                .isFalse();
        assertThat(result.path("absent").has("realisedGains")).isFalse();
    }

    @Test
    void theSentenceNamesTheGainsOfEveryMethod() {
        assertThat(example.compute().path("sentences").toString())
                .contains("Selling 150 ORBX would realise a gain of 1,250 USD by first in, first out, a gain of 1,050"
                        + " USD by last in, first out, a gain of 900 USD by highest cost first, a gain of 1,150 USD by"
                        + " average cost.");
    }

    @Test
    void aMethodThatEarlierSalesWentByHasItsOwnLots() {
        ObjectNode result = with(
                Map.of(
                        LotMethod.FIFO,
                        List.of(lot("2024-02-02", "100", "1500", null), lot("2024-03-04", "200", "2400", null)),
                        LotMethod.LIFO,
                        List.of(lot("2024-01-02", "300", "9000", null))),
                null);

        JsonNode gains = result.path("trades").path(0).path("realisedGains");
        assertThat(gain(gains, LotMethod.FIFO).path("gain").doubleValue()).isEqualTo(3000 - 1500 - 600);
        assertThat(gain(gains, LotMethod.LIFO).path("gain").doubleValue()).isEqualTo(3000 - 4500);
        assertThat(result.path("sentences").toString()).contains("a loss of 1,500 USD by last in, first out");
    }

    @Test
    void whatIsMergedIsNamed() {
        ObjectNode result = with(Map.of(LotMethod.FIFO, List.of(lot("2024-02-02", "300", "3000", 7))), null);

        assertThat(gain(result.path("realisedGains"), LotMethod.HIFO)
                        .path("gain")
                        .doubleValue())
                .isEqualTo(1500);
        assertThat(result.path("assumptions").toString()).contains("the oldest 7 of what is traded were put together");
        assertThat(result.path("sentences").toString()).contains("a gain of 1,500 USD by any lot method");
    }

    /** First in, first out reaches the lot without a cost, last in, first out does not. */
    @Test
    void aCostThatIsNotKnownLeavesTheGainUnknownAndSaysWhy() {
        ObjectNode result = with(
                Map.of(
                        LotMethod.FIFO,
                        List.of(lot("2024-01-02", "100", null, null), lot("2024-02-02", "200", "2000", null))),
                null);

        JsonNode gains = result.path("trades").path(0).path("realisedGains");
        assertThat(gains.valueStream().map(gain -> gain.path("lotMethod").stringValue()))
                .containsExactly("LIFO", "HIFO");
        assertThat(result.has("realisedGains")).isFalse();
        assertThat(result.path("absent").path("trades.0.realisedGains").stringValue())
                .contains("not known to the ledger");
    }

    @Test
    void withoutLotsOrWithAValueOfItsOwnThereIsNoGainAndTheReasonIsGiven() {
        ObjectNode without = with(null, null);
        ObjectNode scaled = with(
                Map.of(LotMethod.FIFO, List.of(lot("2024-02-02", "300", "3000", null))),
                new AnalysisJob.Amount(new BigDecimal(50_000), "USD"));

        assertThat(without.path("absent").path("realisedGains").stringValue()).contains("not known");
        assertThat(scaled.path("absent").path("realisedGains").stringValue()).contains("value was given");
        for (ObjectNode result : List.of(without, scaled)) {
            assertThat(result.path("trades")).isNotEmpty().noneMatch(trade -> trade.has("realisedGains"));
            assertThat(result.has("realisedGains")).isFalse();
            assertThat(result.path("assumptions").toString()).contains("Realised gains are not told");
        }
    }
}
