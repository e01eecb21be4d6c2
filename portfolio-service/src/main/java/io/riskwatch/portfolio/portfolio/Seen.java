package io.riskwatch.portfolio.portfolio;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Leaves out what is about a client's portfolio that the caller may not see. What is about a portfolio that is gone stays
 * everybody's, but when it was a client's: then it is seen by those who see every client.
 */
public final class Seen {

    /** A condition of SQL over a row {@code r} with {@code organisation_id} and {@code portfolio_id}; {@link #by} fills it in. */
    public static final String BY_CALLER =
            " and (:seesAll or (not exists (select from portfolio p where p.organisation_id = r.organisation_id"
                    + " and p.id = r.portfolio_id and not "
                    + Sight.VISIBLE.replaceFirst("\\?", ":seesAll").replaceFirst("\\?", ":sees")
                    + ") and not exists (select from former_client_portfolio f where f.organisation_id ="
                    + " r.organisation_id and f.portfolio_id = r.portfolio_id)))";

    private Seen() {}

    public static JdbcClient.StatementSpec by(JdbcClient.StatementSpec statement) {
        var sight = Sight.current();
        return statement.param("seesAll", sight.all()).param("sees", sight.userId());
    }
}
