package io.riskwatch.marketdata.backfill;

import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.marketdata.provider.ProviderError;
import io.riskwatch.marketdata.provider.SourceSymbol;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The histories that are being fetched, of all organisations. */
@Repository
class WorkRepository {
    private final JdbcClient jdbc;

    WorkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Wants the days of a symbol. What is stored or under way is not fetched again, only older and newer days are; one that
     * failed is tried anew after an hour, one that was cut short after a day.
     */
    void want(SourceSymbol symbol, InstrumentType type, Span wanted, Instant now) {
        jdbc.sql("""
            insert into backfill_work as w (symbol, exchange, type, first_day, last_day, state, retry_at, updated_at)
            values (:symbol, :exchange, :type, :from, :to, 'WAITING', :now, :now)
            on conflict (symbol, exchange) do update set
                first_day = least(w.first_day, excluded.first_day),
                last_day = greatest(w.last_day, excluded.last_day),
                given_up = case when w.state in ('FAILED', 'PARTIAL') then '{}' else w.given_up end,
                provider = case when w.state in ('FAILED', 'PARTIAL') then null else w.provider end,
                asked_from = case when w.state in ('FAILED', 'PARTIAL') then null else w.asked_from end,
                asked_to = case when w.state in ('FAILED', 'PARTIAL') then null else w.asked_to end,
                cut_short = null, attempts = 0, restarts = 0, error = null, detail = null,
                state = 'WAITING', retry_at = :now, updated_at = :now
            where case w.state
                when 'FAILED' then w.updated_at < :now - interval '1 hour'
                when 'PARTIAL' then w.updated_at < :now - interval '1 day'
                else w.first_day > excluded.first_day or w.last_day < excluded.last_day end\
            """)
                .param("symbol", symbol.symbol())
                .param("exchange", symbol.exchange() == null ? "" : symbol.exchange())
                .param("type", type.name())
                .param("from", wanted.from())
                .param("to", wanted.to())
                .param("now", time(now))
                .update();
    }

    /** Has finished work go on to a newer day. */
    void extend(Work work, LocalDate last, Instant now) {
        jdbc.sql("""
            update backfill_work set last_day = :last, attempts = 0, restarts = 0, state = 'WAITING', retry_at = :now,
                updated_at = :now
            where id = :id and state in ('DONE', 'PARTIAL') and last_day < :last\
            """)
                .param("last", last)
                .param("now", time(now))
                .param("id", work.id())
                .update();
    }

    /** Takes the work that has waited longest; nobody else takes it for a while. */
    Optional<Work> claim(UUID claimer, Instant now, Duration claim) {
        return jdbc.sql("""
            update backfill_work set claimed_by = :claimer, claimed_until = :until
            where id = (select id from backfill_work
                where state = 'WAITING' and retry_at <= :now and (claimed_until is null or claimed_until < :now)
                order by retry_at, id limit 1 for update skip locked)
            returning *\
            """)
                .param("claimer", claimer)
                .param("until", time(now.plus(claim)))
                .param("now", time(now))
                .query(WorkRepository::work)
                .optional();
    }

    /** The work as it stands, locked; empty where another replica has taken it over. */
    Optional<Work> claimed(long id, UUID claimer) {
        return jdbc.sql("select * from backfill_work where id = ? and claimed_by = ? for update")
                .params(id, claimer)
                .query(WorkRepository::work)
                .optional();
    }

    /** Keeps what became of it and gives it free. */
    void keep(Work work, Instant now) {
        Span asked = work.asked();
        jdbc.sql("""
            update backfill_work set asked_from = :from, asked_to = :to, provider = :provider, given_up = :givenUp,
                state = :state, error = :error, detail = :detail, cut_short = :cutShort, attempts = :attempts,
                restarts = :restarts, retry_at = :retryAt, claimed_by = null, claimed_until = null, updated_at = :now
            where id = :id\
            """)
                .param("from", asked == null ? null : asked.from())
                .param("to", asked == null ? null : asked.to())
                .param("provider", work.provider())
                .param("givenUp", work.givenUp().stream().sorted().toArray(String[]::new))
                .param("state", work.state().name())
                .param("error", work.error() == null ? null : work.error().name())
                .param("detail", work.detail())
                .param("cutShort", work.cutShort())
                .param("attempts", work.attempts())
                .param("restarts", work.restarts())
                .param("retryAt", time(work.retryAt()))
                .param("now", time(now))
                .param("id", work.id())
                .update();
    }

    /** The work on these keys, in no order. */
    List<Work> find(Collection<String> keys) {
        return jdbc.sql("""
            select * from backfill_work
            where case when exchange = '' then symbol else symbol || ':' || exchange end = any(?)\
            """)
                .param(keys.toArray(String[]::new))
                .query(WorkRepository::work)
                .list();
    }

    /** Finished work whose last day lies before a day, the oldest first. */
    List<Work> endedBefore(LocalDate day, int limit) {
        return jdbc.sql("""
            select w.* from backfill_work w
            where state in ('DONE', 'PARTIAL') and last_day < ?
              and not exists (select from instrument i where i.symbol = w.symbol and i.delisted_on is not null
                  and (w.exchange = '' or i.exchange = w.exchange) and i.provider = w.provider)
            order by last_day, id limit ?\
            """).params(day, limit).query(WorkRepository::work).list();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Work work(ResultSet row, int number) throws SQLException {
        String exchange = row.getString("exchange");
        String error = row.getString("error");
        return new Work(
                row.getLong("id"),
                new SourceSymbol(row.getString("symbol"), exchange.isEmpty() ? null : exchange),
                InstrumentType.valueOf(row.getString("type")),
                new Span(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                asked(row),
                row.getString("provider"),
                Set.copyOf(Arrays.asList((String[]) row.getArray("given_up").getArray())),
                Work.State.valueOf(row.getString("state")),
                error == null ? null : ProviderError.Kind.valueOf(error),
                row.getString("detail"),
                row.getString("cut_short"),
                row.getInt("attempts"),
                row.getInt("restarts"),
                row.getObject("retry_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Span asked(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("asked_from", LocalDate.class);
        return from == null ? null : new Span(from, row.getObject("asked_to", LocalDate.class));
    }
}
