package io.riskwatch.portfolio.margin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a margin account stands at the prices given. PV = sum of quantity x price x exchange rate of what is owned and lent
 * against; E = PV - L; R = sum of rate x |value|; shortfall = max(0, R - E); utilisation = R / E. R is rounded up to the
 * cent and E half to even, then they are compared, so that a call and a shortfall are the same thing.
 *
 * <p>Pure: the same arguments give the same answer; cost linear in the positions.
 *
 * <p>Source: FINRA Rule 4210(c), (e), (f).
 */
public final class MarginCalculator {

    private static final int UTILIZATION_DIGITS = 6;

    private MarginCalculator() {}

    /**
     * By the standard rules, without cash.
     *
     * @param before the state the account had, from which falling back is delayed; null when it has none yet
     */
    public static MarginStatus status(List<MarginPosition> positions, BigDecimal loan, @Nullable MarginState before) {
        return status(MarginAccount.of(positions, loan), MarginRules.STANDARD, before);
    }

    /** By the rules given. */
    public static MarginStatus status(MarginAccount account, MarginRules rules, @Nullable MarginState before) {
        var now = Collateral.of(account, rules);
        var equity = now.equity();
        var requirement = now.requirement();
        var point = CallPoint.of(account, now);
        return new MarginStatus(
                now.rounded(now.portfolioValue(), RoundingMode.HALF_EVEN),
                now.rounded(now.loan(), RoundingMode.HALF_EVEN),
                equity,
                requirement,
                now.shortfall(),
                now.called(),
                utilization(requirement, equity),
                state(account, now, before),
                point.value(),
                point.fall(),
                point.rise(),
                Cures.of(account, now));
    }

    /** What each position requires, in the order of the positions. */
    public static List<PositionRequirement> requirements(List<MarginPosition> positions, MarginRules rules) {
        return Requirements.of(positions, rules);
    }

    private static @Nullable BigDecimal utilization(BigDecimal requirement, BigDecimal equity) {
        return equity.signum() <= 0
                ? null
                : requirement
                        .divide(equity, MathContext.DECIMAL64)
                        .setScale(UTILIZATION_DIGITS, RoundingMode.HALF_EVEN);
    }

    private static MarginState state(MarginAccount account, Collateral now, @Nullable MarginState before) {
        if (account.positions().stream()
                .anyMatch(position -> position.stale() && position.quantity().signum() != 0)) {
            return MarginState.STALE;
        }
        if (now.called()) {
            return MarginState.CALL;
        }
        var reached = level(now, BigDecimal.ZERO);
        if (before == null || !before.level() || before.compareTo(reached) <= 0) {
            return reached;
        }
        var held = level(now, now.rules().hysteresis());
        return held.compareTo(before) < 0 ? held : before;
    }

    /** The level when each begins so much earlier; compared by multiplying, so that no division rounds. */
    private static MarginState level(Collateral now, BigDecimal earlier) {
        if (reaches(now, now.rules().warningFrom().subtract(earlier))) {
            return MarginState.WARNING;
        }
        return reaches(now, now.rules().watchFrom().subtract(earlier)) ? MarginState.WATCH : MarginState.OK;
    }

    private static boolean reaches(Collateral now, BigDecimal utilization) {
        var requirement = now.requirement();
        return requirement.signum() > 0 && requirement.compareTo(utilization.multiply(now.equity())) >= 0;
    }
}
