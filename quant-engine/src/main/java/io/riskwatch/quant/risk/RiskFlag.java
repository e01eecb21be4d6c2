package io.riskwatch.quant.risk;

/** What a reader of a risk figure must be told beside the number. */
public enum RiskFlag {
    /**
     * The skewness and kurtosis lie where the Cornish-Fisher expansion is no quantile function (it is not increasing); the
     * figure is still the expansion's.
     */
    OUT_OF_DOMAIN
}
