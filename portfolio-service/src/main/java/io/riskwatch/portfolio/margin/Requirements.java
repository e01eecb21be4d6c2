package io.riskwatch.portfolio.margin;

import io.riskwatch.portfolio.margin.PositionRequirement.Basis;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** The maintenance requirement of each position. */
final class Requirements {

    /** Below this price, in dollars, a share that is sold short is low-priced. */
    static final BigDecimal LOW_PRICE = new BigDecimal("5");

    static final BigDecimal PER_SHARE = new BigDecimal("5");
    static final BigDecimal LOW_PRICED_PER_SHARE = new BigDecimal("2.50");

    private Requirements() {}

    static List<PositionRequirement> of(List<MarginPosition> positions, MarginRules rules) {
        var all = positions.stream()
                .filter(position -> !paidInFull(position))
                .map(position -> position.value().abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return positions.stream().map(position -> of(position, all, rules)).toList();
    }

    private static PositionRequirement of(MarginPosition position, BigDecimal all, MarginRules rules) {
        var size = position.value().abs();
        if (paidInFull(position)) {
            return requirement(position, size, BigDecimal.ZERO, Basis.PAID_IN_FULL);
        }
        var addOn = addOn(position, size, all, rules);
        var surcharge = addOn.multiply(size);
        if (!position.isShort()) {
            var plain = position.rates().maintenanceLong().multiply(size);
            return requirement(position, plain.add(surcharge), addOn, Basis.LONG);
        }
        return position.option() == null ? sold(position, size, addOn) : written(position, position.option(), size);
    }

    /** Of a position that is not concentrated. */
    static PositionRequirement of(MarginPosition position) {
        return of(position, position.value().abs(), MarginRules.STANDARD);
    }

    static boolean paidInFull(MarginPosition position) {
        return !position.isShort() && (!position.rates().marginable() || position.option() != null);
    }

    /** Never so much that a long position would require more than it is worth. */
    private static BigDecimal addOn(MarginPosition position, BigDecimal size, BigDecimal all, MarginRules rules) {
        if (rules.concentrationAddOn().signum() == 0
                || size.compareTo(rules.concentratedFrom().multiply(all)) <= 0) {
            return BigDecimal.ZERO;
        }
        return position.isShort()
                ? rules.concentrationAddOn()
                : rules.concentrationAddOn()
                        .min(BigDecimal.ONE.subtract(position.rates().maintenanceLong()));
    }

    /** Price of 5 dollars and more: the larger of 5 dollars a share and the rate; below: of 2.50 dollars and everything. */
    private static PositionRequirement sold(MarginPosition position, BigDecimal size, BigDecimal addOn) {
        var low = position.price().multiply(position.fx()).compareTo(LOW_PRICE.multiply(position.dollar())) < 0;
        var rate = low
                ? position.rates().maintenanceShort().max(BigDecimal.ONE)
                : position.rates().maintenanceShort();
        var byValue = rate.multiply(size);
        var byShare = position.units()
                .abs()
                .multiply(low ? LOW_PRICED_PER_SHARE : PER_SHARE)
                .multiply(position.dollar());
        var basis = byShare.compareTo(byValue) > 0
                ? low ? Basis.SHORT_LOW_PRICED_PER_SHARE : Basis.SHORT_PER_SHARE
                : low ? Basis.SHORT_LOW_PRICED : Basis.SHORT;
        return requirement(position, byValue.max(byShare).add(addOn.multiply(size)), addOn, basis);
    }

    private static PositionRequirement written(MarginPosition position, OptionTerms option, BigDecimal size) {
        var spot = option.underlyingPrice();
        if (spot == null) {
            return requirement(position, size, BigDecimal.ZERO, Basis.NAKED_OPTION_UNKNOWN);
        }
        var unit = option.naked(spot);
        var basis = unit.compareTo(option.floor(spot)) > 0 ? Basis.NAKED_OPTION : Basis.NAKED_OPTION_FLOOR;
        return requirement(
                position, unit.multiply(position.units().abs()).multiply(position.fx()), BigDecimal.ZERO, basis);
    }

    private static PositionRequirement requirement(
            MarginPosition position, BigDecimal amount, BigDecimal addOn, Basis basis) {
        var value = position.value();
        var rate = value.signum() == 0 ? BigDecimal.ZERO : amount.divide(value.abs(), MathContext.DECIMAL64);
        return new PositionRequirement(position.symbol(), value, rate, amount, addOn, basis);
    }
}
