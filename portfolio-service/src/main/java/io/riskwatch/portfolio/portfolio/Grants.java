package io.riskwatch.portfolio.portfolio;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.event.Audience;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.security.Caller;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who may see which client's portfolio, and what else they may do with it. */
@Repository
public class Grants {

    /** As many people as one portfolio may be granted to. */
    public static final int MOST = 200;

    private static final String OF_PORTFOLIO = " where organisation_id = ? and portfolio_id = ?";

    private final JdbcClient jdbc;

    Grants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One person's. */
    public record Grant(UUID userId, String userName, GrantScope scope, Instant grantedAt) {}

    /** A refusal of what somebody may see and not do. */
    public static ProblemException notAllowed() {
        return ProblemException.of(
                HttpStatus.FORBIDDEN, "forbidden", "Not allowed", "Your role or grant does not allow this.");
    }

    /** Refuses whoever does not see every client. */
    public static void requireAll() {
        if (!Sight.current().all()) {
            throw notAllowed();
        }
    }

    /**
     * Refuses what the caller may not do with a portfolio that is a client's: with a 404 when they may not even see it.
     * Whose organisation it belongs to is for who reads it to check.
     */
    @Transactional(readOnly = true)
    public void require(UUID portfolioId, GrantScope needed) {
        var sight = Sight.current();
        if (sight.all() || !ofClient(portfolioId)) {
            return;
        }
        var granted = find(portfolioId, sight.userId()).orElseThrow(() -> ProblemException.notFound("portfolio"));
        if (!granted.allows(needed)) {
            throw notAllowed();
        }
    }

    private boolean ofClient(UUID portfolioId) {
        return jdbc.sql("select of_client from portfolio where organisation_id = ? and id = ?")
                .params(organisation(), portfolioId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** What is granted to the person; empty when nothing is. */
    @Transactional(readOnly = true)
    public Optional<GrantScope> find(UUID portfolioId, UUID userId) {
        return jdbc.sql("select scope from portfolio_grant" + OF_PORTFOLIO + " and user_id = ?")
                .params(organisation(), portfolioId, userId)
                .query((row, number) -> GrantScope.valueOf(row.getString("scope")))
                .optional();
    }

    /** Whom browsers are told of what happens to a portfolio: everybody, but of a client's only who may see the client. */
    @Transactional(readOnly = true)
    public Audience audienceOf(@Nullable UUID portfolioId) {
        if (portfolioId == null) {
            return Audience.EVERYBODY;
        }
        return jdbc.sql("select array(select g.user_id from portfolio_grant g where g.organisation_id ="
                        + " p.organisation_id and g.portfolio_id = p.id) granted from portfolio p where"
                        + " p.organisation_id = :organisation and p.id = :portfolio and p.of_client union all"
                        + " select array[]::uuid[] from former_client_portfolio where organisation_id ="
                        + " :organisation and portfolio_id = :portfolio limit 1")
                .param("organisation", organisation())
                .param("portfolio", portfolioId)
                .query((row, number) -> Audience.ofClient(
                        Arrays.asList((UUID[]) row.getArray("granted").getArray())))
                .optional()
                .orElse(Audience.EVERYBODY);
    }

    /** All of a portfolio, the oldest first. */
    @Transactional(readOnly = true)
    public List<Grant> of(UUID portfolioId) {
        return jdbc.sql("select g.user_id, u.name, g.scope, g.granted_at from portfolio_grant g"
                        + " join app_user u on u.id = g.user_id" + OF_PORTFOLIO + " order by granted_at, user_id limit "
                        + MOST)
                .params(organisation(), portfolioId)
                .query((row, number) -> new Grant(
                        row.getObject("user_id", UUID.class),
                        row.getString("name"),
                        GrantScope.valueOf(row.getString("scope")),
                        row.getTimestamp("granted_at").toInstant()))
                .list();
    }

    /** Grants it, or changes what was granted. The caller holds the portfolio's lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(UUID portfolioId, UUID userId, GrantScope scope) {
        if (find(portfolioId, userId).isEmpty() && of(portfolioId).size() >= MOST) {
            throw ProblemException.conflict("A client is granted to at most %d people.".formatted(MOST));
        }
        @Nullable UUID by = Caller.find().map(Caller::userId).orElse(null);
        jdbc.sql("insert into portfolio_grant (organisation_id, portfolio_id, user_id, scope, granted_by)"
                        + " values (:organisation, :portfolio, :user, :scope, :by)"
                        + " on conflict (portfolio_id, user_id) do update set scope = excluded.scope,"
                        + " granted_by = excluded.granted_by, granted_at = now()")
                .param("organisation", organisation())
                .param("portfolio", portfolioId)
                .param("user", userId)
                .param("scope", scope.name())
                .param("by", by, java.sql.Types.OTHER)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UUID portfolioId, UUID userId) {
        jdbc.sql("delete from portfolio_grant" + OF_PORTFOLIO + " and user_id = ?")
                .params(organisation(), portfolioId, userId)
                .update();
    }
}
