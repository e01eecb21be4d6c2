package io.riskwatch.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.analytics.PublishedExample;
import io.riskwatch.analytics.SharedPrices;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.quant.risk.backtest.Coverage;
import io.riskwatch.quant.risk.backtest.TrafficLight;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class VarBacktestTest {

    private final PublishedExample example = new PublishedExample(VarBacktestAnalysis::new);

    /** 250 quiet days with a loss of 3 % on some, against an announced 2 %. */
    private static JudgedForecasts judged(double confidence, int... bad) {
        double[] returns = new double[250];
        Arrays.fill(returns, 0.001);
        IntStream.of(bad).forEach(t -> returns[t] = -0.03);
        double[] forecasts = new double[250];
        Arrays.fill(forecasts, 0.02);
        List<LocalDate> dates =
                LongStream.range(0, 250).mapToObj(LocalDate::ofEpochDay).toList();
        return new JudgedForecasts(dates, returns, forecasts, confidence);
    }

    @Test
    void theExampleResultIsThatOfTheExampleJob() {
        example.mustBeThatOfTheExampleJob();
    }

    @Test
    void fiveExceptionsOfTwoHundredAndFiftyAreYellowAndNotRejected() {
        JudgedForecasts judged = judged(0.99, 20, 70, 120, 170, 220);

        assertThat(judged.number().statistic()).isCloseTo(1.957, within(5e-4));
        assertThat(judged.number().probability()).isCloseTo(0.162, within(5e-4));
        assertThat(judged.light().zone()).isEqualTo(TrafficLight.Zone.YELLOW);
        assertThat(judged.plusFactor()).isEqualTo(new BacktestResult.PlusFactor(0.40, 0.20));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5.025, 0.025, GREEN",
        "4, 0.769, 0.380, GREEN",
        "9, 10.229, 0.0014, YELLOW",
        "10, 12.955, 0.0003, RED"
    })
    void kupiecAndBaselAreThoseOfTheTables(int exceptions, double ratio, double probability, TrafficLight.Zone zone) {
        JudgedForecasts judged =
                judged(0.99, IntStream.range(0, exceptions).map(i -> 5 + 20 * i).toArray());

        assertThat(judged.number().statistic()).isCloseTo(ratio, within(5e-4));
        assertThat(judged.number().probability()).isCloseTo(probability, within(5e-4));
        assertThat(judged.light().zone()).isEqualTo(zone);
    }

    @Test
    void exceptionsInPairsAreFoundToCluster() {
        JudgedForecasts judged = judged(0.99, 20, 21, 70, 71, 120, 121, 170, 171, 220, 221);

        assertThat(judged.independence().statistic()).isCloseTo(21.462, within(5e-4));
        assertThat(judged.independence().probability()).isCloseTo(3.6e-6, within(1e-7));
        assertThat(Coverage.conditional(judged.number(), judged.independence()).statistic())
                .isCloseTo(12.955 + 21.462, within(1e-3));
    }

    @Test
    void theSupervisorsAdditionIsOnlyToldForTheirOwnTest() {
        assertThat(judged(0.95, 20).plusFactor()).isNull();
        assertThat(example.compute().has("plusFactor")).isFalse();
    }

    /** numpy: VaR_t = -quantile(r[t-250:t], 1 - c, "linear") for the last 250 days, weights (1 + i mod 4) / 50. */
    @Test
    void theExceptionsOfTwentyRealStocksAreThoseOfNumpy() {
        var data = SharedPrices.sandP500(20);
        List<Double> weights =
                IntStream.range(0, 20).mapToObj(i -> (1 + i % 4) / 50.0).toList();

        JsonNode strict = example.compute(data, weights, "{}");
        JsonNode usual = example.compute(data, weights, "{\"confidence\": [0.95]}");

        assertThat(strict.path("exceptions").intValue()).isEqualTo(9);
        assertThat(strict.path("baselZone").stringValue()).isEqualTo("YELLOW");
        assertThat(strict.path("plusFactor").path("basel1996").doubleValue()).isEqualTo(0.85);
        assertThat(strict.path("kupiec").path("lr").doubleValue()).isCloseTo(10.229, within(5e-4));
        assertThat(strict.path("expected").doubleValue()).isCloseTo(2.5, within(1e-9));
        assertThat(usual.path("exceptions").intValue()).isEqualTo(21);
        List<String> dates = data
                .dates()
                .subList(data.dates().size() - 250, data.dates().size())
                .stream()
                .map(LocalDate::toString)
                .toList();
        assertThat(StreamSupport.stream(strict.path("series").path("exceptions").spliterator(), false)
                        .map(day -> dates.indexOf(day.stringValue())))
                .containsExactly(62, 77, 82, 86, 88, 95, 112, 164, 175);
    }

    @Test
    void aShortWindowIsHalvedAndALongOneTestsTwoHundredAndFiftyDays() {
        assertThat(example.compute("{}").path("days").intValue()).isEqualTo(39);
        assertThat(example.compute("{}").path("estimationDays").intValue()).isEqualTo(39);
    }

    @ParameterizedTest
    @EnumSource(
            value = RiskMethod.class,
            names = {"GARCH", "FILTERED_HISTORICAL"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyMethodCanBePutToTheTest(RiskMethod method) {
        JsonNode result = example.compute("{\"method\": \"" + method + "\", \"confidence\": 0.9}");

        assertThat(result.path("series").path("valueAtRisk").size()).isEqualTo(39);
        assertThat(result.path("sentences").path(0).stringValue()).contains("of the last 39 days");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"days\": 60}                                                   | parameters.days           | 78"
                        + " daily returns",
                "{\"estimationDays\": 78}                                         | parameters.estimationDays | 78"
                        + " daily returns",
                "{\"method\": \"GARCH\"}                                          | parameters.estimationDays | at"
                        + " least 100"
            })
    void whatCannotBeTestedIsRefusedWithItsField(String parameters, String field, String words) {
        assertThatThrownBy(() -> example.compute(parameters))
                .isInstanceOfSatisfying(
                        BadInputException.class, e -> assertThat(e.field()).isEqualTo(field))
                .hasMessageContaining(words);
    }

    @Test
    void moreFitsThanAllowedAreRefusedWithTheLimit() {
        BacktestParameters asked = BacktestParameters.of(
                PublishedExample.JSON.readTree("{\"method\": \"GARCH\", \"days\": 1000, \"estimationDays\": 600}"),
                PublishedExample.JSON);

        assertThatThrownBy(() -> asked.within(2000))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("at most 500000, not 600000");
    }
}
