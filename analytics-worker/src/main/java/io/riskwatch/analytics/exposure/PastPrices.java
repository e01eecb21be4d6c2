package io.riskwatch.analytics.exposure;

import io.riskwatch.analytics.analysis.AnalysisJob.InlineData;
import io.riskwatch.analytics.history.History;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Prices of the holdings as far back as they go, each for itself: what a crisis did to them. */
public final class PastPrices {

    /** A price is as good as this many days later. */
    private static final int STALE_AFTER = 7;

    private static final String DOLLAR = "USD";

    /** Closes in the base currency by day. */
    private final Map<String, NavigableMap<Integer, Double>> closes;

    private PastPrices(Map<String, NavigableMap<Integer, Double>> closes) {
        this.closes = closes;
    }

    /** Of nothing. */
    public static PastPrices none() {
        return new PastPrices(Map.of());
    }

    static PastPrices of(InlineData data) {
        Map<String, NavigableMap<Integer, Double>> closes = new HashMap<>();
        for (int i = 0; i < data.symbols().size(); i++) {
            NavigableMap<Integer, Double> column = new TreeMap<>();
            for (int t = 0; t < data.dates().size(); t++) {
                Double price = data.prices().get(t).get(i);
                if (price != null) {
                    column.put(Math.toIntExact(data.dates().get(t).toEpochDay()), price);
                }
            }
            closes.put(data.symbols().get(i), column);
        }
        return new PastPrices(closes);
    }

    /** Where a real exchange rate is missing or simulated, the rate is taken as unchanged. */
    static PastPrices of(History history, String baseCurrency) {
        Map<String, NavigableMap<Integer, Double>> local = new HashMap<>();
        for (int column = 0; column < history.series().size(); column++) {
            if (!history.series().get(column).simulated()) {
                NavigableMap<Integer, Double> prices = new TreeMap<>();
                for (int t = 0; t < history.epochDays().length; t++) {
                    if (!Double.isNaN(history.closes()[column][t])) {
                        prices.put(history.epochDays()[t], history.closes()[column][t]);
                    }
                }
                local.put(history.series().get(column).symbol(), prices);
            }
        }
        Map<String, NavigableMap<Integer, Double>> closes = new HashMap<>();
        for (History.Series series : history.series()) {
            NavigableMap<Integer, Double> prices = local.get(series.symbol());
            if (prices != null) {
                closes.put(
                        series.symbol(),
                        series.currency().equals(baseCurrency)
                                ? prices
                                : inBase(prices, dollars(local, series.currency()), dollars(local, baseCurrency)));
            }
        }
        return new PastPrices(closes);
    }

    private static @Nullable NavigableMap<Integer, Double> dollars(
            Map<String, NavigableMap<Integer, Double>> local, String currency) {
        return currency.equals(DOLLAR) ? null : local.get(currency + DOLLAR);
    }

    private static NavigableMap<Integer, Double> inBase(
            NavigableMap<Integer, Double> prices,
            @Nullable NavigableMap<Integer, Double> dollars,
            @Nullable NavigableMap<Integer, Double> base) {
        NavigableMap<Integer, Double> converted = new TreeMap<>();
        prices.forEach((day, price) -> converted.put(day, price * rate(dollars, day) / rate(base, day)));
        return converted;
    }

    private static double rate(@Nullable NavigableMap<Integer, Double> rates, int day) {
        if (rates == null || rates.isEmpty()) {
            return 1;
        }
        Map.Entry<Integer, Double> known = rates.floorEntry(day);
        return known == null ? rates.firstEntry().getValue() : known.getValue();
    }

    /** Simple return between the closes of two days; empty where either has none within the week before it. */
    public OptionalDouble change(String symbol, LocalDate from, LocalDate to) {
        NavigableMap<Integer, Double> column = closes.get(symbol);
        if (column == null) {
            return OptionalDouble.empty();
        }
        Map.Entry<Integer, Double> first = at(column, from);
        Map.Entry<Integer, Double> last = at(column, to);
        return first == null || last == null || last.getKey() <= first.getKey()
                ? OptionalDouble.empty()
                : OptionalDouble.of(last.getValue() / first.getValue() - 1);
    }

    private static Map.@Nullable Entry<Integer, Double> at(NavigableMap<Integer, Double> column, LocalDate date) {
        int day = Math.toIntExact(date.toEpochDay());
        Map.Entry<Integer, Double> known = column.floorEntry(day);
        return known == null || day - known.getKey() > STALE_AFTER ? null : known;
    }

    /** The rates that turn a currency into another by way of the dollar. */
    static List<String> rates(String currency, String baseCurrency) {
        return currency.equals(baseCurrency)
                ? List.of()
                : List.of(currency, baseCurrency).stream()
                        .filter(side -> !side.equals(DOLLAR))
                        .map(side -> side + DOLLAR)
                        .toList();
    }
}
