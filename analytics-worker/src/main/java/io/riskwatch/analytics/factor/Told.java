package io.riskwatch.analytics.factor;

import io.riskwatch.analytics.report.Basis;
import io.riskwatch.analytics.report.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures in plain words, one sentence per factor, and what was taken for granted. */
final class Told {

    private static final double CHANCE = 0.05;

    private Told() {}

    static List<String> sentences(Basis basis, Aligned aligned, List<FactorResult.Loading> loadings, double rSquared) {
        List<String> all = new ArrayList<>();
        if (basis.exposure().simulated()) {
            all.add(Words.SIMULATED);
        }
        all.add("These factors explain " + Words.percent(rSquared) + " of the ups and downs of what you hold.");
        for (FactorResult.Loading loading : loadings.subList(1, loadings.size())) {
            all.add("When " + loading.factor() + " rises by 1 %, the value tends to "
                    + (loading.beta() < 0 ? "fall" : "rise") + " by "
                    + String.format(Locale.ENGLISH, "%.2f %%", Math.abs(loading.beta())) + sure(loading) + ".");
        }
        FactorResult.Loading alpha = loadings.getFirst();
        all.add("Beyond the factors it earned " + Words.percent(alpha.beta() * aligned.periodsPerYear()) + " a year"
                + sure(alpha) + ".");
        return all;
    }

    private static String sure(FactorResult.Loading loading) {
        Double pValue = loading.pValue();
        Double tStat = loading.tStat();
        if (pValue == null || tStat == null) {
            return "";
        }
        return pValue < CHANCE
                ? String.format(Locale.ENGLISH, " (t = %.1f: hardly chance)", tStat)
                : String.format(Locale.ENGLISH, " (t = %.1f: may well be chance)", tStat);
    }

    static List<String> assumptions(Basis basis, FactorParameters parameters, Aligned aligned, int lags) {
        List<String> all = basis.assumptions();
        all.add("Least squares of " + aligned.dates().size() + " periods from "
                + aligned.dates().getFirst() + " to " + aligned.dates().getLast()
                + "; standard errors by Newey and West with " + lags + " lags.");
        if (parameters.csv() == null) {
            all.add("The factors are the first principal components of the holdings' own covariance: they have no names"
                    + " of their own, and their sign is arbitrary.");
        } else {
            all.add("The factors are yours (" + String.join(", ", aligned.names())
                    + "); only periods that both they and" + " the prices cover count"
                    + (aligned.periodsPerYear() < 200 ? ", with the days in them compounded." : "."));
        }
        all.add("Returns are counted beyond the riskless rate"
                + (parameters.csv() != null
                        ? " (the column " + parameters.riskFreeColumn() + " where there is one, else "
                        : " (")
                + parameters.riskFree() + " a year).");
        if (basis.exposure().simulated()) {
            all.add("Prices are simulated: the exchange and its companies are fictional.");
        }
        return all;
    }
}
