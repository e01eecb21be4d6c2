package io.riskwatch.billing.plan;

/**
 * How much a plan allows; every limit is a number above zero.
 *
 * @param portfolios portfolios of one organisation
 * @param holdingsPerPortfolio different instruments held in one portfolio
 * @param analysesPerDay analyses asked for in one UTC day
 * @param runningAnalyses analyses queued or running at the same time
 * @param assetsPerAnalysis instruments in one analysis
 */
public record PlanLimits(
        int portfolios, int holdingsPerPortfolio, int analysesPerDay, int runningAnalyses, int assetsPerAnalysis) {

    public PlanLimits {
        positive("portfolios", portfolios);
        positive("holdingsPerPortfolio", holdingsPerPortfolio);
        positive("analysesPerDay", analysesPerDay);
        positive("runningAnalyses", runningAnalyses);
        positive("assetsPerAnalysis", assetsPerAnalysis);
    }

    private static void positive(String limit, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("limit " + limit + " must be above zero, was " + value);
        }
    }
}
