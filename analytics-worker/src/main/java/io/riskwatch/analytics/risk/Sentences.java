package io.riskwatch.analytics.risk;

import io.riskwatch.analytics.exposure.Exposure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The figures in plain words, with the owner's own numbers. */
final class Sentences {

    private final RiskResult.Amount value;

    private Sentences(RiskResult.Amount value) {
        this.value = value;
    }

    static List<String> of(
            Exposure exposure,
            List<RiskResult.LossFigure> losses,
            Performance performance,
            Concentration concentration,
            RiskResult.Amount value) {
        Sentences words = new Sentences(value);
        List<String> sentences = new ArrayList<>();
        if (exposure.simulated()) {
            sentences.add("This is simulated data: the exchange and its companies are fictional.");
        }
        headline(losses).map(words::loss).ifPresent(sentences::add);
        sentences.add(words.volatility(performance.figures()));
        performance.spells().stream().findFirst().map(words::fall).ifPresent(sentences::add);
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
            return "In 1 " + period + " out of " + outOf + " expect to gain no more than " + amount(-loss.fraction())
                    + ".";
        }
        return "In 1 " + period + " out of " + outOf + " expect to lose " + amount(loss.fraction())
                + " or more; in such a " + period + " "
                + amount(loss.expectedShortfall().fraction()) + " on average (not a worst case).";
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
        return "In two years out of three the value ends within about " + amount(figures.annualVolatility())
                + " of its average path (volatility).";
    }

    private String fall(RiskResult.DrawdownSpell fall) {
        String end =
                fall.recovery() == null ? ", and had not recovered by the end" : ", recovered on " + fall.recovery();
        return "The deepest fall in this time would have been " + amount(-fall.depth()) + ", from " + fall.peak()
                + " to " + fall.trough() + end + ".";
    }

    private static String mostRisk(RiskResult.Contribution contribution) {
        return contribution.symbol() + " makes up " + percent(contribution.weight()) + " of the value and "
                + percent(contribution.share()) + " of the risk.";
    }

    /** As money and share where a value is known, else as a share alone. */
    private String amount(double fraction) {
        if (value.amount() == 1) {
            return percent(fraction);
        }
        BigDecimal money = BigDecimal.valueOf(fraction * value.amount());
        BigDecimal shown = money.abs().compareTo(BigDecimal.valueOf(100)) >= 0
                ? money.setScale(0, RoundingMode.HALF_EVEN)
                : money.round(new MathContext(3, RoundingMode.HALF_EVEN));
        return String.format(Locale.ENGLISH, "%,." + Math.max(0, Math.min(2, shown.scale())) + "f", shown) + " "
                + value.currency() + " (" + percent(fraction) + ")";
    }

    private static String percent(double fraction) {
        return String.format(Locale.ENGLISH, "%.1f %%", fraction * 100);
    }
}
