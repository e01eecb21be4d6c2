package io.riskwatch.portfolio.margin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The three ways to end a call. Each amount is rounded up, then checked by the rule that made the call. */
final class Cures {

    /** Roundings of three sums can miss the mark by no more than a few of the smallest unit. */
    private static final int MOST_STEPS = 5;

    private Cures() {}

    static List<MarginCure> of(MarginAccount account, Collateral called) {
        return called.called() ? List.of(cash(called), securities(called), sale(account, called)) : List.of();
    }

    private static MarginCure cash(Collateral called) {
        return new MarginCure(
                MarginCure.Action.DEPOSIT_CASH, least(called, called.shortfall(), called::deposit), null, null);
    }

    private static MarginCure securities(Collateral called) {
        var rate = rateOfAdded(called);
        var own = BigDecimal.ONE.subtract(rate);
        var amount = own.signum() <= 0
                ? null
                : least(
                        called,
                        called.shortfall().divide(own, MathContext.DECIMAL128),
                        added -> called.add(added, rate));
        return new MarginCure(MarginCure.Action.ADD_SECURITIES, amount, null, null);
    }

    /** That of the account's own securities when it is higher, if anything is lent at it; what is added may itself be concentrated. */
    private static BigDecimal rateOfAdded(Collateral called) {
        var rules = called.rules();
        var standard = rules.newSecurities().add(rules.concentrationAddOn());
        var own = called.longs().signum() == 0
                ? standard
                : called.longRequirement().divide(called.longs(), MathContext.DECIMAL128);
        return own.compareTo(BigDecimal.ONE) < 0 ? own.max(standard) : standard;
    }

    /**
     * Closing the same share of everything lowers the requirement by that share and leaves the equity as it is. Rounding to
     * whole units may make a position concentrated that just was not: when no step beyond helps, everything is closed.
     */
    private static MarginCure sale(MarginAccount account, Collateral called) {
        var free = called.paid().min(called.shortfall());
        var left = called.shortfall().subtract(free);
        var sold = called.rounded(free.add(share(left, called.longs(), called)), RoundingMode.UP);
        var bought = called.rounded(share(left, called.shorts(), called), RoundingMode.UP);
        var buysBack = bought.signum() > 0;
        for (var step = 0; step < MOST_STEPS; step++) {
            if (ends(account, called, sold, bought)) {
                return new MarginCure(MarginCure.Action.SELL, sold, buysBack ? bought : null, null);
            }
            sold = sold.add(called.rules().smallest());
            bought = buysBack ? bought.add(called.rules().smallest()) : bought;
        }
        var all = called.rounded(called.paid().add(called.longs()), RoundingMode.UP);
        var back = called.rounded(called.shorts(), RoundingMode.UP);
        return ends(account, called, all, back)
                ? new MarginCure(MarginCure.Action.SELL, all, back.signum() > 0 ? back : null, null)
                : new MarginCure(
                        MarginCure.Action.SELL, null, null, called.rounded(called.debtAtTheEnd(), RoundingMode.UP));
    }

    private static boolean ends(MarginAccount account, Collateral called, BigDecimal sold, BigDecimal bought) {
        var closed = called.sell(sold).buyBack(bought);
        return !closed.called()
                && (called.rules().concentrationAddOn().signum() == 0
                        || !Collateral.of(left(account, called, closed), called.rules())
                                .called());
    }

    /** The positions that are left, each by the share of its kind. */
    private static MarginAccount left(MarginAccount account, Collateral before, Collateral after) {
        var positions = account.positions().stream()
                .map(position -> position.withQuantity(
                        position.isShort()
                                ? Collateral.part(position.quantity(), after.shorts(), before.shorts())
                                : Requirements.paidInFull(position)
                                        ? Collateral.part(position.quantity(), after.paid(), before.paid())
                                        : Collateral.part(position.quantity(), after.longs(), before.longs())))
                .toList();
        return new MarginAccount(positions, after.loan(), after.credit());
    }

    private static BigDecimal share(BigDecimal shortfall, BigDecimal value, Collateral called) {
        var required = called.longRequirement().add(called.shortRequirement());
        return required.signum() == 0
                ? BigDecimal.ZERO
                : Collateral.part(shortfall, value, required).min(value);
    }

    /** The amount, rounded up and raised until it ends the call; none when it does not. */
    private static @Nullable BigDecimal least(
            Collateral called, BigDecimal exact, Function<BigDecimal, Collateral> applied) {
        var amount = called.rounded(exact, RoundingMode.UP);
        for (var step = 0; step < MOST_STEPS; step++) {
            if (!applied.apply(amount).called()) {
                return amount;
            }
            amount = amount.add(called.rules().smallest());
        }
        return null;
    }
}
