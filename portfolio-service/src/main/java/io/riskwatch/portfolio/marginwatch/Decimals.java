package io.riskwatch.portfolio.marginwatch;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exact numbers in columns: 17 bytes each, and the nearest double beside. */
final class Decimals {

    private static final int LONG_BITS = 63;

    private final double[] nearest;
    private final long[] unscaled;
    private final byte[] scales;

    /** Of those whose digits do not fit; absent while all do. */
    private BigDecimal @Nullable [] large;

    Decimals(List<BigDecimal> numbers) {
        int size = numbers.size();
        nearest = new double[size];
        unscaled = new long[size];
        scales = new byte[size];
        for (int i = 0; i < size; i++) {
            set(i, numbers.get(i));
        }
    }

    private void set(int place, BigDecimal number) {
        nearest[place] = number.doubleValue();
        BigInteger digits = number.unscaledValue();
        if (digits.bitLength() <= LONG_BITS && number.scale() == (byte) number.scale()) {
            unscaled[place] = digits.longValue();
            scales[place] = (byte) number.scale();
            return;
        }
        if (large == null) {
            large = new BigDecimal[nearest.length];
        }
        large[place] = number;
    }

    int size() {
        return nearest.length;
    }

    double nearest(int place) {
        return nearest[place];
    }

    BigDecimal exact(int place) {
        return large != null && large[place] != null
                ? large[place]
                : BigDecimal.valueOf(unscaled[place], scales[place]);
    }
}
