package io.riskwatch.portfolio.search;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.portfolio.Sight;
import io.riskwatch.portfolio.search.SearchHit.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds words with typing errors in them: PostgreSQL's full text search for whole words, trigrams for what only resembles
 * them. Within the current organisation, and for no longer than two seconds.
 */
@Repository
class Search {

    /** From which resemblance on a word counts as meant: of the trigrams of what is asked, the share that is found. */
    static final double RESEMBLANCE = 0.45;

    private static final String QUERY = """
        with asked as (select cast(? as text) as words, plainto_tsquery('simple', ?) as query, cast(? as uuid) as org),
             seen as (select p.id from portfolio p, asked a where p.organisation_id = a.org and\
        """ + Sight.VISIBLE + """
        )
        select kind, id, portfolio_id, title, body, day, score from (
            select 'PORTFOLIO' as kind, p.id, p.id as portfolio_id, p.name as title, null as body, null::date as day,
                   word_similarity(a.words, p.name) as score
            from portfolio p, asked a where p.organisation_id = a.org and p.id in (select id from seen)
            union all
            select 'HOLDING', null, h.portfolio_id, h.symbol, s.name, null,
                   greatest(word_similarity(a.words, h.symbol), word_similarity(a.words, coalesce(s.name, '')))
            from (select distinct portfolio_id, symbol, organisation_id from ledger_transaction t, asked a
                  where t.organisation_id = a.org and symbol is not null
                    and portfolio_id in (select id from seen)) h
            join asked a on true
            left join seen_instrument s on s.organisation_id = h.organisation_id and s.symbol = h.symbol
            union all
            select 'INSTRUMENT', null, null, s.symbol, s.name, null,
                   greatest(word_similarity(a.words, s.symbol), word_similarity(a.words, coalesce(s.name, '')))
            from seen_instrument s, asked a where s.organisation_id = a.org and (? or exists (
                  select from ledger_transaction t where t.organisation_id = a.org and t.symbol = s.symbol
                    and t.portfolio_id in (select id from seen)))
            union all
            select 'TRANSACTION', t.id, t.portfolio_id, coalesce(t.symbol, t.type), t.note, t.trade_date,
                   case when to_tsvector('simple', coalesce(t.note, '')) @@ a.query then 1
                        else word_similarity(a.words, coalesce(t.note, '')) * 0.99 end
            from ledger_transaction t, asked a where t.organisation_id = a.org and t.note is not null
              and t.portfolio_id in (select id from seen)
            union all
            select 'TRANSACTION', t.id, t.portfolio_id, t.symbol, t.note, t.trade_date, 0.5
            from ledger_transaction t, asked a where t.organisation_id = a.org and t.symbol = upper(a.words)
              and t.portfolio_id in (select id from seen)
        ) found
        where score >= ?
        order by score desc, array_position(array['PORTFOLIO', 'HOLDING', 'INSTRUMENT', 'TRANSACTION'], kind), day desc nulls last, title, id
        limit ?
        """;

    private final JdbcClient jdbc;

    Search(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The best hits first; a holding is one that was ever held. */
    @Transactional(readOnly = true)
    public List<SearchHit> find(String words, int limit) {
        var sight = Sight.current();
        jdbc.sql("set local statement_timeout = '2s'").update();
        return jdbc.sql(QUERY)
                .params(words, words, organisation(), sight.all(), sight.userId(), sight.all(), RESEMBLANCE, limit)
                .query(Search::hit)
                .list();
    }

    private static SearchHit hit(ResultSet row, int number) throws SQLException {
        return new SearchHit(
                Kind.valueOf(row.getString("kind")),
                row.getObject("id", UUID.class),
                row.getObject("portfolio_id", UUID.class),
                row.getString("title"),
                row.getString("body"),
                row.getObject("day", LocalDate.class),
                row.getDouble("score"));
    }
}
