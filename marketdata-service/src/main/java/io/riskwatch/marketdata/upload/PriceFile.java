package io.riskwatch.marketdata.upload;

import io.riskwatch.marketdata.series.PriceSeries;
import java.util.List;
import java.util.SortedMap;

/**
 * What a price file says.
 *
 * @param series the prices by symbol, none of them empty
 * @param samples its first prices with their lines, at most {@value #SAMPLES}
 * @param emptyCells cells without a price
 */
record PriceFile(Format format, SortedMap<String, PriceSeries> series, List<Sample> samples, long emptyCells) {
    static final int SAMPLES = 200;

    /** WIDE has a column per symbol, LONG a line per symbol and day. */
    enum Format {
        WIDE,
        LONG
    }

    /** A price and the line it stood in. */
    record Sample(long line, String symbol, int epochDay, double close) {}

    PriceFile {
        samples = List.copyOf(samples);
    }
}
