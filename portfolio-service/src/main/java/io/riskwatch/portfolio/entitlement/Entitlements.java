package io.riskwatch.portfolio.entitlement;

import io.riskwatch.portfolio.organisation.PlanSource;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Entitlements as billing last told them; an organisation it never spoke of has the Free plan. */
@Repository
public class Entitlements implements PlanSource {

    /** The rows of all organisations, by {@code organisation_id}, for a statement that asks for more; {@link #of(ResultSet)} reads one. */
    public static final String ROWS = "select organisation_id, plan, limits, queue_weight from entitlement";

    private static final TypeReference<Map<String, Integer>> LIMITS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PlanCatalogue plans;

    Entitlements(JdbcClient jdbc, JsonMapper json, PlanCatalogue plans) {
        this.jdbc = jdbc;
        this.json = json;
        this.plans = plans;
    }

    /** The entitlement of the organisation the current work is for. */
    public Entitlement current() {
        return of(Tenancy.current().orElseThrow(() -> ProblemException.notFound("organisation")));
    }

    public Entitlement of(UUID organisationId) {
        return jdbc.sql(ROWS + " where organisation_id = ?")
                .param(organisationId)
                .query((row, number) -> of(row))
                .optional()
                .orElseGet(plans::free);
    }

    /** What a row of {@link #ROWS} says, or that it is missing beside others. */
    public Entitlement of(ResultSet row) throws SQLException {
        String plan = row.getString("plan");
        return plan == null
                ? plans.free()
                : new Entitlement(plan, json.readValue(row.getString("limits"), LIMITS), row.getInt("queue_weight"));
    }

    @Override
    public String planOf(UUID organisationId) {
        return of(organisationId).plan();
    }

    /** Keeps what billing said, unless it has said something newer; answers whether it was kept. */
    @Transactional
    boolean keep(EntitlementChanged changed) {
        return jdbc.sql("""
                        insert into entitlement (organisation_id, plan, limits, queue_weight, version, changed_at)
                        values (?, ?, ?::jsonb, ?, ?, ?)
                        on conflict (organisation_id) do update set plan = excluded.plan, limits = excluded.limits,
                            queue_weight = excluded.queue_weight, version = excluded.version,
                            changed_at = excluded.changed_at
                        where entitlement.version < excluded.version""")
                        .params(
                                changed.organisationId(),
                                changed.plan(),
                                json.writeValueAsString(changed.limits()),
                                changed.queueWeight(),
                                changed.version(),
                                changed.changedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
