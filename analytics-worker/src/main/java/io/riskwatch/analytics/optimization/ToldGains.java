package io.riskwatch.analytics.optimization;

import io.riskwatch.analytics.analysis.AnalysisJob.LotMethod;
import io.riskwatch.analytics.optimization.TradeList.Action;
import io.riskwatch.analytics.optimization.TradeList.Trade;
import io.riskwatch.analytics.report.Words;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the trades would realise, in plain words. */
final class ToldGains {

    /** So many trades have a sentence of their own, the largest first. */
    private static final int MOST_TOLD = 5;

    private ToldGains() {}

    static List<String> sentences(RealisedGains gains, Words words) {
        List<String> all = new ArrayList<>();
        List<Trade> closing = gains.trades().stream()
                .filter(trade -> trade.realisedGains() != null)
                .toList();
        closing.stream()
                .limit(MOST_TOLD)
                .forEach(trade -> all.add((trade.action() == Action.SELL ? "Selling " : "Buying back ")
                        + number(trade.shares()) + " " + trade.symbol() + " would realise "
                        + byMethod(Objects.requireNonNull(trade.realisedGains()), words) + "."));
        if (closing.size() > 1 && !gains.totals().isEmpty()) {
            all.add("All trades together would realise " + byMethod(gains.totals(), words) + ".");
        }
        return all;
    }

    private static String byMethod(List<RealisedGain> gains, Words words) {
        List<String> told = gains.stream()
                .map(gain -> gainOrLoss(gain.gain(), words) + " by " + name(gain.lotMethod()))
                .toList();
        boolean alike = gains.size() == LotMethod.values().length
                && gains.stream()
                                .map(gain -> gainOrLoss(gain.gain(), words))
                                .distinct()
                                .count()
                        == 1;
        return alike
                ? gainOrLoss(gains.getFirst().gain(), words) + " by any lot method"
                : told.stream().collect(Collectors.joining(", "));
    }

    private static String gainOrLoss(double gain, Words words) {
        return (gain < 0 ? "a loss of " : "a gain of ") + words.sum(Math.abs(gain));
    }

    private static String name(LotMethod method) {
        return switch (method) {
            case FIFO -> "first in, first out";
            case LIFO -> "last in, first out";
            case HIFO -> "highest cost first";
            case AVERAGE -> "average cost";
        };
    }

    private static String number(double shares) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMaximumFractionDigits(4);
        return format.format(shares);
    }

    static List<String> assumptions(RealisedGains gains, LocalDate day) {
        List<String> all = new ArrayList<>();
        String why = gains.absent().get("realisedGains");
        if (why != null) {
            all.add("Realised gains are not told for everything. " + why);
        }
        if (gains.trades().stream().anyMatch(trade -> trade.realisedGains() != null)) {
            all.add("Realised gains are those of trades on " + day + ", from the ledger's open lots of all accounts"
                    + " together, each method told as if earlier sales had gone by it too. A lot held for more than 365"
                    + " days is long-term.");
        }
        if (gains.merged() > 0) {
            all.add("There were too many lots to carry: the oldest " + gains.merged()
                    + " of what is traded were put together, each holding's at their average cost and as if all were"
                    + " bought on the newest of their days.");
        }
        return all;
    }
}
