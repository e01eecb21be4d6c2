package io.riskwatch.quant.kernel;

/**
 * The polynomials of both twins: minimax fits (Lawson's iteration on Chebyshev nodes, then rounded to float), each with its greatest
 * absolute error before rounding.
 */
final class Coefficients {
    private Coefficients() {}

    /** sqrt(1/2) as float bits, times 2^31: what is subtracted to split u 2^31 into an exponent and a mantissa in [0.707, 1.414). */
    static final int SPLIT = 0x3f3504f3 + (31 << 23);

    static final int ROOT_HALF = 0x3f3504f3;
    static final int MANTISSA = 0x7fffff;
    static final int SIGN = 0x80000000;
    static final float LN_2 = 0x1.62e43p-1f;

    /** (log(1 + m) - m) / m^2 = LOG_0 + LOG_1 m + ... on [-0.293, 0.415): log within 4e-8. */
    static final float LOG_0 = -0.50000584f;

    static final float LOG_1 = 0.33335263f;
    static final float LOG_2 = -0.24961464f;
    static final float LOG_3 = 0.19888279f;
    static final float LOG_4 = -0.17326015f;
    static final float LOG_5 = 0.16335629f;
    static final float LOG_6 = -0.10034528f;

    /** sin(pi a) / a in powers of a^2 on [-0.5, 0.5]: within 4e-9. */
    static final float SIN_0 = 3.1415925f;

    static final float SIN_2 = -5.167707f;
    static final float SIN_4 = 2.5500314f;
    static final float SIN_6 = -0.5980452f;
    static final float SIN_8 = 0.07722016f;

    /** (cos(pi a) - 1) / a^2 in powers of a^2 on [-0.5, 0.5]: cosine within 6e-8. */
    static final float COS_2 = -4.9347954f;

    static final float COS_4 = 4.058451f;
    static final float COS_6 = -1.3320938f;
    static final float COS_8 = 0.22008069f;

    static final float TWO_TO_MINUS_32 = 0x1p-32f;

    /** (e^r - 1 - r) / r^2 on [-0.25, 0.25]: exponential within 2e-8. */
    static final float NEAR_0 = 0.49999768f;

    static final float NEAR_1 = 0.16666612f;
    static final float NEAR_2 = 0.041787278f;
    static final float NEAR_3 = 0.008354515f;

    /** The same on [-0.35, 0.35], which holds ln(2) / 2: within 4e-9. */
    static final float FULL_0 = 0.5f;

    static final float FULL_1 = 0.16666514f;
    static final float FULL_2 = 0.041666187f;
    static final float FULL_3 = 0.00836959f;
    static final float FULL_4 = 0.0013951703f;

    /** 1.5 x 2^23: added and taken away it rounds to the nearest whole number, which stands in the lowest bits of the sum. */
    static final float ROUNDER = 12582912f;

    static final float LOG2_E = 1.442695f;
    static final float LN_2_HIGH = 0x1.63p-1f;
    static final float LN_2_LOW = -2.12194440e-4f;

    /** Exponents beyond these are cut, so that e^x stays a normal float. */
    static final float LEAST_EXPONENT = -87f;

    static final float GREATEST_EXPONENT = 88f;
}
