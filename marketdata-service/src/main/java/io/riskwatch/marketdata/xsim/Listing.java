package io.riskwatch.marketdata.xsim;

import io.riskwatch.marketdata.instrument.InstrumentType;
import java.util.Locale;

/** One fictional instrument as the exchange lists it. */
public record Listing(String symbol, String name, InstrumentType type, String currency, String sector, String region) {

    /** The stamp of the exchange: every price of XSIM carries it. */
    public static final String EXCHANGE = "XSIM";

    /** The name of the provider in quotes, history and results. */
    public static final String PROVIDER = "xsim";

    /** Decimals of a price: FX has five significant ones, everything else a cent, finer below ten and below one. */
    int decimals(double price) {
        if (type == InstrumentType.FX) {
            return price < 0.1 ? 7 : 5;
        }
        if (price >= 10) {
            return 2;
        }
        return price >= 1 ? 4 : 6;
    }

    /** The price as the exchange shows it. */
    double rounded(double price) {
        double scale = POWERS_OF_TEN[decimals(price)];
        return StrictMath.rint(price * scale) / scale;
    }

    /** The file's own name of this listing on the exchange, {@code ORBX:XSIM}. */
    public String identity() {
        return (symbol + ":" + EXCHANGE).toUpperCase(Locale.ROOT);
    }

    private static final double[] POWERS_OF_TEN = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7};
}
