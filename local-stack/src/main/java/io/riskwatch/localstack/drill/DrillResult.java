package io.riskwatch.localstack.drill;

import java.util.List;
import java.util.Map;

/**
 * What one drill came to.
 *
 * @param accepted analyses that were answered 202
 * @param refusals answers that were none, by status; each request was made again
 * @param millis99 the time to a 202 that 99 of 100 did not exceed, in milliseconds
 * @param seconds how long it all took
 * @param figures what the drill itself measured
 * @param violations what did not hold; empty when the drill has passed
 */
public record DrillResult(
        String drill,
        long seed,
        int accepted,
        int completed,
        int failed,
        int cancelled,
        int deadLetters,
        Map<String, Integer> refusals,
        double millis99,
        double seconds,
        Map<String, Double> figures,
        List<String> violations) {

    public DrillResult {
        refusals = Map.copyOf(refusals);
        figures = Map.copyOf(figures);
        violations = List.copyOf(violations);
    }

    public boolean passed() {
        return violations.isEmpty();
    }
}
