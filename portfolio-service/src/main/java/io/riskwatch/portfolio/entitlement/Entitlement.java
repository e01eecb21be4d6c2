package io.riskwatch.portfolio.entitlement;

import io.riskwatch.service.problem.FieldError;
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
        if (wanted > limit(name)) {
            throw described(ProblemException.paymentRequired(name, detail(name, wanted, things)), name, wanted);
        }
    }

    /** As above, naming the field of the request that asks for so much. */
    public void require(String name, int wanted, String things, String field) {
        if (wanted > limit(name)) {
            String detail = detail(name, wanted, things);
            throw described(
                    ProblemException.paymentRequired(name, new FieldError(field, detail), detail), name, wanted);
        }
    }

    private String detail(String name, int wanted, String things) {
        return "The plan " + plan + " allows " + limit(name) + " " + things + "; this would be " + wanted + ".";
    }

    private ProblemException described(ProblemException refusal, String name, int wanted) {
        return refusal.with("plan", plan).with("allowed", limit(name)).with("asked", wanted);
    }
}
