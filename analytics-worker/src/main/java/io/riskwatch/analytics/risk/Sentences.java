package io.riskwatch.analytics.risk;

import io.riskwatch.analytics.exposure.Exposure;
import io.riskwatch.analytics.report.Amount;
import io.riskwatch.analytics.report.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The figures in plain words, with the owner's own numbers. */
final class Sentences {

    private final Words words;

    private Sentences(Words words) {
        this.words = words;
    }

    static List<String> of(
            Exposure exposure,
            List<RiskResult.LossFigure> losses,
            Performance performance,
            Concentration concentration,
            Amount value) {
        Sentences told = new Sentences(new Words(value));
        List<String> sentences = new ArrayList<>();
        if (exposure.simulated()) {
            sentences.add(Words.SIMULATED);
        }
        headline(losses).map(told::loss).ifPresent(sentences::add);
        sentences.add(told.volatility(performance.figures()));
        performance.spells().stream().findFirst().map(told::fall).ifPresent(sentences::add);
        concentration.contributions().stream()
                .max(Comparator.comparingDouble(RiskResult.Contribution::share))
                .map(Sentences::mostRisk)
                .ifPresent(sentences::add);
        return sentences;
    }

    /** Historical before normal, then 95 % and a month, or what comes nearest. */
    private static Optional<RiskResult.LossFigure> headline(List<RiskResult.LossFigure> losses) {
        return losses.stream()
                .min(Comparator.comparing(RiskResult.LossFigure::method)
                        .thenComparingDouble(l -> Math.abs(l.confidence() - 0.95))
                        .thenComparingInt(l -> Math.abs(l.horizonDays() - 21)));
    }

    private String loss(RiskResult.LossFigure loss) {
        long outOf = Math.round(1 / (1 - loss.confidence()));
        String period = period(loss.horizonDays());
        if (loss.fraction() <= 0) {
            return "In 1 " + period + " out of " + outOf + " expect to gain no more than "
                    + words.amount(-loss.fraction()) + ".";
        }
        return "In 1 " + period + " out of " + outOf + " expect to lose " + words.amount(loss.fraction())
                + " or more; in such a " + period + " "
                + words.amount(loss.expectedShortfall().fraction()) + " on average (not a worst case).";
    }

    private static String period(int days) {
        return switch (days) {
            case 1 -> "day";
            case 5 -> "week";
            case 21 -> "month";
            case 63 -> "quarter";
            case 252 -> "year";
            default -> "period of " + days + " trading days";
        };
    }

    private String volatility(RiskResult.PerformanceFigures figures) {
        return "In two years out of three the value ends within about " + words.amount(figures.annualVolatility())
                + " of its average path (volatility).";
    }

    private String fall(RiskResult.DrawdownSpell fall) {
        String end =
                fall.recovery() == null ? ", and had not recovered by the end" : ", recovered on " + fall.recovery();
        return "The deepest fall in this time would have been " + words.amount(-fall.depth()) + ", from " + fall.peak()
                + " to " + fall.trough() + end + ".";
    }

    private static String mostRisk(RiskResult.Contribution contribution) {
        return contribution.symbol() + " makes up " + Words.percent(contribution.weight()) + " of the value and "
                + Words.percent(contribution.share()) + " of the risk.";
    }
}
