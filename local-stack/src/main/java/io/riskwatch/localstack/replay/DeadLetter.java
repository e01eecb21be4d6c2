package io.riskwatch.localstack.replay;

/**
 * A job that was given up.
 *
 * @param analysisId whose result is missing; {@code -} where the message names none
 * @param kind of the analysis, or {@code -}
 * @param runs how often it was run
 * @param reason why it was given up
 */
public record DeadLetter(String analysisId, String kind, int runs, String reason) {

    String line() {
        return String.format("%-36s  %-16s  %4d  %s", analysisId, kind, runs, reason);
    }
}
