package io.riskwatch.marketdata.history;

import io.riskwatch.marketdata.series.Adjustment;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds providers' instruments by {@code symbol} or {@code symbol:exchange}, by a symbol they have or had. A bare symbol that
 * several list is XSIM's, else the one that was listed first.
 */
@Repository
class ListedInstruments {
    private final JdbcClient jdbc;

    ListedInstruments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ListedInstrument> find(String key) {
        return find(List.of(key)).stream().findFirst();
    }

    /** Those of the keys that are known, in the order of the keys' text. */
    List<ListedInstrument> find(Collection<String> keys) {
        return jdbc.sql("""
            with asked as (
                select key, split_part(key, ':', 1) as symbol, split_part(key, ':', 2) as exchange
                from unnest(?::text[]) as key),
            found as (
                select a.key, i.id, false as former from asked a join instrument i
                    on i.symbol = a.symbol and (a.exchange = '' or i.exchange = a.exchange)
                union all
                select a.key, f.instrument_id, true from asked a join former_symbol f
                    on f.symbol = a.symbol and (a.exchange = '' or f.exchange = a.exchange))
            select distinct on (key) key, i.id, i.currency, i.provider, i.price_adjustment
            from found f join instrument i on i.id = f.id order by key, former, i.provider <> 'xsim', i.id\
            """)
                .param(keys.toArray(String[]::new))
                .query((row, number) -> new ListedInstrument(
                        row.getString("key"),
                        row.getInt("id"),
                        row.getString("currency"),
                        row.getString("provider"),
                        Adjustment.valueOf(row.getString("price_adjustment"))))
                .list();
    }
}
