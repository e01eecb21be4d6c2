package io.riskwatch.portfolio.margin.rate;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.service.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who set which rates and terms when; what is set here is set only if nobody changed it since it was read. */
@Repository
class RateRegister {

    private final JdbcClient jdbc;
    private final RateBooks books;

    RateRegister(JdbcClient jdbc, RateBooks books) {
        this.jdbc = jdbc;
        this.books = books;
    }

    /**
     * What was set, and by whom.
     *
     * @param by the name of who did; absent when that account is gone
     */
    record Entry<T>(T what, @Nullable String by, Instant at) {}

    /** What the caller takes for granted about what stands there, by the instant it was set at. */
    @FunctionalInterface
    interface Expectation {
        boolean holds(Optional<Instant> setAt);
    }

    /** By symbol and day, after the given place. */
    @Transactional(readOnly = true)
    List<Entry<HouseRate>> list(@Nullable String symbol, String afterSymbol, LocalDate afterDay, int limit) {
        return jdbc.sql("select " + RateBooks.COLUMNS + ", u.name as set_by_name, set_at from margin_rate r left join"
                        + " app_user u on u.id = r.set_by where organisation_id = :organisation and (symbol,"
                        + " valid_from) > (:symbolAfter, :dayAfter) and (cast(:symbol as text) is"
                        + " null or symbol = :symbol) order by symbol, valid_from limit :limit")
                .param("organisation", organisation())
                .param("symbolAfter", afterSymbol)
                .param("dayAfter", afterDay)
                .param("symbol", symbol, Types.VARCHAR)
                .param("limit", limit)
                .query((row, number) -> entry(row, RateBooks.rate(row, number)))
                .list();
    }

    /** All terms that were set, those that hold from the latest day first. */
    @Transactional(readOnly = true)
    List<Entry<MarginTerms>> terms() {
        return jdbc.sql("select " + RateBooks.TERMS + ", u.name as set_by_name, set_at from margin_terms t left join"
                        + " app_user u on u.id = t.set_by where organisation_id = ? order by valid_from desc limit "
                        + RateBooks.MOST)
                .param(organisation())
                .query((row, number) -> entry(row, RateBooks.terms(row, number)))
                .list();
    }

    /** Sets what holds for an instrument from a day. */
    @Transactional
    Entry<HouseRate> set(HouseRate rate, UUID by, Expectation expected) {
        require(
                expected,
                jdbc.sql("select set_at from margin_rate where organisation_id = ? and symbol = ? and valid_from = ?"
                                + " for update")
                        .params(organisation(), rate.symbol(), rate.validFrom())
                        .query(RateRegister::setAt)
                        .optional());
        if (!books.set(rate, by)) {
            throw ProblemException.conflict("%,d rates of one's own are the most.".formatted(RateBooks.MOST));
        }
        return list(rate.symbol(), rate.symbol(), rate.validFrom().minusDays(1), 1)
                .getFirst();
    }

    /** Sets what holds for every margin account from a day. */
    @Transactional
    Entry<MarginTerms> set(MarginTerms terms, UUID by, Expectation expected) {
        require(
                expected,
                jdbc.sql("select set_at from margin_terms where organisation_id = ? and valid_from = ? for update")
                        .params(organisation(), terms.validFrom())
                        .query(RateRegister::setAt)
                        .optional());
        books.set(terms, by);
        return terms().stream()
                .filter(entry -> entry.what().validFrom().equals(terms.validFrom()))
                .findFirst()
                .orElseThrow();
    }

    private static void require(Expectation expected, Optional<Instant> found) {
        if (!expected.holds(found)) {
            throw ProblemException.preconditionFailed(
                    "What holds from that day was set by somebody since it was read; read it again.");
        }
    }

    private static Instant setAt(ResultSet row, int number) throws SQLException {
        return row.getTimestamp("set_at").toInstant();
    }

    private static <T> Entry<T> entry(ResultSet row, T what) throws SQLException {
        return new Entry<>(what, row.getString("set_by_name"), setAt(row, 0));
    }
}
