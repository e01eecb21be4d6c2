package io.riskwatch.marketdata.quote;

import io.riskwatch.marketdata.instrument.InstrumentType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Prices that were fetched one by one, kept in PostgreSQL so that a restart, or a spent budget, still has the last one. */
@Repository
public class StoredQuotes {
    /** The scale of the column. */
    private static final int SCALE = 10;

    private final JdbcClient jdbc;

    StoredQuotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a price; the same one twice is one. */
    void store(Quote quote) {
        jdbc.sql("""
                insert into stored_quote (symbol, as_of, price, previous_close, currency, provider, simulated)
                values (:symbol, :asOf, :price, :previousClose, :currency, :provider, :simulated)
                on conflict (symbol, as_of) do nothing""")
                .param("symbol", quote.symbol())
                .param("asOf", Timestamp.from(quote.asOf()))
                .param("price", scaled(quote.price()))
                .param("previousClose", quote.previousClose() == null ? null : scaled(quote.previousClose()))
                .param("currency", quote.currency())
                .param("provider", quote.provider())
                .param("simulated", quote.simulated())
                .update();
    }

    /** The last price of every symbol. */
    public List<Quote> newest(int limit) {
        return jdbc.sql("""
                select distinct on (symbol) * from stored_quote
                order by symbol, as_of desc limit ?""").param(limit).query(StoredQuotes::quote).list();
    }

    /** Which of the keys, {@code symbol} or {@code symbol:exchange}, name an instrument of one of the types. */
    public List<String> ofTypes(Collection<String> keys, Collection<InstrumentType> types) {
        return jdbc.sql("""
                select k.key from unnest(cast(:keys as text[])) as k(key)
                where exists (
                    select from instrument i
                    where i.symbol = split_part(k.key, ':', 1)
                      and (split_part(k.key, ':', 2) in ('', i.exchange))
                      and i.type = any(cast(:types as text[])))""")
                .param("keys", keys.toArray(String[]::new))
                .param("types", types.stream().map(Enum::name).toArray(String[]::new))
                .query((row, number) -> row.getString("key"))
                .list();
    }

    /** Forgets prices that were overtaken before the instant; a symbol's last one stays. */
    public int forgetBefore(Instant before) {
        return jdbc.sql("""
                delete from stored_quote q where as_of < ? and exists (
                    select from stored_quote newer where newer.symbol = q.symbol and newer.as_of > q.as_of)""").param(Timestamp.from(before)).update();
    }

    /** Doubles print as the shortest decimal that means them, which is what was received. */
    private static BigDecimal scaled(double price) {
        BigDecimal exact = new BigDecimal(Double.toString(price));
        return exact.scale() > SCALE ? exact.setScale(SCALE, RoundingMode.HALF_EVEN) : exact;
    }

    private static Quote quote(ResultSet row, int number) throws SQLException {
        BigDecimal previous = row.getBigDecimal("previous_close");
        return Quote.of(
                row.getString("symbol"),
                row.getBigDecimal("price").doubleValue(),
                row.getString("currency"),
                row.getTimestamp("as_of").toInstant(),
                previous == null ? null : previous.doubleValue(),
                row.getString("provider"),
                row.getBoolean("simulated"));
    }
}
