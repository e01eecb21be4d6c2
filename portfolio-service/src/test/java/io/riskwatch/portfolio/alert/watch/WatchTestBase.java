package io.riskwatch.portfolio.alert.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.alert.AlertTestBase;
import io.riskwatch.portfolio.alert.rule.AlertRules;
import io.riskwatch.portfolio.analysis.WorkerStandIn;
import io.riskwatch.portfolio.tick.LatestTicks;
import io.riskwatch.portfolio.tick.Tick;
import io.riskwatch.portfolio.valuation.Valuer;
import io.riskwatch.service.tenancy.Tenancy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** More watchers beside the running service's: replicas, and services that have just started and know only what is stored. */
abstract class WatchTestBase extends AlertTestBase {

    @Autowired
    private AlertRules rules;

    @Autowired
    private PortfolioWatch portfolios;

    @Autowired
    private LatestTicks latest;

    @Autowired
    private Crossings crossings;

    @Autowired
    private Valuer valuer;

    @Autowired
    private LivePrices prices;

    @Autowired
    private PortfolioMeasures measures;

    @Autowired
    private WatchSettings settings;

    @Autowired
    private Clock clock;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private RabbitTemplate rabbit;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    StringRedisTemplate redis;

    private final List<DisposableBean> started = new ArrayList<>();

    @AfterEach
    void stopReplicas() throws Exception {
        for (DisposableBean watch : started) {
            watch.destroy();
        }
    }

    /** Watches prices. */
    TickWatch replica() {
        return replica(new KeptMinutes(redis));
    }

    TickWatch replica(KeptMinutes kept) {
        RuleBook book = new RuleBook(rules);
        TickWatch watch = new TickWatch(book, portfolios, latest, crossings, kept);
        started.add(watch);
        book.begin();
        return watch;
    }

    /** Watches everything, and has looked once at what its rules are about. */
    void restarted(UUID portfolio) {
        RuleBook book = new RuleBook(rules);
        PortfolioWatch watch =
                new PortfolioWatch(book, valuer, prices, latest, measures, crossings, rules, settings, clock);
        started.add(watch);
        started.add(new TickWatch(book, watch, latest, crossings, new KeptMinutes(redis)));
        book.begin();
        watch.look();
        await().until(() -> !watch.symbols(portfolio).isEmpty());
        new StaleWatch(book, watch, latest, crossings, clock).look();
    }

    /** As if the last crossings had come while the service was down. */
    void forgetCrossings(TestCaller caller, int rulesOfTheirs) {
        Tenancy.as(
                caller.organisationId(),
                () -> transaction.executeWithoutResult(
                        status -> assertThat(jdbc.sql("update alert_rule set state = 'ARMED', state_as_of = null")
                                        .update())
                                .isEqualTo(rulesOfTheirs)));
    }

    static Tick tick(String symbol, String price, Instant at) {
        return new Tick(symbol, new BigDecimal(price), "USD", at, null);
    }

    static String move(String symbol, String direction, String more) {
        return "{\"name\":\"Move\",\"kind\":\"PERCENT_MOVE\",\"symbol\":\"%s\",\"direction\":\"%s\",\"threshold\":\"0.05\"%s}"
                .formatted(symbol, direction, more);
    }

    /** Of the worker's own contract: a historical one-day VaR at 95 % of 0.895 % of the value. */
    static String riskResult() {
        return WorkerStandIn.resource("result/examples/risk.json").toString();
    }

    /** The way of an analysis: asked for, stored by the worker, told by its event. */
    void riskCheck(TestCaller caller, String portfolio, String result) {
        JsonNode asked = Ledgers.body(
                send(caller, "/api/v1/analyses", "{\"kind\":\"risk\",\"portfolioId\":\"%s\"}".formatted(portfolio))
                        .expectStatus()
                        .isAccepted());
        String id = asked.path("id").stringValue();
        mongo.getCollection("analysis_result")
                .insertOne(new Document("_id", id)
                        .append("organisationId", caller.organisationId().toString())
                        .append("document", Document.parse(result)));
        new WorkerStandIn(rabbit).say("completed", UUID.fromString(id), caller.organisationId());
        await().until(() -> get(caller, "/api/v1/analyses/" + id)
                .path("state")
                .stringValue()
                .equals("COMPLETED"));
    }
}
