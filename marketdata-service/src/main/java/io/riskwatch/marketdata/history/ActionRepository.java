package io.riskwatch.marketdata.history;

import io.riskwatch.marketdata.series.Adjustment;
import io.riskwatch.marketdata.series.CorporateActions;
import io.riskwatch.marketdata.series.Dividend;
import io.riskwatch.marketdata.series.Split;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Splits and dividends of the providers' instruments. */
@Repository
class ActionRepository {
    private static final OffsetDateTime EVER = OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);

    private final JdbcClient jdbc;

    ActionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that is known of the instruments. */
    Found of(Collection<Integer> instruments) {
        return knownAt(instruments, EVER);
    }

    /** What was known at a time. */
    Found knownAt(Collection<Integer> instruments, OffsetDateTime at) {
        Found found = new Found(new HashMap<>(), new HashMap<>());
        Integer[] ids = instruments.toArray(Integer[]::new);
        jdbc.sql("""
                select instrument_id, day, new_shares, old_shares from instrument_split
                where instrument_id = any(?) and known_at <= ? order by instrument_id, day""").params(ids, at).query(row -> {
            found.splits
                    .computeIfAbsent(row.getInt("instrument_id"), id -> new ArrayList<>())
                    .add(new Split(
                            row.getObject("day", LocalDate.class), row.getInt("new_shares"), row.getInt("old_shares")));
        });
        jdbc.sql("""
                select instrument_id, day, amount, pay_day, announced_day from instrument_dividend
                where instrument_id = any(?) and known_at <= ? order by instrument_id, day""").params(ids, at).query(row -> {
            found.dividends
                    .computeIfAbsent(row.getInt("instrument_id"), id -> new ArrayList<>())
                    .add(new Dividend(
                            row.getObject("day", LocalDate.class),
                            row.getBigDecimal("amount"),
                            row.getObject("pay_day", LocalDate.class),
                            row.getObject("announced_day", LocalDate.class)));
        });
        return found;
    }

    /** Splits and dividends by instrument. */
    record Found(Map<Integer, List<Split>> splits, Map<Integer, List<Dividend>> dividends) {

        CorporateActions actions(int instrument, Adjustment stored) {
            return new CorporateActions(
                    stored, splits.getOrDefault(instrument, List.of()), dividends.getOrDefault(instrument, List.of()));
        }
    }
}
