package io.riskwatch.portfolio.entitlement;

import io.riskwatch.service.problem.ProblemException;
import java.util.Map;

/**
 * What a plan allows.
 *
 * @param limits by name, as billing's contract spells them; a limit that is not there does not limit
 * @param queueWeight share of the workers under load, relative to other organisations
 */
public record Entitlement(String plan, Map<String, Integer> limits, int queueWeight) {

    public Entitlement {
        limits = Map.copyOf(limits);
    }

    /** The limit of that name; without one, as many as there are integers. */
    public int limit(String name) {
        return limits.getOrDefault(name, Integer.MAX_VALUE);
    }

    /**
     * Refuses, with a 402 that names the limit, what goes beyond it.
     *
     * @param wanted how many there would be
     * @param things what is counted, in the plural, for the message
     */
    public void require(String name, int wanted, String things) {
        int allowed = limit(name);
        if (wanted > allowed) {
            throw ProblemException.paymentRequired(
                    name, "The plan " + plan + " allows " + allowed + " " + things + "; this would be " + wanted + ".");
        }
    }
}
