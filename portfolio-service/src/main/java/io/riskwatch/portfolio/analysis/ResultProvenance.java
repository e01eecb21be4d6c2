package io.riskwatch.portfolio.analysis;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;

/**
 * Where a stored result comes from, as far as this service looks at it.
 *
 * @param kernel which of the engine's kernels computed it; figures are the same to the last digit within one kernel
 * @param from the first day looked at
 * @param to the last one
 * @param inputsHash of holdings, parameters, days and returns
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ResultProvenance(
        String engineVersion,
        String kernel,
        long seed,
        LocalDate from,
        LocalDate to,
        String inputsHash,
        String resultHash) {}
