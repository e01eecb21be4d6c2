package io.riskwatch.billing.plan;

/**
 * How much a plan allows; every limit is a number above zero.
 *
 * @param portfolios portfolios of one organisation
 * @param holdingsPerPortfolio different instruments held in one portfolio
 * @param analysesPerDay analyses asked for in one UTC day
 * @param runningAnalyses analyses queued or running at the same time
 * @param assetsPerAnalysis instruments in one analysis
 * @param analysisSchedules analyses that are asked for daily or weekly
 * @param simulationMillions millions of values one analysis may simulate: paths x assets x steps, or variants x assets x days
 */
public record PlanLimits(
        int portfolios,
        int holdingsPerPortfolio,
        int analysesPerDay,
        int runningAnalyses,
        int assetsPerAnalysis,
        int analysisSchedules,
        int simulationMillions) {

    public PlanLimits {
        positive("portfolios", portfolios);
        positive("holdingsPerPortfolio", holdingsPerPortfolio);
        positive("analysesPerDay", analysesPerDay);
        positive("runningAnalyses", runningAnalyses);
        positive("assetsPerAnalysis", assetsPerAnalysis);
        positive("analysisSchedules", analysisSchedules);
        positive("simulationMillions", simulationMillions);
    }

    private static void positive(String limit, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("limit " + limit + " must be above zero, was " + value);
        }
    }
}
