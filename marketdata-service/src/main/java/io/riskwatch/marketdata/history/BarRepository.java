package io.riskwatch.marketdata.history;

import io.riskwatch.marketdata.series.PriceSeries;
import io.riskwatch.marketdata.series.PriceSeries.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The providers' stored daily bars. */
@Repository
@Transactional(readOnly = true)
class BarRepository {
    private static final int FETCH_SIZE = 10_000;
    private static final int NONE = -1;

    private final JdbcClient jdbc;
    private final ActionRepository actions;
    private final ListedInstruments listings;

    BarRepository(JdbcTemplate template, ActionRepository actions, ListedInstruments listings) {
        this.actions = actions;
        this.listings = listings;
        JdbcTemplate streaming = new JdbcTemplate(java.util.Objects.requireNonNull(template.getDataSource()));
        streaming.setFetchSize(FETCH_SIZE);
        this.jdbc = JdbcClient.create(streaming);
    }

    /** All bars of a symbol between two days, both included; empty when no provider lists the symbol. */
    Optional<SourcedSeries> bars(String symbol, LocalDate from, LocalDate to) {
        return listings.find(symbol).map(listing -> {
            Columns columns = new Columns(Column.values());
            jdbc.sql("""
                select day - date '1970-01-01' as epoch_day, close, open, high, low, volume from price_bar
                where instrument_id = ? and day between ? and ? order by day\
                """).params(listing.id(), from, to).query(columns::add);
            return listing.with(
                    columns.toSeries(), actions.of(List.of(listing.id())).actions(listing.id(), listing.stored()));
        });
    }

    /** The bars as they were known at an instant: later corrections are taken back, days told later are left out. */
    Optional<SourcedSeries> barsAsKnown(String symbol, LocalDate from, LocalDate to, Instant knownAt) {
        OffsetDateTime at = knownAt.atOffset(ZoneOffset.UTC);
        return listings.find(symbol).map(listing -> {
            Columns columns = new Columns(Column.values());
            jdbc.sql("""
                select day - date '1970-01-01' as epoch_day, close, open, high, low, volume from (
                    select day, close, open, high, low, volume from price_bar
                    where instrument_id = ? and day between ? and ? and known_at <= ?
                    union all
                    select day, close, open, high, low, volume from price_bar_revision
                    where instrument_id = ? and day between ? and ? and known_from <= ? and known_until > ?
                ) known order by day\
                """)
                    .params(listing.id(), from, to, at, listing.id(), from, to, at, at)
                    .query(columns::add);
            return listing.with(
                    columns.toSeries(),
                    actions.knownAt(List.of(listing.id()), at).actions(listing.id(), listing.stored()));
        });
    }

    /** The corrections of a symbol's bars, the latest first. */
    List<Revision> revisions(String symbol, int limit) {
        return jdbc.sql("""
            select r.day, r.close as before, coalesce(
                    (select n.close from price_bar_revision n where n.instrument_id = r.instrument_id and n.day = r.day
                     and n.known_from >= r.known_until order by n.known_from limit 1), b.close) as after,
                r.known_from, r.known_until
            from price_bar_revision r join price_bar b on b.instrument_id = r.instrument_id and b.day = r.day
            where r.instrument_id = ? order by r.known_until desc, r.day limit ?\
            """)
                .params(listings.find(symbol).map(ListedInstrument::id).orElse(NONE), limit)
                .query((row, number) -> new Revision(
                        row.getObject("day", LocalDate.class),
                        row.getDouble("before"),
                        row.getDouble("after"),
                        row.getObject("known_from", OffsetDateTime.class).toInstant(),
                        row.getObject("known_until", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * Days between two on which most of the provider's other instruments of the same exchange have a price: when the market
     * traded.
     */
    int[] tradingDays(String symbol, LocalDate from, LocalDate to) {
        return jdbc
                .sql("""
                    with peers as (
                        select o.id from instrument i join instrument o on o.provider = i.provider and o.exchange = i.exchange
                        where i.id = ? and o.id <> i.id order by o.id limit 20)
                    select day - date '1970-01-01' from price_bar where instrument_id in (select id from peers)
                    and day between ? and ? group by day having count(*) * 2 > (select count(*) from peers) order by day\
                    """)
                .params(listings.find(symbol).map(ListedInstrument::id).orElse(NONE), from, to)
                .query((row, number) -> row.getInt(1))
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * A close that was corrected.
     *
     * @param before what was known from {@code knownFrom} until {@code knownUntil}
     * @param after what took its place
     */
    record Revision(LocalDate day, double before, double after, Instant knownFrom, Instant knownUntil) {}

    /** The closes of those among the symbols that a provider lists. */
    Map<String, SourcedSeries> closes(Collection<String> symbols, LocalDate from, LocalDate to) {
        List<ListedInstrument> listed = listings.find(symbols);
        Map<Integer, Columns> columns = new LinkedHashMap<>();
        listed.forEach(instrument -> columns.put(instrument.id(), new Columns(Column.CLOSE)));
        jdbc.sql("""
            select instrument_id, day - date '1970-01-01' as epoch_day, close from price_bar
            where instrument_id = any(?) and day between ? and ? order by instrument_id, day\
            """).params(columns.keySet().toArray(Integer[]::new), from, to).query(row -> {
            Columns target = columns.get(row.getInt("instrument_id"));
            if (target != null) {
                target.add(row);
            }
        });
        Map<String, SourcedSeries> found = new LinkedHashMap<>();
        ActionRepository.Found all = actions.of(columns.keySet());
        for (ListedInstrument instrument : listed) {
            Columns values = columns.get(instrument.id());
            if (values != null) {
                found.put(
                        instrument.key(),
                        instrument.with(values.toSeries(), all.actions(instrument.id(), instrument.stored())));
            }
        }
        return found;
    }

    /** Growing arrays, one per column. */
    private static final class Columns {
        private int size;
        private int[] days = new int[1024];
        private final Map<Column, double[]> values = new EnumMap<>(Column.class);

        Columns(Column... columns) {
            for (Column column : columns) {
                values.put(column, new double[days.length]);
            }
        }

        void add(ResultSet row) throws SQLException {
            if (size == days.length) {
                days = Arrays.copyOf(days, 2 * size);
                values.replaceAll((column, array) -> Arrays.copyOf(array, 2 * size));
            }
            days[size] = row.getInt("epoch_day");
            for (Map.Entry<Column, double[]> column : values.entrySet()) {
                double value = row.getDouble(column.getKey().name());
                column.getValue()[size] = row.wasNull() ? Double.NaN : value;
            }
            size++;
        }

        PriceSeries toSeries() {
            Map<Column, double[]> cut = new EnumMap<>(Column.class);
            values.forEach((column, array) -> cut.put(column, Arrays.copyOf(array, size)));
            return new PriceSeries(Arrays.copyOf(days, size), cut);
        }
    }
}
