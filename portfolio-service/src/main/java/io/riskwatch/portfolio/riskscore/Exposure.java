package io.riskwatch.portfolio.riskscore;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is held, in money of the base currency.
 *
 * @param values of the positions by symbol, without cash
 * @param cash all of it together; negative is a loan
 */
public record Exposure(Map<String, Double> values, double cash) {

    public Exposure {
        values = Map.copyOf(values);
    }

    /** What the positions are worth together. */
    public double positions() {
        return values.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** What would be left after repaying what is borrowed. */
    public double equity() {
        return positions() + cash;
    }

    /** Positions over equity: 1 is fully invested with own money, above is borrowed; infinite without equity. */
    public double leverage() {
        return equity() > 0 ? positions() / equity() : positions() > 0 ? Double.POSITIVE_INFINITY : 0;
    }

    /** The Herfindahl-Hirschman index: the sum of the squared weights of the positions, 1 when there is only one. */
    public double concentration() {
        var all = positions();
        return all <= 0
                ? 0
                : values.values().stream()
                        .mapToDouble(value -> value / all * (value / all))
                        .sum();
    }

    /** The same after money moved between a position and cash; a position that is sold out is gone. */
    public Exposure after(Map<String, Double> bought) {
        var changed = new TreeMap<>(values);
        var left = cash;
        for (var trade : bought.entrySet()) {
            changed.merge(trade.getKey(), trade.getValue(), Double::sum);
            left -= trade.getValue();
        }
        changed.values().removeIf(value -> Math.abs(value) < 0.005);
        return new Exposure(changed, left);
    }
}
