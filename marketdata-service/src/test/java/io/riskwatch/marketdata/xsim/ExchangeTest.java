package io.riskwatch.marketdata.xsim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.marketdata.series.Dividend;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private static final long SEED = XsimProperties.DEFAULT_SEED;
    private static final Instant NOW = Instant.parse("2026-11-20T15:30:00Z");

    private static final LocalDate SPLIT_DAY = LocalDate.of(2019, 6, 3);

    private static Exchange exchange;
    private static Map<String, Map<LocalDate, Dividend>> dividends;
    private static Map<String, List<Bar>> bars;

    @BeforeAll
    static void simulateTwentyYears() {
        exchange = new Exchange(SEED, NOW);
        bars = bars(exchange, NOW);
        dividends = dividends(exchange, NOW);
    }

    @Test
    void thereAreAtLeastFortyInstrumentsOfFiveClassesAndTwentyYearsOfThem() {
        assertThat(exchange.listings()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(exchange.listings().stream().map(Listing::type).distinct()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(exchange.listings().stream().map(Listing::symbol))
                .contains("ORBX", "XWORLD", "EURUSD", "GBPUSD", "CHFUSD", "JPYUSD", "FMKT");
        assertThat(bars.values()).allSatisfy(series -> {
            assertThat(series.getFirst().day()).isEqualTo(LocalDate.of(2006, 1, 2));
            assertThat(series.getLast().day()).isEqualTo(LocalDate.of(2026, 11, 19));
            assertThat(series).hasSize(5449);
        });
    }

    @Test
    void everyBarIsAPossibleDay() {
        bars.values().stream()
                .flatMap(List::stream)
                .forEach(bar -> assertThat(bar.low() > 0
                                && bar.low() <= Math.min(bar.open(), bar.close())
                                && bar.high() >= Math.max(bar.open(), bar.close())
                                && Double.isFinite(bar.high()))
                        .as("%s", bar)
                        .isTrue());
    }

    @Test
    void theSameSeedGivesTheSameHistoryAndAnotherSeedAnother() {
        assertThat(bars(new Exchange(SEED, NOW), NOW)).isEqualTo(bars);
        assertThat(bars(new Exchange(SEED + 1, NOW), NOW)).isNotEqualTo(bars);
    }

    @Test
    void thePastDoesNotChangeWhenDaysPass() {
        Instant later = NOW.plus(Duration.ofDays(45));
        Map<String, List<Bar>> longer = bars(new Exchange(SEED, later), later);
        bars.forEach((symbol, series) -> {
            assertThat(longer.get(symbol)).hasSizeGreaterThan(series.size());
            assertThat(longer.get(symbol).subList(0, series.size())).isEqualTo(series);
        });
    }

    @Test
    void returnsHaveFatTailsAndVolatilityComesInClusters() {
        for (String symbol : List.of("XWORLD", "ORBX", "HRBK", "XWLD", "NVAC", "COIL", "EURUSD", "BHYD")) {
            double[] returns = returns(symbol);
            assertThat(kurtosis(returns)).as("kurtosis of %s", symbol).isGreaterThan(3.5);
            double[] squares = DoubleStream.of(returns).map(r -> r * r).toArray();
            double persistence =
                    (autocorrelation(squares, 1) + autocorrelation(squares, 5) + autocorrelation(squares, 10)) / 3;
            assertThat(persistence)
                    .as("autocorrelation of squares of %s", symbol)
                    .isGreaterThan(0.03);
            assertThat(autocorrelation(returns, 1))
                    .as("autocorrelation of %s", symbol)
                    .isCloseTo(0, within(0.08));
        }
        double[] squares = DoubleStream.of(returns("XWORLD")).map(r -> r * r).toArray();
        assertThat(autocorrelation(squares, 1)).isGreaterThan(0.1);
    }

    @Test
    void annualVolatilitiesFitTheirAssetClass() {
        Map<InstrumentType, double[]> plausible = Map.of(
                InstrumentType.EQUITY, new double[] {0.12, 0.60},
                InstrumentType.ETF, new double[] {0.09, 0.32},
                InstrumentType.BOND, new double[] {0.008, 0.16},
                InstrumentType.COMMODITY, new double[] {0.10, 0.50},
                InstrumentType.CRYPTO, new double[] {0.45, 1.10},
                InstrumentType.FX, new double[] {0.05, 0.15},
                InstrumentType.INDEX, new double[] {0.12, 0.25},
                InstrumentType.FACTOR, new double[] {0.04, 0.25});
        for (Listing listing : exchange.listings()) {
            double[] range = plausible.get(listing.type());
            double volatility = deviation(returns(listing.symbol())) * Math.sqrt(252);
            assertThat(volatility)
                    .as("annual volatility of %s", listing.symbol())
                    .isBetween(range[0], range[1]);
        }
    }

    @Test
    void whatBelongsTogetherMovesTogether() {
        assertThat(correlation("XWLD", "XWORLD")).isGreaterThan(0.95);
        assertThat(correlation("ORBX", "XWORLD")).isBetween(0.3, 0.85);
        assertThat(correlation("ORBX", "QNTL")).isGreaterThan(correlation("ORBX", "RVRG"));
        assertThat(correlation("HRBK", "NRDB")).isGreaterThan(correlation("HRBK", "MDRA"));
        assertThat(correlation("BGOV", "XWORLD")).isBetween(-0.5, -0.02);
        assertThat(correlation("BGOV", "BLNG")).isGreaterThan(0.8);
        assertThat(correlation("NVAC", "LMAC")).isGreaterThan(0.5);
        assertThat(correlation("EURUSD", "GBPUSD")).isGreaterThan(0.4);
    }

    @Test
    void theWorldIndexHasGrownThroughAFewCrises() {
        List<Bar> series = bars.get("XWORLD");
        double years = series.size() / 252.0;
        double growth = Math.pow(series.getLast().close() / series.getFirst().open(), 1 / years) - 1;
        assertThat(growth).isBetween(0.03, 0.11);
        assertThat(deepDrawdowns(series, 0.20)).as("falls of a fifth or more").isBetween(2, 8);
        assertThat(maxDrawdown(series)).isBetween(0.25, 0.65);
    }

    @Test
    void theLastTickOfASessionIsTheCloseOfItsBarAndNoTickLeavesTheBar() {
        Instant midday = Instant.parse("2026-11-19T00:00:00Z");
        Exchange then = new Exchange(SEED, midday);
        for (Listing listing : then.listings()) {
            Bar bar = bars.get(listing.symbol()).getLast();
            for (int step = 0; step < 2_000; step++) {
                LivePrice tick = then.price(listing, midday.plusMillis(step * 43_199L));
                assertThat(tick.price()).isBetween(bar.low(), bar.high());
                assertThat(tick.previousClose()).isEqualTo(bar.open());
            }
            Instant end = Instant.parse("2026-11-20T00:00:00Z").minusMillis(1);
            assertThat(then.price(listing, end).price()).isCloseTo(bar.close(), within(bar.close() * 1e-4));
        }
    }

    @Test
    void aPriceIsReproducibleAtAnyInstantAndTheWeekendLeadsToMonday() {
        Listing orbx = exchange.listing("ORBX").orElseThrow();
        Exchange again = new Exchange(SEED, NOW.minus(Duration.ofDays(100)));
        assertThat(again.price(orbx, NOW)).isEqualTo(exchange.price(orbx, NOW));
        Instant saturday = Instant.parse("2026-11-21T12:00:00Z");
        Exchange weekend = new Exchange(SEED, saturday);
        LivePrice first = weekend.price(orbx, Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(first.price()).isEqualTo(first.previousClose());
        assertThat(weekend.lastClosedDay(saturday)).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(weekend.price(orbx, saturday).price()).isNotEqualTo(first.price());
    }

    @Test
    void oneShareSplitsAndWasTradedAtFourTimesItsPriceBefore() {
        List<Bar> series = bars.get("VYRA");
        int split = 0;
        while (series.get(split).day().isBefore(SPLIT_DAY)) {
            split++;
        }
        Bar before = series.get(split - 1);
        Bar after = series.get(split);
        assertThat(after.day()).isEqualTo(SPLIT_DAY);
        assertThat(after.open() * 4).isEqualTo(before.close());
        assertThat(before.close() / after.close()).isBetween(3.0, 5.0);
        assertThat(exchange.splits(SPLIT_DAY.minusDays(1))).isEmpty();
        assertThat(exchange.splits(SPLIT_DAY)).hasSize(1).allSatisfy((listing, splits) -> {
            assertThat(listing.symbol()).isEqualTo("VYRA");
            assertThat(splits).containsExactly(new StockSplit(SPLIT_DAY, 4, 1));
        });
        Instant then = Instant.parse("2019-05-31T12:00:00Z");
        Exchange earlier = new Exchange(SEED, then);
        LivePrice live = earlier.price(earlier.listing("VYRA").orElseThrow(), then);
        assertThat(live.price()).isBetween(before.low(), before.high());
        assertThat(live.previousClose()).isEqualTo(before.open());
    }

    @Test
    void dividendsComeOnTradingDaysAndAmountToTheYield() {
        assertThat(dividends)
                .hasSizeGreaterThan(25)
                .containsKeys("XWLD", "BGOV", "KPST")
                .doesNotContainKeys("NVAC", "XWORLD");
        Map<LocalDate, Dividend> paid = dividends.get("KPST");
        assertThat(paid).hasSizeBetween(4 * 20, 4 * 21);
        Map<LocalDate, Bar> byDay = new LinkedHashMap<>();
        bars.get("KPST").forEach(bar -> byDay.put(bar.day(), bar));
        assertThat(paid.values())
                .allSatisfy(dividend -> assertThat(dividend.amount().doubleValue()
                                / byDay.get(dividend.announcedDay()).open())
                        .as("of the price when it was announced")
                        .isCloseTo(0.043 / 4, within(1e-5)));
        assertThat(paid.keySet())
                .allSatisfy(day -> assertThat(day.getDayOfMonth()).isBetween(15, 18));
        assertThat(amount("VYRA", "2019-05-15"))
                .as("per share as it was before the split")
                .isGreaterThan(3 * amount("VYRA", "2019-08-15"));
    }

    private static double amount(String symbol, String exDate) {
        return dividends.get(symbol).get(LocalDate.parse(exDate)).amount().doubleValue();
    }

    @Test
    void dividendsAreAnnouncedWeeksAheadAndPaidWeeksLater() {
        TradingDays calendar = new TradingDays(TradingHours.ALWAYS);
        assertThat(dividends.values().stream().flatMap(paid -> paid.values().stream()))
                .allSatisfy(dividend -> {
                    assertThat(dividend.day())
                            .isBetween(
                                    dividend.announcedDay().plusDays(21),
                                    dividend.announcedDay().plusDays(31));
                    assertThat(dividend.payDay())
                            .isBetween(
                                    dividend.day().plusDays(10), dividend.day().plusDays(20));
                    assertThat(List.of(dividend.announcedDay(), dividend.day(), dividend.payDay()))
                            .allMatch(calendar::isTradingDay);
                });

        Map<String, Map<LocalDate, Dividend>> aWeekLater = dividends(exchange, Instant.parse("2026-11-27T12:00:00Z"));

        assertThat(aWeekLater.get("KPST").size() + aWeekLater.get("QNTL").size())
                .as("December's are known in November, and what was announced before stays")
                .isGreaterThan(
                        dividends.get("KPST").size() + dividends.get("QNTL").size());
        assertThat(aWeekLater.get("QNTL")).containsKey(LocalDate.parse("2026-12-15"));
        dividends.forEach((symbol, paid) -> assertThat(aWeekLater.get(symbol)).containsAllEntriesOf(paid));
    }

    @Test
    void withExchangeHoursThePriceRestsAtNightOnWeekendsAndOnHolidays() {
        Exchange hours = new Exchange(SEED, TradingHours.EXCHANGE, null, NOW);
        Listing orbx = hours.listing("ORBX").orElseThrow();
        LivePrice friday = hours.price(orbx, Instant.parse("2026-11-20T15:30:00Z"));
        assertThat(hours.price(orbx, Instant.parse("2026-11-20T16:30:00Z")).price())
                .isNotEqualTo(friday.price());
        LivePrice closed = hours.price(orbx, Instant.parse("2026-11-20T21:00:00Z"));
        for (String resting : List.of("2026-11-20T23:00:00Z", "2026-11-21T15:00:00Z", "2026-11-23T14:29:59Z")) {
            assertThat(hours.price(orbx, Instant.parse(resting))).isEqualTo(closed);
        }
        assertThat(closed.at()).isEqualTo(Instant.parse("2026-11-20T21:00:00Z"));
        assertThat(hours.lastClosedDay(Instant.parse("2026-11-20T20:59:00Z"))).isEqualTo("2026-11-19");
        assertThat(hours.lastClosedDay(Instant.parse("2026-11-20T21:00:00Z"))).isEqualTo("2026-11-20");
        assertThat(hours.price(orbx, Instant.parse("2026-11-23T14:30:00Z")).price())
                .isEqualTo(closed.price());
        TradingDays calendar = new TradingDays(TradingHours.EXCHANGE);
        for (String holiday :
                List.of("2026-01-01", "2026-04-03", "2025-04-18", "2024-03-29", "2026-05-01", "2026-12-25")) {
            assertThat(calendar.isTradingDay(LocalDate.parse(holiday)))
                    .as(holiday)
                    .isFalse();
            assertThat(new TradingDays(TradingHours.ALWAYS).isTradingDay(LocalDate.parse(holiday)))
                    .isTrue();
        }
        assertThat(hours.fingerprint()).as("another history").isNotEqualTo(exchange.fingerprint());
    }

    @Test
    void aCrashDrillTakesLivePricesDownAndGivesThemBackAndLeavesTheHistory() {
        Instant starts = Instant.parse("2026-11-20T16:00:00Z");
        CrashDrill drill = new CrashDrill(starts, Duration.ofMinutes(40), 0.3);
        Exchange drilled = new Exchange(SEED, TradingHours.ALWAYS, drill, NOW);
        for (String symbol : List.of("ORBX", "XWLD")) {
            Listing listing = drilled.listing(symbol).orElseThrow();
            assertThat(drilled.price(listing, starts.minusMillis(1)))
                    .isEqualTo(exchange.price(listing, starts.minusMillis(1)));
            LivePrice half = drilled.price(listing, starts.plus(Duration.ofMinutes(5)));
            LivePrice down = drilled.price(listing, starts.plus(Duration.ofMinutes(30)));
            assertThat(half.drilled() && down.drilled()).isTrue();
            double fall = down.price()
                    / exchange.price(listing, starts.plus(Duration.ofMinutes(30)))
                            .price();
            double halfway = half.price()
                    / exchange.price(listing, starts.plus(Duration.ofMinutes(5)))
                            .price();
            assertThat(fall).as("worst of %s", symbol).isBetween(0.45, 0.8);
            assertThat(halfway * halfway).isCloseTo(fall, within(1e-3));
            Instant over = starts.plus(Duration.ofMinutes(40));
            assertThat(drilled.price(listing, over)).isEqualTo(exchange.price(listing, over));
        }
        assertThat(drilled.fingerprint()).isEqualTo(exchange.fingerprint());
    }

    private static Map<String, Map<LocalDate, Dividend>> dividends(Exchange exchange, Instant now) {
        Map<String, Map<LocalDate, Dividend>> all = new LinkedHashMap<>();
        exchange.forEachBar(LocalDate.MIN, now, new Exchange.BarSink() {
            @Override
            public void accept(Listing listing, Bar bar) {}

            @Override
            public void dividend(Listing listing, Dividend dividend) {
                all.computeIfAbsent(listing.symbol(), symbol -> new LinkedHashMap<>())
                        .put(dividend.day(), dividend);
            }
        });
        return all;
    }

    private static Map<String, List<Bar>> bars(Exchange exchange, Instant now) {
        Map<String, List<Bar>> all = new LinkedHashMap<>();
        exchange.forEachBar(
                LocalDate.MIN,
                now,
                (listing, bar) -> all.computeIfAbsent(listing.symbol(), symbol -> new ArrayList<>())
                        .add(bar));
        return all;
    }

    private static double[] returns(String symbol) {
        List<Bar> series = bars.get(symbol);
        double[] returns = new double[series.size() - 1];
        for (int i = 1; i < series.size(); i++) {
            double basis = symbol.equals("VYRA") && series.get(i).day().equals(SPLIT_DAY) ? 4 : 1;
            returns[i - 1] = series.get(i).close() * basis / series.get(i - 1).close() - 1;
        }
        return returns;
    }

    private static double mean(double[] x) {
        return DoubleStream.of(x).average().orElseThrow();
    }

    private static double moment(double[] x, int order) {
        double mean = mean(x);
        return DoubleStream.of(x).map(v -> Math.pow(v - mean, order)).average().orElseThrow();
    }

    private static double deviation(double[] x) {
        return Math.sqrt(moment(x, 2));
    }

    private static double kurtosis(double[] x) {
        return moment(x, 4) / (moment(x, 2) * moment(x, 2));
    }

    private static double autocorrelation(double[] x, int lag) {
        double mean = mean(x);
        double sum = 0;
        for (int i = lag; i < x.length; i++) {
            sum += (x[i] - mean) * (x[i - lag] - mean);
        }
        return sum / x.length / moment(x, 2);
    }

    private static double correlation(String a, String b) {
        double[] x = returns(a);
        double[] y = returns(b);
        double meanX = mean(x);
        double meanY = mean(y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return sum / x.length / deviation(x) / deviation(y);
    }

    private static double maxDrawdown(List<Bar> series) {
        double peak = 0;
        double worst = 0;
        for (Bar bar : series) {
            peak = Math.max(peak, bar.close());
            worst = Math.max(worst, 1 - bar.close() / peak);
        }
        return worst;
    }

    /** How often the series fell by the depth from a peak it had regained before. */
    private static int deepDrawdowns(List<Bar> series, double depth) {
        double peak = 0;
        boolean counted = false;
        int count = 0;
        for (Bar bar : series) {
            if (bar.close() >= peak) {
                peak = bar.close();
                counted = false;
            } else if (!counted && 1 - bar.close() / peak >= depth) {
                counted = true;
                count++;
            }
        }
        return count;
    }
}
