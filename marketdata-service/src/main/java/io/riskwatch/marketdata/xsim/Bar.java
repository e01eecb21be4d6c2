package io.riskwatch.marketdata.xsim;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day of one instrument.
 *
 * @param volume units traded; absent for rates, indices and factors, which nobody trades
 */
public record Bar(
        LocalDate day,
        double open,
        double high,
        double low,
        double close,
        @Nullable Long volume) {

    /** The bar as it was traded when there were fewer shares, each worth {@code factor} of today's. */
    Bar beforeSplits(double factor) {
        if (factor == 1) {
            return this;
        }
        return new Bar(
                day,
                open * factor,
                high * factor,
                low * factor,
                close * factor,
                volume == null ? null : Math.round(volume / factor));
    }
}
