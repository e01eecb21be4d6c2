package io.riskwatch.analytics.report;

import java.time.LocalDate;

/** Where a result comes from; the runner adds hash and time. */
public record Provenance(
        String engineVersion,
        String kernel,
        long seed,
        LocalDate from,
        LocalDate to,
        int observations,
        int droppedDates,
        String provider,
        boolean simulated,
        String inputsHash) {}
