package io.riskwatch.marketdata.upload;

import io.riskwatch.marketdata.series.Packed;
import io.riskwatch.marketdata.series.PriceSeries;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The uploaded prices of the current organisation; everybody else's are invisible (row-level security). */
@Component
@Transactional(readOnly = true)
public class UploadedHistory {
    /** How many other series are asked when the market traded. */
    private static final int PEERS = 20;

    private final JdbcClient jdbc;

    UploadedHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The series of a symbol, where the organisation has uploaded one. */
    public Optional<UploadedSeries> find(String symbol) {
        return jdbc.sql("""
                select symbol, currency, days, close, open, high, low, volume from history_series where symbol = ?""")
                .param(symbol)
                .query((row, number) ->
                        new UploadedSeries(row.getString("symbol"), row.getString("currency"), PackedRows.series(row)))
                .optional();
    }

    /** The closes of the uploaded ones among the symbols. */
    public Map<String, UploadedSeries> findCloses(Collection<String> symbols) {
        Map<String, UploadedSeries> found = new LinkedHashMap<>();
        jdbc.sql("select symbol, currency, days, close from history_series where symbol = any(?)")
                .param(symbols.toArray(String[]::new))
                .query(row -> {
                    PriceSeries prices = PackedRows.closes(row);
                    found.put(
                            row.getString("symbol"),
                            new UploadedSeries(row.getString("symbol"), row.getString("currency"), prices));
                });
        return found;
    }

    /** Days between two on which most of the organisation's other series have a price; none when it has no others. */
    public int[] tradingDays(String symbol, LocalDate from, LocalDate to) {
        Map<Integer, Integer> holders = new TreeMap<>();
        int[] peers = {0};
        jdbc.sql("""
                select days from history_series where symbol <> ? and first_day <= ? and last_day >= ?
                order by symbol limit ?""").params(symbol, to, from, PEERS).query(row -> {
            peers[0]++;
            for (int day : Packed.ints(row.getBytes("days"))) {
                if (day >= from.toEpochDay() && day <= to.toEpochDay()) {
                    holders.merge(day, 1, Integer::sum);
                }
            }
        });
        return holders.entrySet().stream()
                .filter(day -> 2 * day.getValue() > peers[0])
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    /** The newest price of the uploaded ones among the symbols. */
    public Map<String, UploadedClose> newest(Collection<String> symbols) {
        Map<String, UploadedClose> found = new LinkedHashMap<>();
        jdbc.sql("""
                select symbol, currency, last_day, last_close, previous_close from history_series
                where symbol = any(?)""").param(symbols.toArray(String[]::new)).query(row -> {
            double previous = row.getDouble("previous_close");
            found.put(
                    row.getString("symbol"),
                    new UploadedClose(
                            row.getString("symbol"),
                            row.getString("currency"),
                            row.getObject("last_day", LocalDate.class),
                            row.getDouble("last_close"),
                            row.wasNull() ? null : previous));
        });
        return found;
    }
}
