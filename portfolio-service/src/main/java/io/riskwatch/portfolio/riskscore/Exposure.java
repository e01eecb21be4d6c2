package io.riskwatch.portfolio.riskscore;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is held, in money of the base currency.
 *
 * @param values of the positions by symbol, without cash; negative of what is sold short
 * @param cash all of it together; negative is a loan
 */
public record Exposure(Map<String, Double> values, double cash) {

    public Exposure {
        values = Map.copyOf(values);
    }

    /** What the positions are worth together, less what is sold short. */
    public double positions() {
        return values.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** What would be left after repaying what is borrowed. */
    public double equity() {
        return positions() + cash;
    }

    /** What moves with prices: long and short positions, both counted positive. */
    public double gross() {
        return values.values().stream().mapToDouble(Math::abs).sum();
    }

    /** Long and short positions together over equity: above 1 something is borrowed, money or securities; infinite without equity. */
    public double leverage() {
        return equity() > 0 ? gross() / equity() : gross() > 0 ? Double.POSITIVE_INFINITY : 0;
    }

    /** The Herfindahl-Hirschman index: the sum of the squared shares of {@link #gross}, 1 when there is only one position. */
    public double concentration() {
        var all = gross();
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
