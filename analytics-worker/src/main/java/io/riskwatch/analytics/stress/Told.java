package io.riskwatch.analytics.stress;

import io.riskwatch.analytics.report.Basis;
import io.riskwatch.analytics.report.Words;
import java.util.ArrayList;
import java.util.List;

/** The figures in plain words, and what was taken for granted. */
final class Told {

    private Told() {}

    static List<String> sentences(
            Basis basis,
            List<StressResult.Scenario> historical,
            List<StressResult.Scenario> all,
            StressResult.Reverse reverse) {
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
        String way = "The likeliest way is led by " + reverse.biggestContributor() + " and as rare as "
                + String.format(java.util.Locale.ENGLISH, "%.1f", reverse.distance())
                + " standard deviations of a month.";
        told.add(
                reverse.equityMove() == null
                        ? "To lose " + words.amount(reverse.loss().fraction()) + ": " + way
                        : "A fall of the equities you hold by " + Words.percent(-reverse.equityMove())
                                + " would lose you "
                                + words.amount(reverse.loss().fraction()) + ". " + way);
        return told;
    }

    private static String moved(Words words, double loss) {
        return loss >= 0 ? "a loss of " + words.amount(loss) : "a gain of " + words.amount(-loss);
    }

    static List<String> assumptions(Basis basis, List<Stressed> holdings, StressParameters parameters) {
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
                    + String.join(", ", guessed.subList(0, Math.min(20, guessed.size())))
                    + (guessed.size() > 20 ? " and " + (guessed.size() - 20) + " more" : "") + ".");
        }
        if (parameters.shocks().stream().anyMatch(shock -> shock.rates() != 0)) {
            all.add("A rise of interest rates moves the price of bonds by e^(-duration x rise), with the durations"
                    + " named; other holdings by nothing.");
        }
        all.add("The likeliest way to a loss takes returns to be normal with the covariance of the window; the fall of"
                + " equities takes everything else to follow them by its beta.");
        all.addAll(basis.windowAssumptions());
        if (basis.exposure().simulated()) {
            all.add("Prices are simulated: the exchange and its companies are fictional. Their simulated past is not"
                    + " used for crises.");
        }
        return all;
    }
}
