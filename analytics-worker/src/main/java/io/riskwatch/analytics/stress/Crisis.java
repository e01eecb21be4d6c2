package io.riskwatch.analytics.stress;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that happened: what the classes returned between the peak and the trough of US equities.
 *
 * @param from the close before the fall
 * @param to the lowest close
 */
record Crisis(String id, String name, LocalDate from, LocalDate to, List<Row> rows) {

    private static final String WORLD = "World";
    private static final String HOME = "North America";

    Crisis {
        rows = List.copyOf(rows);
    }

    /**
     * What a class returned.
     *
     * @param change simple return from {@code from} to {@code to}
     * @param precision CLOSES: computed from closes; APPROXIMATE: a rounded figure of the index named, not checked against its closes
     * @param source whose figure it is
     */
    record Row(StressClass assetClass, String region, double change, Precision precision, String source) {

        String named() {
            return assetClass + ", " + region + ": " + source;
        }
    }

    enum Precision {
        CLOSES,
        APPROXIMATE
    }

    /** The row of the class: of the region, else of the world, else of North America, else any. */
    Optional<Row> row(StressClass assetClass, String region) {
        List<Row> ofClass =
                rows.stream().filter(row -> row.assetClass == assetClass).toList();
        return Stream.of(region, WORLD, HOME)
                .flatMap(wanted -> ofClass.stream().filter(row -> row.region.equals(wanted)))
                .findFirst()
                .or(() -> ofClass.stream().findFirst());
    }
}
