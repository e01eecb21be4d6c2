package io.riskwatch.portfolio.allocation;

import io.riskwatch.portfolio.marketdata.Instrument;
import io.riskwatch.portfolio.valuation.Valuation;
import io.riskwatch.portfolio.valuation.ValuedPosition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The value of a portfolio by one dimension, largest first. Money is in the base currency and unrounded.
 *
 * @param total all positions that could be valued, and cash
 * @param positions with the bucket each is in
 * @param cash of all currencies together
 * @param unvalued symbols without a price or an exchange rate, which are in no slice
 */
public record Allocation(
        Dimension dimension,
        BigDecimal total,
        List<Slice> slices,
        List<Placed> positions,
        BigDecimal cash,
        List<String> unvalued) {

    public Allocation {
        slices = List.copyOf(slices);
        positions = List.copyOf(positions);
        unvalued = List.copyOf(unvalued);
    }

    /** A share of the portfolio and what is in it. */
    public record Slice(String key, BigDecimal value, List<String> symbols) {

        public Slice {
            symbols = List.copyOf(symbols);
        }
    }

    /**
     * A position in its bucket.
     *
     * @param value in the base currency
     */
    public record Placed(String symbol, String bucket, BigDecimal quantity, BigDecimal value) {

        /** What one unit is worth in the base currency. */
        BigDecimal unit() {
            return value.divide(quantity, java.math.MathContext.DECIMAL64);
        }
    }

    /** The allocation of a valued portfolio. */
    static Allocation of(Valuation valuation, Map<String, Instrument> instruments, Dimension dimension) {
        var sums = new TreeMap<String, BigDecimal>();
        var members = new TreeMap<String, List<String>>();
        var placed = new ArrayList<Placed>();
        for (var position : valuation.positions()) {
            if (position.value().isPresent()) {
                var at = placed(position, instruments, dimension);
                placed.add(at);
                sums.merge(at.bucket(), at.value(), BigDecimal::add);
                members.computeIfAbsent(at.bucket(), key -> new ArrayList<>()).add(at.symbol());
            }
        }
        valuation
                .cash()
                .forEach(money -> money.value()
                        .ifPresent(value -> sums.merge(
                                dimension.cashBucket(
                                        money.money().getCurrencyUnit().getCode()),
                                value,
                                BigDecimal::add)));
        var slices = sums.entrySet().stream()
                .map(sum -> new Slice(sum.getKey(), sum.getValue(), members.getOrDefault(sum.getKey(), List.of())))
                .sorted(Comparator.comparing(Slice::value).reversed().thenComparing(Slice::key))
                .toList();
        return new Allocation(
                dimension,
                valuation.value(),
                slices,
                placed,
                valuation.cashValue(),
                valuation.symbols(position -> position.value().isEmpty()));
    }

    private static Placed placed(ValuedPosition position, Map<String, Instrument> instruments, Dimension dimension) {
        var symbol = position.position().symbol();
        return new Placed(
                symbol,
                dimension.bucket(symbol, position.priceCurrency(), Optional.ofNullable(instruments.get(symbol))),
                position.position().quantity(),
                position.value().orElseThrow());
    }
}
