package io.riskwatch.portfolio.margin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a call begins when all prices move by the same fraction.
 *
 * @param value the highest portfolio value, to the smallest unit, at which there is a call; absent when no fall makes one
 * @param fall the fraction all prices can fall before it, 1 when no fall makes a call, negative of an account that is called
 *     and whose prices must rise; absent when nothing is owned or one fraction does not tell
 * @param rise the fraction all prices can rise before a call; absent unless something is sold short
 */
record CallPoint(
        @Nullable BigDecimal value,
        @Nullable BigDecimal fall,
        @Nullable BigDecimal rise) {

    private static final int DIGITS = 10;

    static CallPoint of(MarginAccount account, Collateral now) {
        if (account.positions().stream().anyMatch(position -> position.isShort() && position.option() != null)) {
            return new CallPoint(null, null, null); // an option does not move as its underlying does
        }
        return now.shorts().signum() == 0 ? ofOwned(now) : ofBoth(account, now);
    }

    /** PV* = L / (1 - m), with m = R / PV; the call begins just below it. */
    private static CallPoint ofOwned(Collateral now) {
        var lent = now.longs().subtract(now.longRequirement());
        if (now.loan().signum() == 0 || now.longs().signum() == 0 || lent.signum() <= 0) {
            return new CallPoint(
                    null, now.loan().signum() == 0 && now.longs().signum() > 0 ? BigDecimal.ONE : null, null);
        }
        var factor = now.loan().divide(lent, MathContext.DECIMAL128);
        var value = now.rounded(Collateral.part(now.loan(), now.longs(), lent), RoundingMode.UP);
        while (!at(now, value).called() && value.signum() > 0) {
            value = value.subtract(now.rules().smallest());
        }
        return new CallPoint(value, digits(BigDecimal.ONE.subtract(factor)), null);
    }

    private static Collateral at(Collateral now, BigDecimal value) {
        return new Collateral(
                value,
                Collateral.part(now.longRequirement(), value, now.longs()),
                now.paid(),
                now.shorts(),
                now.shortRequirement(),
                now.loan(),
                now.credit(),
                now.rules());
    }

    private static CallPoint ofBoth(MarginAccount account, Collateral now) {
        if (slack(now).signum() < 0) {
            return new CallPoint(null, null, null);
        }
        var down = falling(account, now.rules());
        var up = rising(account, now.rules());
        return new CallPoint(
                down == null
                        ? null
                        : now.rounded(scaled(account, down, now.rules()).portfolioValue(), RoundingMode.DOWN),
                down == null ? BigDecimal.ONE : digits(BigDecimal.ONE.subtract(down)),
                up == null ? null : digits(up.subtract(BigDecimal.ONE)));
    }

    private static BigDecimal digits(BigDecimal fraction) {
        return fraction.setScale(DIGITS, RoundingMode.HALF_EVEN);
    }

    /** Unrounded; all cash counts, which changes nothing where it is negative. */
    private static BigDecimal slack(Collateral at) {
        return at.longs()
                .subtract(at.longRequirement())
                .subtract(at.shorts())
                .subtract(at.shortRequirement())
                .add(at.credit())
                .subtract(at.loan());
    }

    private static Collateral scaled(MarginAccount account, BigDecimal factor, MarginRules rules) {
        return Collateral.of(
                new MarginAccount(
                        account.positions().stream()
                                .map(position -> position.at(position.price().multiply(factor), position.stale()))
                                .toList(),
                        account.loan(),
                        account.credit()),
                rules);
    }

    /** The slack is a chain of straight lines between the factors at which a rule of short positions takes over from another. */
    private static TreeSet<BigDecimal> bends(MarginAccount account) {
        var bends = new TreeSet<BigDecimal>();
        bends.add(BigDecimal.ONE);
        for (var position : account.positions()) {
            var dollars = position.price().multiply(position.fx()).divide(position.dollar(), MathContext.DECIMAL128);
            if (position.isShort() && dollars.signum() > 0) {
                bends.add(Requirements.LOW_PRICE.divide(dollars, MathContext.DECIMAL128));
                bends.add(Requirements.LOW_PRICED_PER_SHARE.divide(dollars, MathContext.DECIMAL128));
                var rate = position.rates().maintenanceShort();
                if (rate.signum() > 0) {
                    bends.add(Requirements.PER_SHARE.divide(rate.multiply(dollars), MathContext.DECIMAL128));
                }
            }
        }
        return bends;
    }

    private static @Nullable BigDecimal falling(MarginAccount account, MarginRules rules) {
        var bends = new TreeSet<>(Comparator.<BigDecimal>reverseOrder());
        bends.addAll(bends(account).headSet(BigDecimal.ONE, true));
        bends.add(BigDecimal.ZERO);
        return firstBelowZero(bends, account, rules);
    }

    private static @Nullable BigDecimal rising(MarginAccount account, MarginRules rules) {
        var bends = new TreeSet<>(bends(account).tailSet(BigDecimal.ONE, true));
        var last = bends.last();
        var found = firstBelowZero(bends, account, rules);
        if (found != null) {
            return found;
        }
        var there = slack(scaled(account, last, rules));
        var slope = slack(scaled(account, last.add(BigDecimal.ONE), rules)).subtract(there);
        return slope.signum() >= 0 ? null : last.add(there.divide(slope.negate(), MathContext.DECIMAL128));
    }

    private static @Nullable BigDecimal firstBelowZero(
            TreeSet<BigDecimal> bends, MarginAccount account, MarginRules rules) {
        var from = bends.first();
        var before = slack(scaled(account, from, rules));
        for (var to : bends) {
            var after = slack(scaled(account, to, rules));
            if (after.signum() < 0) {
                return from.add(
                        to.subtract(from).multiply(before).divide(before.subtract(after), MathContext.DECIMAL128));
            }
            from = to;
            before = after;
        }
        return null;
    }
}
