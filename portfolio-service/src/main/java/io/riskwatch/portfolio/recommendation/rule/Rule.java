package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;
import java.util.Locale;

/** One thing worth saying about a portfolio, when a measured value passes a threshold. */
public interface Rule {

    RuleId id();

    /** What passes the threshold, the worst first; nothing of a portfolio that is empty. */
    List<Finding> check(Situation situation, double threshold);

    /** The measured value of a subject, in the rule's unit: what a finding said before a trade and would say after it. */
    double measure(Situation situation, String subject);

    /** A fraction in words. */
    static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f %%", fraction * 100);
    }
}
