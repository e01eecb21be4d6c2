package io.riskwatch.portfolio.valuation;

import io.riskwatch.portfolio.holding.HoldingHistory;
import io.riskwatch.portfolio.holding.HoldingRecorder;
import io.riskwatch.portfolio.ledger.LedgerEntry;
import io.riskwatch.portfolio.ledger.Story;
import io.riskwatch.portfolio.marketdata.Closes;
import io.riskwatch.portfolio.marketdata.DailyCloses;
import io.riskwatch.portfolio.marketdata.PriceHistory;
import io.riskwatch.portfolio.portfolio.Portfolio;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/** A user's story at the prices of a market, as tests tell it: "ORBX closed at 100 on the 2nd and at 104 on the 5th". */
public final class Past {

    private final Story story;
    private final CurrencyUnit base;
    private final Map<String, DailyCloses> closes = new HashMap<>();
    private boolean away;

    private Past(Story story, CurrencyUnit base) {
        this.story = story;
        this.base = base;
    }

    public static Past of(Story story, String baseCurrency) {
        return new Past(story, CurrencyUnit.of(baseCurrency));
    }

    /** Dates and closes in turn. */
    public Past closing(String symbol, String currency, String... datesAndCloses) {
        var points = new ArrayList<PriceHistory.Point>();
        for (var i = 0; i < datesAndCloses.length; i += 2) {
            points.add(
                    new PriceHistory.Point(LocalDate.parse(datesAndCloses[i]), new BigDecimal(datesAndCloses[i + 1])));
        }
        closes.put(symbol, DailyCloses.of(new PriceHistory(symbol, currency, true, points)));
        return this;
    }

    public Past whileMarketDataIsAway() {
        away = true;
        return this;
    }

    public HoldingHistory holdings() {
        var recorder = new HoldingRecorder();
        story.entries().stream().sorted(LedgerEntry.ORDER).forEach(recorder::play);
        return recorder.answer();
    }

    public Closes closes() {
        return new Closes(closes, away);
    }

    public DailyRates rates(Days days) {
        return new DailyRates(base.getCode(), days, closes());
    }

    public UnitSeries units(String symbol, PortfolioHistory history) {
        var days = history.values().orElseThrow().days();
        return UnitSeries.of(closes.get(symbol), days, rates(days));
    }

    /** From the first booking, or a later day, until a day. */
    public PortfolioHistory between(String from, String to) {
        var holdings = holdings();
        var first = holdings.first().orElseThrow();
        var start = from == null || LocalDate.parse(from).isBefore(first) ? first : LocalDate.parse(from);
        return new PortfolioHistory(
                new Portfolio(new UUID(0, 1), "Mine", base, false, false, 0, Instant.EPOCH, Instant.EPOCH),
                holdings,
                Optional.of(DailyValues.of(holdings, base.getCode(), new Days(start, LocalDate.parse(to)), closes())),
                away);
    }

    public PortfolioHistory until(String to) {
        return between(null, to);
    }
}
