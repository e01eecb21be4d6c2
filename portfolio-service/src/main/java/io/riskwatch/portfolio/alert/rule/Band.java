package io.riskwatch.portfolio.alert.rule;

import java.math.BigDecimal;

/**
 * A threshold with hysteresis. A value at or beyond {@code triggersAt} triggers; only one at or before {@code rearmsAt} arms
 * again, so that a value that trembles on the threshold fires once.
 *
 * @param above whether beyond means greater
 * @param rearmsAt on the other side of {@code triggersAt}, or the same
 */
public record Band(boolean above, BigDecimal triggersAt, BigDecimal rearmsAt) {

    public Band {
        if (beyond(above, rearmsAt, triggersAt) && rearmsAt.compareTo(triggersAt) != 0) {
            throw new IllegalArgumentException(
                    "rearmsAt must not lie beyond triggersAt (" + triggersAt + "), was " + rearmsAt);
        }
    }

    /**
     * A band that is as wide as the margin.
     *
     * @param margin not below zero
     */
    static Band of(boolean above, BigDecimal threshold, BigDecimal margin) {
        return new Band(above, threshold, above ? threshold.subtract(margin) : threshold.add(margin));
    }

    /** The state after a value was seen. */
    public RuleState next(RuleState before, BigDecimal value) {
        return switch (before) {
            case ARMED -> beyond(above, value, triggersAt) ? RuleState.TRIGGERED : RuleState.ARMED;
            case TRIGGERED -> rearms(value) ? RuleState.ARMED : RuleState.TRIGGERED;
        };
    }

    private boolean rearms(BigDecimal value) {
        // a band without width: what triggers never arms
        return beyond(!above, value, rearmsAt) && !beyond(above, value, triggersAt);
    }

    private static boolean beyond(boolean above, BigDecimal value, BigDecimal level) {
        int side = value.compareTo(level);
        return above ? side >= 0 : side <= 0;
    }
}
