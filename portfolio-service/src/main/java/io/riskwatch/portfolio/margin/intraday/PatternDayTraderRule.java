package io.riskwatch.portfolio.margin.intraday;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The former rule: who day-trades often enough is a pattern day trader, and then may do so only with a minimum equity, and
 * buy during the day up to a multiple of what was above the requirement at the last close.
 *
 * @param dayTrades as many make a pattern
 * @param window business days they are counted over, the last included
 * @param share of all trades of the window that they must be more than
 * @param minimumEquity of a pattern day trader
 * @param multiple of the excess that may be bought during the day
 */
public record PatternDayTraderRule(
        int dayTrades, int window, BigDecimal share, BigDecimal minimumEquity, BigDecimal multiple)
        implements IntradayMarginRule {

    public PatternDayTraderRule {
        if (dayTrades < 1 || window < 1 || share.signum() < 0 || minimumEquity.signum() < 0 || multiple.signum() < 0) {
            throw new IllegalArgumentException("counts are at least 1, amounts at least 0");
        }
    }

    /** Trades and those of them that were closed on the same day, of one business day. */
    public record Day(int trades, int dayTrades) {}

    @Override
    public Regime regime() {
        return Regime.PATTERN_DAY_TRADER;
    }

    /** Whether the newest days, at most the window's, make a pattern. */
    public boolean isPattern(List<Day> newestLast) {
        var counted = newestLast.subList(Math.max(0, newestLast.size() - window), newestLast.size());
        var made = counted.stream().mapToInt(Day::dayTrades).sum();
        var all = counted.stream().mapToInt(Day::trades).sum();
        return made >= dayTrades && BigDecimal.valueOf(made).compareTo(share.multiply(BigDecimal.valueOf(all))) > 0;
    }

    /** Whether a pattern day trader may day-trade. */
    public boolean mayDayTrade(BigDecimal equity) {
        return equity.compareTo(minimumEquity) >= 0;
    }

    /** What a pattern day trader may buy during the day, in whole cents. */
    public BigDecimal buyingPower(BigDecimal equityAtLastClose, BigDecimal maintenanceAtLastClose) {
        return equityAtLastClose
                .subtract(maintenanceAtLastClose)
                .max(BigDecimal.ZERO)
                .multiply(multiple)
                .setScale(2, RoundingMode.DOWN);
    }
}
