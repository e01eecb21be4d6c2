package io.riskwatch.portfolio.valuation;

import io.riskwatch.portfolio.holding.HoldingHistory.Security;
import io.riskwatch.portfolio.marketdata.Closes;
import io.riskwatch.portfolio.marketdata.DailyCloses;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What one unit of a security was worth on each day: its last close, or while there is none its last trade. */
final class UnitValues {

    private final String symbol;
    private final @Nullable Security security;
    private final DailyRates rates;
    private final String quoteCurrency;
    private final double[] quotes;
    private final double[] trades;

    UnitValues(String symbol, @Nullable Security security, Closes closes, DailyRates rates) {
        this.symbol = symbol;
        this.security = security;
        this.rates = rates;
        var days = rates.days();
        var history = closes.of(symbol);
        quoteCurrency = history.map(DailyCloses::currency).orElse("");
        quotes = history.map(closing -> closing.carried(days.first(), days.count()))
                .orElseGet(() -> nothing(days));
        trades = security == null
                ? new double[days.count()]
                : security.lastTrade().over(days.first(), days.count());
    }

    private static double[] nothing(Days days) {
        var nothing = new double[days.count()];
        Arrays.fill(nothing, Double.NaN);
        return nothing;
    }

    String symbol() {
        return symbol;
    }

    boolean quoted(int day) {
        return !Double.isNaN(quotes[day]);
    }

    /** In {@link #currency}; NaN when nobody knows one. */
    double price(int day) {
        return quoted(day) ? quotes[day] : trades[day] == 0 ? Double.NaN : trades[day];
    }

    String currency(int day) {
        return quoted(day) || security == null ? quoteCurrency : security.currency();
    }

    /** In the base currency; NaN without a price or a rate. */
    double at(int day) {
        var price = price(day);
        return Double.isNaN(price) ? Double.NaN : price * rates.of(currency(day))[day];
    }
}
