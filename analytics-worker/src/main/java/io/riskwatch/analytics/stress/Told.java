package io.riskwatch.analytics.stress;

import io.riskwatch.analytics.exposure.Exposure;
import io.riskwatch.analytics.report.Basis;
import io.riskwatch.analytics.report.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures in plain words, and what was taken for granted. */
final class Told {

    private static final int MOST_TOLD = 3;
    private static final int MOST_NAMED = 20;
    private static final double A_FALL = -0.2;

    private Told() {}

    static List<String> sentences(
            Basis basis,
            List<StressResult.Scenario> historical,
            List<StressResult.Scenario> all,
            StressResult.Reverse reverse,
            Repriced repriced) {
        Words words = basis.words();
        List<String> told = new ArrayList<>();
        if (basis.exposure().simulated()) {
            told.add(Words.SIMULATED);
        }
        StressResult.Scenario worst = historical.getFirst();
        told.add(worst.name() + " (" + worst.from() + " to " + worst.to() + ") would be the worst of "
                + historical.size() + (historical.size() == 1 ? " crisis" : " crises") + " for what you hold today: "
                + moved(words, worst.loss().fraction()) + ", most of it by "
                + worst.holdings().getFirst().symbol() + ".");
        for (StressResult.Scenario scenario : all) {
            if (scenario.type() == StressResult.Type.SHOCK) {
                told.add("\"" + scenario.name() + "\" would be "
                        + moved(words, scenario.loss().fraction()) + ".");
            }
        }
        repriced.options().entrySet().stream()
                .limit(MOST_TOLD)
                .forEach(option -> told.add(convexity(option.getKey(), option.getValue())));
        String way = "The likeliest way is led by " + reverse.biggestContributor() + " and as rare as "
                + String.format(Locale.ENGLISH, "%.1f", reverse.distance())
                + " standard deviations of a month.";
        if (reverse.reached() != null) {
            told.add("Options protect you on the likeliest way: it loses no more than "
                    + words.amount(reverse.reached().fraction()) + ", not the "
                    + words.amount(reverse.loss().fraction()) + " asked about.");
        }
        told.add(
                reverse.equityMove() == null
                        ? "To lose " + words.amount(reverse.loss().fraction()) + ": " + way
                        : "A fall of the equities you hold by " + Words.percent(-reverse.equityMove())
                                + " would lose you "
                                + words.amount(reverse.loss().fraction()) + ". " + way);
        return told;
    }

    private static String convexity(String symbol, RepricedOption option) {
        double priced = option.change(A_FALL, 0, 0);
        return "If " + option.terms().underlying() + " fell by 20 %, " + symbol + " would "
                + (priced < 0 ? "lose " : "gain ") + Words.percent(Math.abs(priced)) + "; by its delta alone it would "
                + (option.elasticity() > 0 ? "lose " : "gain ") + Words.percent(Math.abs(A_FALL * option.elasticity()))
                + ".";
    }

    private static String moved(Words words, double loss) {
        return loss >= 0 ? "a loss of " + words.amount(loss) : "a gain of " + words.amount(-loss);
    }

    static List<String> assumptions(
            Basis basis, List<Stressed> holdings, Repriced repriced, StressParameters parameters) {
        List<String> all = new ArrayList<>();
        all.add("A crisis is the time from the peak to the trough of US equities; today's holdings are held through it"
                + " without trading. The past does not repeat itself exactly.");
        all.add("A holding moves as its own prices did where they cover the crisis and are no simulation; else as its"
                + " class did, which is named beside it, in the class's own currency with exchange rates unchanged. A"
                + " class without a figure is taken as unchanged and named.");
        all.add(
                "Figures marked APPROXIMATE are rounded and were not checked against the closes of the index named; the others"
                        + " were computed from closes.");
        List<String> guessed = holdings.stream()
                .filter(Stressed::guessed)
                .map(Stressed::symbol)
                .toList();
        if (!guessed.isEmpty()) {
            all.add("Nobody says what these are, so they are taken for world equities: "
                    + String.join(", ", guessed.subList(0, Math.min(MOST_NAMED, guessed.size())))
                    + (guessed.size() > MOST_NAMED ? " and " + (guessed.size() - MOST_NAMED) + " more" : "") + ".");
        }
        if (parameters.shocks().stream().anyMatch(shock -> shock.rates() != 0)) {
            all.add("A rise of interest rates moves the price of bonds by e^(-duration x rise), with the durations"
                    + " named, where their terms are not known; options by their formula; other holdings by nothing.");
        }
        all.addAll(repriced(basis, repriced, parameters));
        all.add("The likeliest way to a loss takes returns to be normal with the covariance of the window; the fall of"
                + " equities takes everything else to follow them by its beta.");
        all.addAll(basis.windowAssumptions());
        if (basis.exposure().simulated()) {
            all.add("Prices are simulated: the exchange and its companies are fictional. Their simulated past is not"
                    + " used for crises.");
        }
        return all;
    }

    private static List<String> repriced(Basis basis, Repriced repriced, StressParameters parameters) {
        List<String> all = new ArrayList<>();
        if (!repriced.options().isEmpty()) {
            all.add(
                    "Options are priced anew from what their underlying did (Black and Scholes; with early exercise on a"
                            + " binomial tree), with time standing still, at an interest of "
                            + Words.percent(parameters.riskFree())
                            + " a year; in crises their volatility and the interest stay as they are now, so that what fear adds"
                            + " to prices of options is not in them. The likeliest way to a loss counts them by delta and prices"
                            + " them anew on it.");
            all.add("Volatilities: "
                    + repriced.options().entrySet().stream()
                            .limit(MOST_NAMED)
                            .map(option -> option.getKey() + " "
                                    + Words.percent(option.getValue().volatility())
                                    + source(option.getValue().volatilitySource()))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        List<String> modelled = basis.exposure().positions().stream()
                .filter(position -> position.provider().equals(ModelledHistory.PROVIDER))
                .map(Exposure.Position::symbol)
                .limit(MOST_NAMED)
                .toList();
        if (!modelled.isEmpty()) {
            all.add("There are no prices of " + String.join(", ", modelled)
                    + ": their formula stands for them, today and over the window, with time standing still.");
        }
        if (!repriced.bonds().isEmpty()) {
            all.add(
                    "Bonds with known terms are priced anew from their yield when rates move: "
                            + repriced.bonds().entrySet().stream()
                                    .limit(MOST_NAMED)
                                    .map(bond -> bond.getKey() + " at a yield of "
                                            + String.format(
                                                    Locale.ENGLISH,
                                                    "%.2f %%",
                                                    100 * bond.getValue().yield())
                                            + (bond.getValue().yieldTold() ? " (as told)" : " (of its last price)"))
                                    .collect(Collectors.joining(", "))
                            + ". In crises, for which no rates are known here, they move as their own prices or their class did.");
        }
        return all;
    }

    private static String source(RepricedOption.VolatilitySource source) {
        return switch (source) {
            case TOLD -> " (as told)";
            case IMPLIED -> " (implied by its last price)";
            case HISTORICAL -> " (its underlying's past, since it has no price or none explains it)";
        };
    }
}
