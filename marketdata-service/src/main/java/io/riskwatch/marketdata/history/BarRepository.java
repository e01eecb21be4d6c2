package io.riskwatch.marketdata.history;

import io.riskwatch.marketdata.series.PriceSeries;
import io.riskwatch.marketdata.series.PriceSeries.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
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

    private final JdbcClient jdbc;

    BarRepository(JdbcTemplate template) {
        JdbcTemplate streaming = new JdbcTemplate(java.util.Objects.requireNonNull(template.getDataSource()));
        streaming.setFetchSize(FETCH_SIZE);
        this.jdbc = JdbcClient.create(streaming);
    }

    /** All bars of a symbol between two days, both included; empty when no provider lists the symbol. */
    Optional<SourcedSeries> bars(String symbol, LocalDate from, LocalDate to) {
        return listing(symbol).map(listing -> {
            Columns columns = new Columns(Column.values());
            jdbc.sql("""
                    select day - date '1970-01-01' as epoch_day, close, open, high, low, volume from price_bar
                    where instrument_id = ? and day between ? and ? order by day""").params(listing.id, from, to).query(columns::add);
            return listing.with(columns.toSeries());
        });
    }

    /** The closes of those among the symbols that a provider lists. */
    Map<String, SourcedSeries> closes(Collection<String> symbols, LocalDate from, LocalDate to) {
        Map<Integer, Listed> listings = new LinkedHashMap<>();
        Map<Integer, Columns> columns = new LinkedHashMap<>();
        jdbc.sql("select id, symbol, currency, provider from instrument where symbol = any(?)")
                .param(symbols.toArray(String[]::new))
                .query(row -> {
                    listings.put(row.getInt("id"), Listed.of(row));
                    columns.put(row.getInt("id"), new Columns(Column.CLOSE));
                });
        jdbc.sql("""
                select instrument_id, day - date '1970-01-01' as epoch_day, close from price_bar
                where instrument_id = any(?) and day between ? and ? order by instrument_id, day""")
                .params(listings.keySet().toArray(Integer[]::new), from, to)
                .query(row -> {
                    Columns target = columns.get(row.getInt("instrument_id"));
                    if (target != null) {
                        target.add(row);
                    }
                });
        Map<String, SourcedSeries> found = new LinkedHashMap<>();
        listings.forEach((id, listing) -> {
            Columns values = columns.get(id);
            if (values != null) {
                found.put(listing.symbol, listing.with(values.toSeries()));
            }
        });
        return found;
    }

    private Optional<Listed> listing(String symbol) {
        return jdbc.sql("select id, symbol, currency, provider from instrument where symbol = ?")
                .param(symbol)
                .query((row, number) -> Listed.of(row))
                .optional();
    }

    private record Listed(int id, String symbol, String currency, String provider) {
        static Listed of(ResultSet row) throws SQLException {
            return new Listed(
                    row.getInt("id"), row.getString("symbol"), row.getString("currency"), row.getString("provider"));
        }

        SourcedSeries with(PriceSeries prices) {
            return new SourcedSeries(symbol, currency, provider, provider.equals("xsim"), prices);
        }
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
