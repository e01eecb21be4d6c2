package io.riskwatch.billing.plan;

/**
 * One plan of the catalogue.
 *
 * @param plan which
 * @param name as it is shown
 * @param summary one sentence on whom it is for
 * @param monthlyPrice what a month costs
 * @param queueWeight share of the workers, relative to others, while jobs wait
 * @param limits how much it allows
 */
public record PlanTerms(
        Plan plan, String name, String summary, Price monthlyPrice, int queueWeight, PlanLimits limits) {

    public PlanTerms {
        if (queueWeight < 1) {
            throw new IllegalArgumentException("queueWeight of " + plan + " must be above zero, was " + queueWeight);
        }
    }
}
