package io.riskwatch.portfolio.marginwatch;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.margin.account.KeptDeficits;
import io.riskwatch.portfolio.margin.intraday.IntradayDeficit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The intraday deficits of the current organisation's margin accounts, one an account and day, the same for all replicas. */
@Repository
class IntradayDeficits implements KeptDeficits {

    private static final int MOST = 100;
    private static final String COLUMNS = "day, amount, at, equity, raised, met_at, changes";

    private final JdbcClient jdbc;

    IntradayDeficits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param changes as of which count of the account's changes */
    private record Kept(IntradayDeficit deficit, long changes) {}

    @Override
    @Transactional(readOnly = true)
    public List<IntradayDeficit> of(UUID portfolioId, String currency, LocalDate since) {
        return jdbc
                .sql("select " + COLUMNS + " from margin_intraday_deficit where organisation_id = ? and"
                        + " portfolio_id = ? and currency = ? and day >= ? order by day desc limit " + MOST)
                .params(organisation(), portfolioId, currency, since)
                .query(IntradayDeficits::kept)
                .list()
                .stream()
                .map(Kept::deficit)
                .toList();
    }

    /**
     * What a transaction makes of the deficits that are not met, and of the day's. Every replica sees every transaction and whoever
     * comes first takes it: the second finds the count of changes that it led to.
     */
    @Transactional
    public void take(LevelMove move) {
        UUID portfolio = move.portfolioId();
        // whoever makes the first row of a day finds the other one who does
        boolean there = !jdbc.sql("select 1 from margin_state where organisation_id = ? and portfolio_id = ? for no key"
                        + " update")
                .params(organisation(), portfolio)
                .query(Integer.class)
                .list()
                .isEmpty();
        if (!there) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(move.move().at(), ZoneOffset.UTC);
        List<Kept> open = jdbc.sql("select " + COLUMNS + " from margin_intraday_deficit where organisation_id = ? and"
                        + " portfolio_id = ? and currency = ? and (met_at is null or day = ?) order by day desc limit "
                        + MOST)
                .params(organisation(), portfolio, move.currency(), day)
                .query(IntradayDeficits::kept)
                .list();
        for (Kept kept : open) {
            if (move.from() >= kept.changes()) {
                change(move, kept.deficit().after(move.move(), day));
            }
        }
        if (open.stream().noneMatch(kept -> kept.deficit().day().equals(day))) {
            IntradayDeficit.of(day, move.move()).ifPresent(found -> add(move, found));
        }
    }

    private void add(LevelMove move, IntradayDeficit found) {
        jdbc.sql("insert into margin_intraday_deficit (organisation_id, portfolio_id, currency, " + COLUMNS
                        + ") values (:organisation, :portfolio, :currency, :day, :amount, :at, :equity, :raised, :met,"
                        + " :changes) on conflict (portfolio_id, day) do nothing")
                .paramSource(values(move, found))
                .update();
    }

    private void change(LevelMove move, IntradayDeficit now) {
        jdbc.sql("update margin_intraday_deficit set amount = :amount, at = :at, equity = :equity, raised = :raised,"
                        + " met_at = :met, changes = :changes where organisation_id = :organisation and portfolio_id ="
                        + " :portfolio and currency = :currency and day = :day")
                .paramSource(values(move, now))
                .update();
    }

    private static SqlParameterSource values(LevelMove move, IntradayDeficit deficit) {
        return new MapSqlParameterSource()
                .addValue("organisation", organisation())
                .addValue("portfolio", move.portfolioId())
                .addValue("currency", move.currency())
                .addValue("day", deficit.day())
                .addValue("amount", deficit.amount())
                .addValue("at", utc(deficit.at()))
                .addValue("equity", deficit.equity())
                .addValue("raised", deficit.raised())
                .addValue("met", utc(deficit.metAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("changes", move.to());
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        OffsetDateTime met = row.getObject("met_at", OffsetDateTime.class);
        return new Kept(
                new IntradayDeficit(
                        row.getObject("day", LocalDate.class),
                        row.getBigDecimal("amount"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBigDecimal("equity"),
                        row.getBigDecimal("raised"),
                        met == null ? null : met.toInstant()),
                row.getLong("changes"));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
