package io.riskwatch.portfolio.allocation;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The target allocation of each portfolio that has one. */
@Repository
public class Targets {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Targets(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What the user wants.
     *
     * @param weights by bucket, adding up to 1
     */
    public record Target(Dimension dimension, Map<String, BigDecimal> weights) {

        public Target {
            weights = Map.copyOf(weights);
        }
    }

    @Transactional(readOnly = true)
    public Optional<Target> of(UUID portfolioId) {
        return jdbc.sql(
                        "select dimension, weights from target_allocation where organisation_id = ? and portfolio_id = ?")
                .params(organisation(), portfolioId)
                .query((row, number) -> new Target(
                        Dimension.valueOf(row.getString("dimension")),
                        json.readValue(row.getString("weights"), new TypeReference<Map<String, BigDecimal>>() {})))
                .optional();
    }

    @Transactional
    void set(UUID portfolioId, Target target) {
        var texts = new TreeMap<String, String>();
        target.weights().forEach((key, weight) -> texts.put(key, weight.toPlainString()));
        jdbc.sql("insert into target_allocation (organisation_id, portfolio_id, dimension, weights)"
                        + " values (?, ?, ?, cast(? as jsonb)) on conflict (portfolio_id) do update set"
                        + " dimension = excluded.dimension, weights = excluded.weights, updated_at = now()")
                .params(organisation(), portfolioId, target.dimension().name(), json.writeValueAsString(texts))
                .update();
    }

    @Transactional
    void forget(UUID portfolioId) {
        jdbc.sql("delete from target_allocation where organisation_id = ? and portfolio_id = ?")
                .params(organisation(), portfolioId)
                .update();
    }
}
