package io.riskwatch.analytics.optimization;

import io.riskwatch.analytics.analysis.AnalysisJob.LotMethod;

/**
 * What a sale, or all of them together, would realise under a lot method, in the base currency before taxes.
 *
 * @param proceeds less the cost of trading
 * @param cost of the lots consumed, fees included
 * @param gain proceeds less cost; negative is a loss
 * @param shortTerm the part of lots held for at most 365 days
 * @param longTerm the part of lots held for more
 */
record RealisedGain(LotMethod lotMethod, double proceeds, double cost, double gain, double shortTerm, double longTerm) {

    RealisedGain and(RealisedGain other) {
        return new RealisedGain(
                lotMethod,
                proceeds + other.proceeds,
                cost + other.cost,
                gain + other.gain,
                shortTerm + other.shortTerm,
                longTerm + other.longTerm);
    }
}
