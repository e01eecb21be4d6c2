package io.riskwatch.marketdata.instrument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The instruments the current organisation sees: what it uploaded, and what providers list under other symbols. */
@Repository
@Transactional(readOnly = true)
class InstrumentRepository {
    private static final String VISIBLE = """
            with visible as (
                select symbol, 'UPLOAD' as exchange, symbol as name, 'OTHER' as type, currency,
                       null::text as sector, null::text as region, 'upload' as provider, false as simulated
                from history_series
                union all
                select symbol, exchange, name, type, currency, sector, region, provider, provider = 'xsim'
                from instrument i
                where not exists (select from history_series s where s.symbol = i.symbol))
            select * from visible\s""";

    private final JdbcClient jdbc;

    InstrumentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instrument> find(String symbol) {
        return jdbc.sql(VISIBLE + "where symbol = ?")
                .param(symbol)
                .query(InstrumentRepository::instrument)
                .optional();
    }

    /** Those whose symbol begins with the text or whose name contains it, in the order of their symbols. */
    List<Instrument> search(String text, @Nullable InstrumentType type, String afterSymbol, int limit) {
        String literal = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return jdbc.sql(VISIBLE + """
                where (symbol ilike :text || '%' or name ilike '%' || :text || '%')
                  and (cast(:type as text) is null or type = :type)
                  and symbol > :after collate "C"
                order by symbol collate "C"
                limit :limit""")
                .param("text", literal)
                .param("type", type == null ? null : type.name())
                .param("after", afterSymbol)
                .param("limit", limit)
                .query(InstrumentRepository::instrument)
                .list();
    }

    private static Instrument instrument(ResultSet row, int number) throws SQLException {
        return new Instrument(
                row.getString("symbol"),
                row.getString("exchange"),
                row.getString("name"),
                InstrumentType.valueOf(row.getString("type")),
                row.getString("currency"),
                row.getString("sector"),
                row.getString("region"),
                row.getString("provider"),
                row.getBoolean("simulated"));
    }
}
