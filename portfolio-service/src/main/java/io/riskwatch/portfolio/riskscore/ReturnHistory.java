package io.riskwatch.portfolio.riskscore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Daily simple returns of several securities in one currency, on the days on which all of them have a price.
 *
 * @param days the day of each return, ascending
 * @param returns by symbol, as long as {@code days}
 * @param traded what is traded of each security on a usual day, in the same currency, where volumes are known
 */
public record ReturnHistory(List<LocalDate> days, Map<String, double[]> returns, Map<String, Double> traded) {

    public ReturnHistory {
        days = List.copyOf(days);
        var copies = new HashMap<String, double[]>();
        returns.forEach((symbol, values) -> copies.put(symbol, values.clone()));
        returns = Map.copyOf(copies);
        traded = Map.copyOf(traded);
    }

    public ReturnHistory(List<LocalDate> days, Map<String, double[]> returns) {
        this(days, returns, Map.of());
    }

    ReturnHistory withTraded(Map<String, Double> values) {
        return new ReturnHistory(days, returns, values);
    }

    /** From prices by day; a security with fewer than {@code least} common days with the others is left out. */
    static ReturnHistory of(Map<String, NavigableMap<LocalDate, Double>> prices, int least) {
        var kept = new TreeMap<>(prices);
        kept.values().removeIf(series -> series.size() <= least);
        while (!kept.isEmpty()) {
            var common = common(kept);
            if (common.size() > least) {
                return aligned(kept, List.copyOf(common));
            }
            // the one that has the fewest days shortens the others most
            var shortest = kept.entrySet().stream()
                    .min((a, b) ->
                            Integer.compare(a.getValue().size(), b.getValue().size()))
                    .orElseThrow();
            kept.remove(shortest.getKey());
        }
        return new ReturnHistory(List.of(), Map.of());
    }

    private static Set<LocalDate> common(Map<String, NavigableMap<LocalDate, Double>> prices) {
        TreeSet<LocalDate> common = null;
        for (var series : prices.values()) {
            if (common == null) {
                common = new TreeSet<>(series.keySet());
            } else {
                common.retainAll(series.keySet());
            }
        }
        return common == null ? Set.of() : common;
    }

    private static ReturnHistory aligned(Map<String, NavigableMap<LocalDate, Double>> prices, List<LocalDate> days) {
        var returns = new HashMap<String, double[]>();
        prices.forEach((symbol, series) -> {
            var values = new double[days.size() - 1];
            for (var i = 1; i < days.size(); i++) {
                values[i - 1] = price(series, days.get(i)) / price(series, days.get(i - 1)) - 1;
            }
            returns.put(symbol, values);
        });
        return new ReturnHistory(new ArrayList<>(days.subList(1, days.size())), returns);
    }

    private static double price(NavigableMap<LocalDate, Double> series, LocalDate day) {
        return java.util.Objects.requireNonNull(series.get(day));
    }

    public int observations() {
        return days.size();
    }

    public Set<String> symbols() {
        return returns.keySet();
    }

    /** The returns of one security; empty when it has none. */
    public double[] of(String symbol) {
        var values = returns.get(symbol);
        return values == null ? new double[0] : values.clone();
    }

    /** Daily returns of a mix held constant; symbols without history count as unmoved. */
    public double[] mix(Map<String, Double> weights) {
        var mixed = new double[days.size()];
        weights.forEach((symbol, weight) -> {
            var values = returns.get(symbol);
            if (values != null) {
                for (var i = 0; i < mixed.length; i++) {
                    mixed[i] += weight * values[i];
                }
            }
        });
        return mixed;
    }
}
