package io.riskwatch.marketdata.fx;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Told rates: those of providers first, then those of the simulated market. */
@Repository
class FxStore {
    private static final String TOLD = """
            with told as (
                select base, quote, day, rate, provider, false as simulated from fx_rate
                where (base = :from and quote = :to) or (base = :to and quote = :from)
                union all
                select left(i.symbol, 3), right(i.symbol, 3), b.day, cast(b.close as numeric), i.provider, true
                from instrument i join price_bar b on b.instrument_id = i.id
                where i.provider = 'xsim' and i.type = 'FX' and i.symbol in (:from || :to, :to || :from))
            select * from told\s""";

    private final JdbcClient jdbc;

    FxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest rate between two currencies of a day or before, as it was told, whichever way. */
    Optional<Leg> lastOnOrBefore(String from, String to, LocalDate day) {
        return jdbc.sql(TOLD + "where day <= :day order by simulated, day desc, base <> :from limit 1")
                .param("from", from)
                .param("to", to)
                .param("day", day)
                .query(FxStore::leg)
                .optional();
    }

    /** The rates between two currencies of a span, by day. */
    List<Leg> between(String from, String to, LocalDate first, LocalDate last, int limit) {
        return jdbc.sql("select * from (" + TOLD + """
                where day between :first and :last and simulated = (
                    select not exists (select from fx_rate where (base = :from and quote = :to) or (base = :to and quote = :from)))
                order by day desc limit :limit) newest order by day""")
                .param("from", from)
                .param("to", to)
                .param("first", first)
                .param("last", last)
                .param("limit", limit)
                .query(FxStore::leg)
                .list();
    }

    /** Keeps rates; a later word for the same day replaces an earlier one. */
    @Transactional
    void store(List<Leg> legs) {
        for (Leg leg : legs) {
            jdbc.sql("""
                    insert into fx_rate (base, quote, day, rate, provider) values (?, ?, ?, ?, ?)
                    on conflict (base, quote, day) do update set rate = excluded.rate, provider = excluded.provider""")
                    .params(leg.base(), leg.quote(), leg.day(), leg.rate(), leg.provider())
                    .update();
        }
    }

    private static Leg leg(ResultSet row, int number) throws SQLException {
        BigDecimal rate = row.getBigDecimal("rate").stripTrailingZeros();
        return new Leg(
                row.getString("base"),
                row.getString("quote"),
                rate.scale() < 0 ? rate.setScale(0) : rate,
                row.getObject("day", LocalDate.class),
                row.getString("provider"),
                row.getBoolean("simulated"));
    }
}
