package io.riskwatch.quant.pricing;

import io.riskwatch.quant.Arguments;

/** The right to buy or the right to sell. */
public enum OptionKind {
    CALL(1),
    PUT(-1);

    private final int sign;

    OptionKind(int sign) {
        this.sign = sign;
    }

    /** 1 for a call, -1 for a put. */
    int sign() {
        return sign;
    }

    /** What exercise pays at this spot: max(0, S - K) or max(0, K - S). */
    public double payoff(double spot, double strike) {
        return Math.max(0, sign * (Arguments.finite("spot", spot) - Arguments.finite("strike", strike)));
    }
}
