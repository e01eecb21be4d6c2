package io.riskwatch.quant.backtest;

/** What a rule wants to hold. */
public enum Position {
    /** Owns units and gains when the price rises. */
    LONG(1),
    /** Owns nothing. */
    FLAT(0),
    /** Owes units and gains when the price falls. */
    SHORT(-1);

    private final int sign;

    Position(int sign) {
        this.sign = sign;
    }

    /** 1 long, 0 flat, -1 short. */
    public int sign() {
        return sign;
    }
}
