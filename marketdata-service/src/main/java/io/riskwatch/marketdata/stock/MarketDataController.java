package io.riskwatch.marketdata.stock;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.riskwatch.marketdata.quote.Quote;
import io.riskwatch.marketdata.xsim.Listing;
import io.riskwatch.service.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Prices by {@code symbol:exchange}, and the closes of the last month. */
@RestController
class MarketDataController {
    private static final int MONTH = 30;

    private final Stocks stocks;
    private final JdbcClient jdbc;
    private final Clock clock;

    MarketDataController(Stocks stocks, JdbcClient jdbc, Clock clock) {
        this.stocks = stocks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The newest price of every instrument, by symbol. */
    @GetMapping("/api/market-data/all")
    List<MarketDataView> all() {
        return stocks.all();
    }

    /** The latest price of one instrument, fetched and stored. */
    @GetMapping("/api/market-data/instrument")
    MarketDataView instrument(@AuthenticationPrincipal Jwt token, @RequestParam @Size(max = 64) String instrument) {
        int colon = instrument.indexOf(':');
        if (colon <= 0 || colon == instrument.length() - 1) {
            throw ProblemException.badRequest("instrument", "is symbol:exchange, such as ORBX:XSIM");
        }
        String exchange = instrument.substring(colon + 1);
        // a simulated company is known by its bare symbol, and so is the main listing of a real one
        String symbol = exchange.equals(Listing.EXCHANGE) ? instrument.substring(0, colon) : instrument;
        Quote quote = stocks.fetch(token, symbol);
        if (quote.simulated() != exchange.equals(Listing.EXCHANGE)) {
            throw ProblemException.notFound("instrument");
        }
        return MarketDataView.of(quote, exchange);
    }

    /** The daily closes of the last thirty days, newest first, then by symbol. */
    @GetMapping("/api/market-history/all")
    List<HistoryRecord> history(@RequestParam(defaultValue = "5000") @Min(1) @Max(50_000) int limit) {
        LocalDate since = LocalDate.now(clock).minusDays(MONTH);
        return jdbc.sql("""
                select i.symbol, i.exchange, b.day, b.close, i.currency
                from price_bar b join instrument i on i.id = b.instrument_id
                where b.day >= ? order by b.day desc, i.symbol collate "C" limit ?""")
                .params(since, limit)
                .query((row, number) -> new HistoryRecord(
                        row.getString("symbol") + ":" + row.getString("exchange"),
                        row.getString("symbol"),
                        row.getString("exchange"),
                        row.getObject("day", LocalDate.class)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .toString(),
                        row.getDouble("close"),
                        row.getString("currency")))
                .list();
    }

    /** A day's close. */
    record HistoryRecord(
            String instrument,
            String symbol,
            String exchange,
            String timestamp,
            @JsonProperty("close_price") double closePrice,
            String currency) {}
}
