package io.riskwatch.portfolio.margin;

/**
 * By how much portfolio margin moves the price of an underlying.
 *
 * <p>Source: FINRA Rule 4210(g)(2) and its table of classes.
 */
public enum RiskClass {
    /** A share, or a narrow-based index: 15 % down and up. */
    EQUITY(-0.15, 0.15),
    /** A broad-based index of small companies, or one that is no large companies': 10 % down and up. */
    BROAD_INDEX(-0.10, 0.10),
    /** A broad-based index of large companies: 8 % down, 6 % up. */
    LARGE_CAP_INDEX(-0.08, 0.06);

    private static final int EACH_WAY = 5;

    private final double down;
    private final double up;

    RiskClass(double down, double up) {
        this.down = down;
        this.up = up;
    }

    /** Whether options on it are options on a broad-based index. */
    public boolean broadIndex() {
        return this != EQUITY;
    }

    /** The ten moves, the largest fall first, the largest rise last; as fractions. */
    public double[] moves() {
        var moves = new double[2 * EACH_WAY];
        for (var i = 0; i < EACH_WAY; i++) {
            moves[i] = down * (EACH_WAY - i) / EACH_WAY;
            moves[EACH_WAY + i] = up * (i + 1) / EACH_WAY;
        }
        return moves;
    }
}
