package io.riskwatch.portfolio.recommendation;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.recommendation.rule.RuleId;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** From where each rule speaks in the current organisation. */
@Repository
class RuleSettings {

    private final JdbcClient jdbc;

    RuleSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The thresholds the organisation set itself; the others are the defaults. */
    record Thresholds(Map<RuleId, Double> own) {

        Thresholds {
            own = Map.copyOf(own);
        }

        double of(RuleId rule) {
            var set = own.get(rule);
            return set == null ? rule.defaultThreshold() : set;
        }
    }

    @Transactional(readOnly = true)
    public Thresholds thresholds() {
        var thresholds = new EnumMap<RuleId, Double>(RuleId.class);
        jdbc.sql("select rule, threshold from recommendation_threshold where organisation_id = ?")
                .param(organisation())
                .query((RowCallbackHandler)
                        row -> thresholds.put(RuleId.valueOf(row.getString("rule")), row.getDouble("threshold")));
        return new Thresholds(thresholds);
    }

    @Transactional
    public void set(RuleId rule, double threshold) {
        jdbc.sql("insert into recommendation_threshold (organisation_id, rule, threshold) values (?, ?, ?)"
                        + " on conflict (organisation_id, rule) do update set threshold = excluded.threshold")
                .params(organisation(), rule.name(), threshold)
                .update();
    }

    @Transactional
    public void reset(RuleId rule) {
        jdbc.sql("delete from recommendation_threshold where organisation_id = ? and rule = ?")
                .params(organisation(), rule.name())
                .update();
    }
}
