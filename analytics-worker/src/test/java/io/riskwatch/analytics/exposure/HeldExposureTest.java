package io.riskwatch.analytics.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.history.History;
import io.riskwatch.analytics.history.HistoryRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HeldExposureTest {

    private static final Window DEFAULT = new Window(null, null);

    private final List<HistoryRequest> requests = new ArrayList<>();

    /** 100 days; the last closes: A 20 USD, B 10 EUR, EURUSD 1.25, JPYUSD 0.01, GAP 5 USD with ten days missing. */
    private History answer(HistoryRequest request) {
        requests.add(request);
        int days = 100;
        Map<String, double[]> known = Map.of(
                "A", path(days, 20, 0.01),
                "B", path(days, 10, 0.02),
                "EURUSD", path(days, 1.25, 0.003),
                "JPYUSD", path(days, 0.01, 0.002),
                "GAP", gaps(path(days, 5, 0.01), 10),
                "NEW", gaps(path(days, 7, 0.01), 50));
        int[] dates = new int[days];
        for (int t = 0; t < days; t++) {
            dates[t] = 20_000 + t;
        }
        List<History.Series> series = new ArrayList<>();
        List<double[]> closes = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String symbol : request.symbols()) {
            if (known.containsKey(symbol)) {
                series.add(new History.Series(symbol, symbol.equals("B") ? "EUR" : "USD", "xsim", true));
                closes.add(known.get(symbol).clone());
            } else {
                missing.add(symbol);
            }
        }
        int from = request.from() == null ? 0 : (int) request.from().toEpochDay() - dates[0];
        int to = request.to() == null ? days : (int) request.to().toEpochDay() - dates[0] + 1;
        return new History(
                series,
                Arrays.copyOfRange(dates, from, to),
                closes.stream().map(all -> Arrays.copyOfRange(all, from, to)).toArray(double[][]::new),
                missing,
                0);
    }

    private static double[] path(int days, double last, double swing) {
        double[] path = new double[days];
        for (int t = 0; t < days; t++) {
            path[t] = last * (1 + swing * Math.sin(1.3 * (days - 1 - t)));
        }
        return path;
    }

    private static double[] gaps(double[] path, int count) {
        Arrays.fill(path, 3, 3 + count, Double.NaN);
        return path;
    }

    private Exposure exposure(String base, List<AnalysisJob.Holding> holdings, List<AnalysisJob.Cash> cash) {
        return exposure(base, holdings, cash, null, false);
    }

    private Exposure exposure(
            String base,
            List<AnalysisJob.Holding> holdings,
            List<AnalysisJob.Cash> cash,
            @Nullable String benchmark,
            boolean leaveOut) {
        return new Exposures(this::answer).of(job(base, holdings, cash, null), DEFAULT, benchmark, leaveOut);
    }

    private static AnalysisJob job(
            String base,
            List<AnalysisJob.Holding> holdings,
            List<AnalysisJob.Cash> cash,
            AnalysisJob.@Nullable KnownWindow window) {
        return new AnalysisJob(
                1,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "risk",
                Instant.EPOCH,
                base,
                holdings,
                cash,
                null,
                null,
                null,
                null,
                window,
                new JsonMapper().createObjectNode());
    }

    /** What was computed over the last days of then is computed over the same days again, whatever came after them. */
    @Test
    void theDaysOfARecomputedResultGoBeforeTheLastCommonOnes() {
        var then = new AnalysisJob.KnownWindow(LocalDate.ofEpochDay(20_010), LocalDate.ofEpochDay(20_080));

        Exposure again = new Exposures(this::answer)
                .of(
                        job("USD", List.of(quantity("A", "10"), quantity("B", "20")), List.of(), then),
                        DEFAULT,
                        null,
                        false);

        assertThat(again.firstDay()).isEqualTo(then.from());
        assertThat(again.lastDay()).isEqualTo(then.to());
        assertThat(again.observations()).isEqualTo(70);
        assertThat(requests).allSatisfy(request -> {
            assertThat(request.from()).isEqualTo(then.from());
            assertThat(request.to()).isEqualTo(then.to());
            assertThat(request.lastCommonDays()).isNull();
        });
    }

    private static AnalysisJob.Holding quantity(String symbol, String quantity) {
        return new AnalysisJob.Holding(symbol, new BigDecimal(quantity), null);
    }

    private static AnalysisJob.Holding weight(String symbol, double weight) {
        return new AnalysisJob.Holding(symbol, null, weight);
    }

    private static AnalysisJob.Cash cash(String currency, String amount) {
        return new AnalysisJob.Cash(currency, new BigDecimal(amount));
    }

    /** 10 A = 200 USD, 20 B = 200 EUR = 250 USD, 40 EUR = 50 USD, cash 500 USD: 1,000 USD together. */
    @Test
    void aWeightIsTheShareOfTheLastCloseInTheBaseCurrencyWithCash() {
        Exposure exposure = exposure(
                "USD",
                List.of(quantity("A", "10"), quantity("B", "20")),
                List.of(cash("USD", "500"), cash("EUR", "40")));

        assertThat(exposure.symbols()).containsExactly("A", "B", "CASH:EUR");
        assertThat(exposure.weights()).containsExactly(new double[] {0.2, 0.25, 0.05}, within(1e-12));
        assertThat(exposure.cashWeight()).isCloseTo(0.5, within(1e-12));
        assertThat(exposure.worth()).isCloseTo(1000, within(1e-9));
        assertThat(exposure.observations()).isEqualTo(99);
    }

    @Test
    void returnsAreInTheBaseCurrency() {
        Exposure exposure = exposure("USD", List.of(quantity("B", "1")), List.of(cash("EUR", "1")), null, false);
        double b0 = 10 * (1 + 0.02 * Math.sin(1.3 * 99));
        double b1 = 10 * (1 + 0.02 * Math.sin(1.3 * 98));
        double e0 = 1.25 * (1 + 0.003 * Math.sin(1.3 * 99));
        double e1 = 1.25 * (1 + 0.003 * Math.sin(1.3 * 98));

        assertThat(exposure.returns()[0][0]).isCloseTo(b1 * e1 / (b0 * e0) - 1, within(1e-14));
        assertThat(exposure.returns()[0][1]).isCloseTo(e1 / e0 - 1, within(1e-14));
    }

    /** The euro in yen is 1.25 / 0.01 = 125, the dollar 100. */
    @Test
    void ratesBetweenOtherCurrenciesGoThroughTheDollar() {
        Exposure exposure =
                exposure("JPY", List.of(quantity("A", "1"), quantity("B", "1")), List.of(cash("JPY", "750")));

        assertThat(exposure.worth()).isCloseTo(2000 + 1250 + 750, within(1e-8));
        assertThat(exposure.weights()).containsExactly(new double[] {0.5, 0.3125}, within(1e-12));
    }

    @Test
    void aLoanIsNegativeCashAndRaisesTheWeights() {
        Exposure exposure = exposure("USD", List.of(quantity("A", "10")), List.of(cash("USD", "-100")));

        assertThat(exposure.weights()).containsExactly(new double[] {2}, within(1e-12));
        assertThat(exposure.cashWeight()).isCloseTo(-1, within(1e-12));
    }

    /** 10 A = 200 USD, 8 B sold short = 80 EUR = 100 USD, cash 300 USD: 400 USD. */
    @Test
    void whatIsSoldShortHasANegativeWeight() {
        Exposure exposure =
                exposure("USD", List.of(quantity("A", "10"), quantity("B", "-8")), List.of(cash("USD", "300")));

        assertThat(exposure.weights()).containsExactly(new double[] {0.5, -0.25}, within(1e-12));
        assertThat(exposure.worth()).isCloseTo(400, within(1e-9));
    }

    @Test
    void whatIsOwedMayNotExceedWhatIsHeld() {
        assertThatThrownBy(() -> exposure("USD", List.of(quantity("A", "10")), List.of(cash("USD", "-200"))))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("worth");
    }

    @Test
    void oneCallWhenEverythingIsInTheBaseCurrencyElseTwo() {
        exposure("USD", List.of(quantity("A", "1")), List.of());
        assertThat(requests).hasSize(1);
        assertThat(requests.getFirst().lastCommonDays()).isEqualTo(1260);

        exposure("USD", List.of(quantity("B", "1")), List.of());
        assertThat(requests).hasSize(3);
        assertThat(requests.getLast().symbols()).containsExactly("B", "EURUSD");
    }

    @Test
    void daysWithoutAPriceAreDroppedAndCounted() {
        Exposure exposure = exposure("USD", List.of(quantity("A", "1"), quantity("GAP", "1")), List.of());

        assertThat(exposure.droppedDates()).isEqualTo(10);
        assertThat(exposure.observations()).isEqualTo(89);
        assertThat(exposure.days()).hasSize(90);
    }

    @Test
    void tooFewReturnsAreRefusedNamingWhoIsToBlame() {
        assertThatThrownBy(() -> exposure("USD", List.of(quantity("A", "1"), quantity("NEW", "1")), List.of()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("49 daily returns; at least 60")
                .hasMessageContaining("NEW lacks a price on 50 of 100 days");
    }

    @Test
    void anUnknownSymbolIsRefusedOrLeftOutAsAsked() {
        var holdings = List.of(quantity("A", "1"), quantity("ZZZ", "1"));
        assertThatThrownBy(() -> exposure("USD", holdings, List.of()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("ZZZ");

        Exposure without = exposure("USD", holdings, List.of(), null, true);
        assertThat(without.symbols()).containsExactly("A");
        assertThat(without.leftOut()).containsExactly("ZZZ");
        assertThat(without.weights()).containsExactly(1);
    }

    @Test
    void weightsSumToOneWithCashAndAreRescaledWhenOneIsLeftOut() {
        Exposure whole = exposure("USD", List.of(weight("A", 0.5), weight("CASH", 0.5)), List.of());
        assertThat(whole.weights()).containsExactly(0.5);
        assertThat(whole.cashWeight()).isEqualTo(0.5);
        assertThat(whole.worth()).isNull();

        Exposure without = exposure(
                "USD", List.of(weight("A", 0.3), weight("ZZZ", 0.4), weight("CASH", 0.3)), List.of(), null, true);
        assertThat(without.weights()).containsExactly(0.5);
        assertThat(without.cashWeight()).isEqualTo(0.5);

        assertThatThrownBy(() -> exposure("USD", List.of(weight("A", 0.5), weight("GAP", 0.4)), List.of()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("sum to 1");
    }

    @Test
    void theBenchmarkIsConvertedAndNotHeld() {
        Exposure exposure = exposure("USD", List.of(quantity("A", "1")), List.of(), "B", false);

        assertThat(exposure.symbols()).containsExactly("A");
        assertThat(exposure.benchmark()).hasSize(99);
        assertThatThrownBy(() -> exposure("USD", List.of(quantity("A", "1")), List.of(), "ZZZ", true))
                .hasMessageContaining("ZZZ");
    }

    @Test
    void cashAloneHasNoRisk() {
        assertThatThrownBy(() -> exposure("USD", List.of(weight("CASH", 1)), List.of()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("cash");
    }
}
