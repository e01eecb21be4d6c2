package io.riskwatch.marketdata.upload;

import io.riskwatch.marketdata.series.PriceSeries;
import io.riskwatch.marketdata.series.PriceSeries.Column;
import io.riskwatch.marketdata.upload.ImportView.Counts;
import io.riskwatch.marketdata.upload.ImportView.Status;
import java.util.Arrays;

/** Holds a file's prices against the history there is and counts what is new. */
final class Comparison {
    private final long[] counts = new long[Status.values().length];
    private final long ignored;

    Comparison(long ignored) {
        this.ignored = ignored;
    }

    void count(PriceSeries file, PriceSeries known) {
        for (int i = 0; i < file.size(); i++) {
            counts[index(status(file, i, known))]++;
        }
    }

    Counts counts() {
        return new Counts(
                counts[index(Status.NEW)], counts[index(Status.DUPLICATE)], counts[index(Status.REVISED)], ignored, 0);
    }

    static Status status(PriceSeries file, int position, PriceSeries known) {
        int at = Arrays.binarySearch(known.days(), file.days()[position]);
        if (at < 0) {
            return Status.NEW;
        }
        for (Column column : Column.values()) {
            double[] values = file.column(column);
            if (values != null && !Double.isNaN(values[position])) {
                double[] there = known.column(column);
                if (there == null || Double.compare(there[at], values[position]) != 0) {
                    return Status.REVISED;
                }
            }
        }
        return Status.DUPLICATE;
    }

    private static int index(Status status) {
        return switch (status) {
            case NEW -> 0;
            case DUPLICATE -> 1;
            case REVISED -> 2;
            case IGNORED -> 3;
        };
    }
}
