package io.riskwatch.portfolio.performance;

import io.riskwatch.quant.performance.cashflow.InternalRate;
import io.riskwatch.quant.performance.cashflow.TimeWeightedReturn;
import io.riskwatch.quant.series.Returns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says in words what the two returns are and why they differ, with the user's own numbers. */
final class Explanation {

    /** Two returns closer than this are called the same: a twentieth of a percentage point. */
    private static final double SAME = 0.0005;

    private final Period period;
    private final String currency;

    private Explanation(Period period, String currency) {
        this.period = period;
        this.currency = currency;
    }

    static List<String> of(Period period, PeriodReturns returns, String currency) {
        var explanation = new Explanation(period, currency);
        var sentences = new ArrayList<String>();
        returns.timeWeighted()
                .value()
                .ifPresent(found -> sentences.add(
                        "Your holdings returned %s (time-weighted: whatever you paid in or out, and when)."
                                .formatted(Words.signedPercent(found.total()))));
        returns.moneyWeighted().value().ifPresent(found -> sentences.add(explanation.earned(found)));
        if (returns.timeWeighted().known() && returns.moneyWeighted().known()) {
            sentences.add(explanation.difference(
                    returns.timeWeighted().get(), returns.moneyWeighted().get()));
        }
        return List.copyOf(sentences);
    }

    private String earned(InternalRate rate) {
        return "Your own money earned %s in %s, which is %s a year (money-weighted, XIRR)."
                .formatted(
                        Words.signedPercent(PeriodReturns.ofPeriod(rate.rate(), period.days())),
                        period.days() == 1 ? "this one day" : "these %d days".formatted(period.days()),
                        Words.signedPercent(rate.rate()));
    }

    private String difference(TimeWeightedReturn holdings, InternalRate rate) {
        var largest = largest();
        if (largest.isEmpty()) {
            return "Nothing was paid in or out within the range, so that both are the same return, once for the range and"
                    + " once a year.";
        }
        var apart = PeriodReturns.ofPeriod(rate.rate(), period.days()) - holdings.total();
        if (Math.abs(apart) < SAME) {
            return "Both agree: what you paid in and out came at times that made no difference.";
        }
        return "They differ because of what you paid in and out: %s. %s %s."
                .formatted(
                        told(largest.get(), holdings.returns()),
                        apart < 0 ? "Your timing cost you" : "Your timing earned you",
                        Words.points(Math.abs(apart)));
    }

    /** The flow that moved most, of those after the first money. */
    private Optional<Flow> largest() {
        return period.flows().stream()
                .filter(Flow::external)
                .filter(flow -> flow.day() > 0)
                .max(Comparator.comparingDouble(flow -> Math.abs(flow.payment())));
    }

    private String told(Flow flow, double[] returns) {
        // a deposit counts from the start of its day, a withdrawal until the end of it
        var split = period.entry(flow.day()) - (flow.payment() < 0 ? 1 : 0);
        var before = Returns.compounded(Arrays.copyOfRange(returns, 0, split));
        var after = Returns.compounded(Arrays.copyOfRange(returns, split, returns.length));
        return "%s %s %s on %s, after the holdings had %s and before they %s"
                .formatted(
                        Words.number(Math.abs(flow.payment())),
                        currency,
                        flow.payment() < 0 ? "came in" : "went out",
                        flow.date(),
                        Words.moved(before),
                        Words.moved(after));
    }
}
