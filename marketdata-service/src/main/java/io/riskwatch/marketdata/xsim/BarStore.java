package io.riskwatch.marketdata.xsim;

import io.riskwatch.marketdata.series.Dividend;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the exchange's listings and daily bars in PostgreSQL, where history is read from. */
@Component
class BarStore {
    private static final int BUFFER = 64 * 1024;
    private static final long LOCK = 0x5853494DL; // "XSIM"

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;

    BarStore(JdbcClient jdbc, JdbcTemplate template, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.template = template;
        this.transaction = transaction;
    }

    /**
     * Stores every bar up to the last closed day that is not stored yet; replaces a history of another seed or model.
     * Any number of replicas may call it at once.
     *
     * @return the number of bars that were added
     */
    long bringUpToDate(Exchange exchange, Instant now) {
        Long added = transaction.execute(status -> {
            jdbc.sql("select 1 from pg_advisory_xact_lock(?)")
                    .param(LOCK)
                    .query()
                    .singleValue();
            LocalDate stored = storedUpTo(exchange);
            LocalDate last = exchange.lastClosedDay(now);
            if (!stored.isBefore(last)) {
                return 0L;
            }
            Map<String, Integer> ids = listings(exchange.listings());
            List<Object[]> dividends = new ArrayList<>();
            long bars = copy(exchange, ids, stored, now, dividends);
            actions(exchange.splits(last), ids, dividends);
            jdbc.sql("""
                    insert into simulated_market (provider, seed, model_version, listings_hash, last_day)
                    values (?, ?, ?, ?, ?)
                    on conflict (provider) do update set last_day = excluded.last_day""")
                    .params(Listing.PROVIDER, exchange.seed(), MarketSimulation.VERSION, exchange.fingerprint(), last)
                    .update();
            return bars;
        });
        return added == null ? 0 : added;
    }

    private LocalDate storedUpTo(Exchange exchange) {
        LocalDate before = TradingDays.FIRST.minusDays(1);
        return jdbc.sql("select seed, model_version, listings_hash, last_day from simulated_market where provider = ?")
                .param(Listing.PROVIDER)
                .query((row, number) -> {
                    boolean same = row.getLong("seed") == exchange.seed()
                            && row.getInt("model_version") == MarketSimulation.VERSION
                            && exchange.fingerprint().equals(row.getString("listings_hash"));
                    return same ? row.getObject("last_day", LocalDate.class) : null;
                })
                .optional()
                .orElseGet(() -> {
                    forget();
                    return before;
                });
    }

    private void forget() {
        jdbc.sql("delete from price_bar where instrument_id in (select id from instrument where provider = ?)")
                .param(Listing.PROVIDER)
                .update();
        jdbc.sql("delete from instrument where provider = ?")
                .param(Listing.PROVIDER)
                .update();
        jdbc.sql("delete from simulated_market where provider = ?")
                .param(Listing.PROVIDER)
                .update();
    }

    private Map<String, Integer> listings(List<Listing> listings) {
        for (Listing listing : listings) {
            jdbc.sql("""
                    insert into instrument (symbol, exchange, name, type, currency, sector, region, provider)
                    values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (symbol, exchange) do nothing""")
                    .params(
                            listing.symbol(),
                            Listing.EXCHANGE,
                            listing.name(),
                            listing.type().name(),
                            listing.currency(),
                            listing.sector(),
                            listing.region(),
                            Listing.PROVIDER)
                    .update();
        }
        Map<String, Integer> ids = new HashMap<>();
        jdbc.sql("select symbol, id from instrument where exchange = ?")
                .param(Listing.EXCHANGE)
                .query(row -> {
                    ids.put(row.getString("symbol"), row.getInt("id"));
                });
        return ids;
    }

    private void actions(Map<Listing, List<StockSplit>> splits, Map<String, Integer> ids, List<Object[]> dividends) {
        splits.forEach((listing, all) -> all.forEach(split -> jdbc.sql("""
                        insert into instrument_split (instrument_id, day, new_shares, old_shares) values (?, ?, ?, ?)
                        on conflict (instrument_id, day) do nothing""")
                .params(id(ids, listing), split.day(), split.newShares(), split.oldShares())
                .update()));
        template.batchUpdate("""
                insert into instrument_dividend (instrument_id, day, amount, pay_day, announced_day) values (?, ?, ?, ?, ?)
                on conflict (instrument_id, day) do nothing""", dividends);
    }

    /** @param dividends takes those announced on the days stored, as rows of instrument_dividend */
    private long copy(
            Exchange exchange, Map<String, Integer> ids, LocalDate after, Instant now, List<Object[]> dividends) {
        Long rows = template.execute((ConnectionCallback<Long>) connection -> {
            CopyIn copy = copyIn(connection);
            try {
                StringBuilder lines = new StringBuilder(BUFFER + 256);
                exchange.forEachBar(after, now, new Exchange.BarSink() {
                    @Override
                    public void accept(Listing listing, Bar bar) {
                        append(lines, id(ids, listing), bar);
                        if (lines.length() > BUFFER) {
                            flush(copy, lines);
                        }
                    }

                    @Override
                    public void dividend(Listing listing, Dividend dividend) {
                        dividends.add(new Object[] {
                            id(ids, listing),
                            dividend.day(),
                            dividend.amount(),
                            dividend.payDay(),
                            dividend.announcedDay()
                        });
                    }
                });
                flush(copy, lines);
                return copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
        return rows == null ? 0 : rows;
    }

    private static CopyIn copyIn(Connection connection) throws SQLException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy price_bar (instrument_id, day, open, high, low, close, volume) from stdin");
    }

    private static int id(Map<String, Integer> ids, Listing listing) {
        return Objects.requireNonNull(ids.get(listing.symbol()), listing.symbol());
    }

    private static void append(StringBuilder lines, int id, Bar bar) {
        lines.append(id).append('\t').append(bar.day()).append('\t');
        lines.append(bar.open()).append('\t').append(bar.high()).append('\t').append(bar.low());
        lines.append('\t').append(bar.close()).append('\t');
        if (bar.volume() == null) {
            lines.append("\\N");
        } else {
            lines.append(bar.volume());
        }
        lines.append('\n');
    }

    private static void flush(CopyIn copy, StringBuilder lines) {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
        lines.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not store simulated bars", e);
        }
    }
}
