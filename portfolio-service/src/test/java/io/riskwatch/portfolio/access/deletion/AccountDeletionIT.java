package io.riskwatch.portfolio.access.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.FakeMarketdata;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.access.Browser;
import io.riskwatch.portfolio.organisation.Role;
import io.riskwatch.service.tenancy.Tenancy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AccountDeletionIT extends PortfolioServiceIT {

    private static final String NAME = "Test user";
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private DeletionSteps steps;

    @Autowired
    private DeletionWorker worker;

    @Autowired
    private PendingDeletions pending;

    @Autowired
    private PersonalRows rows;

    @Autowired
    private TransactionOperations inTransaction;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private AmqpAdmin amqp;

    @Autowired
    private RabbitTemplate rabbit;

    @Autowired
    private RedisConnectionFactory redis;

    @Test
    void nothingOfTheAccountIsLeftAnywhereAndOthersKeepTheirs() {
        TestCaller caller = withRowsInManyTables();
        TestCaller other = withRowsInManyTables();
        assertThat(traces(caller)).as("there is something to delete").hasSizeGreaterThan(12);
        String queue = queueOfDeletedOrganisations();
        BlockingQueue<String> told = toldAsDeleted();

        delete(caller, NAME).expectStatus().isAccepted();

        await().untilAsserted(() -> assertThat(traces(caller)).isEmpty());
        assertThat(results(caller)).isZero();
        assertThat(FakeMarketdata.hasForgotten(caller.organisationId())).isTrue();
        await("the gateway hears whose sessions end")
                .until(() -> told.contains(caller.userId().toString()));
        await("the other services hear what is gone")
                .until(() -> nextDeleted(queue).equals(caller.organisationId().toString()));
        assertThat(traces(other)).hasSizeGreaterThan(12);
        assertThat(results(other)).isEqualTo(2);
    }

    @Test
    void whatWasComputedMeanwhileAndComesLateGoesToo() throws IOException {
        TestCaller caller = callers.inNewOrganisation();
        TestCaller other = callers.inNewOrganisation();
        delete(caller, NAME).expectStatus().isAccepted();
        await().untilAsserted(() -> assertThat(pending.has(caller.userId())).isFalse());
        storeResult(caller.organisationId());
        storeResult(other.organisationId());

        sayCompleted(other.organisationId());
        sayCompleted(caller.organisationId());

        await().until(() -> results(caller) == 0);
        assertThat(results(other)).isEqualTo(2);
    }

    @Test
    void everyTableOfAnOrganisationGoesWithItOrIsNamedAsOneThatIsSeenTo() {
        List<String> left = inTransaction.execute(
                status -> jdbc.sql("""
                    select c.table_name from information_schema.columns c
                    where c.table_schema = 'public' and c.column_name = 'organisation_id' and not exists (
                        select from pg_constraint k join pg_class t on t.oid = k.confrelid
                        where k.conrelid = quote_ident(c.table_name)::regclass and k.contype = 'f' and k.confdeltype = 'c'
                          and (t.relname = 'organisation' or exists (select from pg_attribute a
                              where a.attrelid = t.oid and a.attname = 'organisation_id')))
                    order by 1""").query(String.class).list());

        assertThat(left).containsExactly("analysis_turn", "entitlement");
    }

    @Test
    void everyColumnThatNamesAUserGoesWithThemOrIsNamedAsOneThatIsSeenTo() {
        List<String> left = inTransaction.execute(
                status -> jdbc.sql("""
                    select c.table_name from information_schema.columns c
                    where c.table_schema = 'public' and c.column_name = 'user_id' and not exists (
                        select from pg_constraint k where k.conrelid = quote_ident(c.table_name)::regclass and k.contype = 'f'
                          and k.confdeltype = 'c' and k.confrelid = 'app_user'::regclass)
                    order by 1""").query(String.class).list());

        assertThat(left)
                .as("deliveries are deleted; the record of who looked at a client keeps a number that leads to nobody")
                .containsExactly("account_deletion", "alert_delivery", "client_event");
    }

    /** As if the service had died after so many steps. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void aDeletionThatWasKilledGoesOn(int done) {
        TestCaller caller = withRowsInManyTables();
        TestCaller other = callers.inNewOrganisation();
        inTransaction.executeWithoutResult(status -> {
            pending.add(caller.userId(), List.of(caller.organisationId()), List.of(), rows.signIns(caller.userId()));
            jdbc.sql("update account_deletion set due_at = 'infinity' where user_id = ?")
                    .param(caller.userId())
                    .update();
        });
        List<Runnable> all = steps.of(
                new AccountDeletion(caller.userId(), List.of(caller.organisationId()), List.of(), List.of(), 1));
        assertThat(all).hasSizeGreaterThan(done);
        all.subList(0, done).forEach(Runnable::run);
        assertThat(traces(caller)).contains("account_deletion");

        jdbc.sql("update account_deletion set due_at = now() where user_id = ?")
                .param(caller.userId())
                .update();
        worker.workOnAll();

        await().untilAsserted(() -> assertThat(traces(caller)).isEmpty());
        assertThat(results(caller)).isZero();
        assertThat(traces(other)).contains("app_user", "membership");
    }

    @Test
    void whatIsAwayIsWaitedForAndNobodySignsInMeanwhile() {
        TestCaller caller = withRowsInManyTables();
        FakeMarketdata.keepsHistoryOf(caller.organisationId(), true);

        delete(caller, NAME).expectStatus().isAccepted();
        delete(caller, NAME).expectStatus().isAccepted();

        await().untilAsserted(() -> assertThat(jdbc.sql("select last_error from account_deletion where user_id = ?")
                        .param(caller.userId())
                        .query(String.class)
                        .optional())
                .hasValueSatisfying(error -> assertThat(error).contains("MarketDataAway")));
        assertThat(jdbc.sql("select name from app_user where id = ?")
                        .param(caller.userId())
                        .query(String.class)
                        .single())
                .isNotEqualTo(NAME);

        FakeMarketdata.keepsHistoryOf(caller.organisationId(), false);
        jdbc.sql("update account_deletion set due_at = now() where user_id = ?")
                .param(caller.userId())
                .update();
        worker.wake();
        await().untilAsserted(() -> assertThat(traces(caller)).isEmpty());
    }

    @Test
    void theBrowsersOfADeletedAccountAreSignedOutEverywhere() {
        Browser browser = new Browser(address());
        JsonNode tokens =
                browser.exchange(browser.get(Browser.authorize(Map.of("login_hint", "guest"))), GATEWAY_SECRET);
        String token = tokens.get("access_token").asString();
        UUID user = UUID.fromString(Browser.claims(token).get("sub").asString());

        delete(token, "guest").expectStatus().isAccepted();

        await().untilAsserted(() -> assertThat(pending.has(user)).isFalse());
        assertThat(Browser.location(browser.get(Browser.authorize(Map.of()))))
                .as("its session at the authorization server is gone, too")
                .isEqualTo("/auth/login");
        JsonNode refreshed = browser.token(
                "gateway",
                GATEWAY_SECRET,
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        tokens.get("refresh_token").asString()));
        assertThat(refreshed.get("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void whoDoesNotMeanItDeletesNothing() {
        TestCaller caller = callers.inNewOrganisation();

        delete(caller, "Somebody else")
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("confirmation");
        delete(caller, " ").expectStatus().isBadRequest();

        assertThat(traces(caller)).contains("app_user", "membership");
    }

    @Test
    void aProgramsTokenDeletesNoAccount() {
        TestCaller caller = callers.inNewOrganisation();

        delete(caller.token(), NAME).expectStatus().isForbidden();

        assertThat(traces(caller)).contains("app_user", "membership");
    }

    @Test
    void theOnlyOwnerOfAnOrganisationWithOthersHandsOverFirst() {
        TestCaller owner = callers.inNewOrganisation();
        TestCaller colleague = callers.colleagueOf(owner, "Colleague", Role.VIEWER);

        delete(owner, NAME)
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.field")
                .isEqualTo("organisation")
                .jsonPath("$.detail")
                .value(detail -> assertThat((String) detail).contains("only owner of Test"));
        assertThat(traces(owner)).contains("app_user", "membership");

        jdbc.sql("update membership set role = 'OWNER' where user_id = ?")
                .param(colleague.userId())
                .update();
        delete(owner, NAME).expectStatus().isAccepted();

        await().untilAsserted(() -> assertThat(pending.has(owner.userId())).isFalse());
        assertThat(tracesOf(owner.organisationId(), owner.userId())).isEmpty();
        assertThat(traces(colleague)).contains("app_user", "membership", "organisation");
    }

    @Test
    void aMemberWhoLeavesTakesAlongWhatGoesOnInTheirNameAndNotTheOrganisations() {
        TestCaller owner = withRowsInManyTables();
        TestCaller member = callers.colleagueOf(owner, "Member", Role.ADVISER);
        as(owner.organisationId(), () -> {
            jdbc.sql("insert into alert_channel (organisation_id, user_id) values (?, ?)")
                    .params(owner.organisationId(), member.userId())
                    .update();
            jdbc.sql("insert into client_event (organisation_id, client_id, user_id, kind) values (?, ?, ?, 'READ')")
                    .params(owner.organisationId(), UUID.randomUUID(), member.userId())
                    .update();
        });

        delete(member, "member").expectStatus().isAccepted();

        await().untilAsserted(() -> assertThat(pending.has(member.userId())).isFalse());
        assertThat(tracesOf(owner.organisationId(), member.userId())).containsExactly("client_event");
        assertThat(tracesOf(owner.organisationId(), owner.userId()))
                .contains(
                        "alert_channel",
                        "analysis",
                        "app_user",
                        "membership",
                        "personal_access_token",
                        "user_preference");
    }

    private RestTestClient.ResponseSpec delete(TestCaller caller, String confirmation) {
        return delete(
                callers.token(claims -> claims.subject(caller.userId().toString())
                        .claim("org", caller.organisationId().toString())
                        .claim("roles", List.of("OWNER"))
                        .claim("scope", List.of("openid", "riskwatch"))),
                confirmation);
    }

    private RestTestClient.ResponseSpec delete(String token, String confirmation) {
        return http(token)
                .method(HttpMethod.DELETE)
                .uri("/api/v1/me")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("confirmation", confirmation))
                .exchange();
    }

    private TestCaller withRowsInManyTables() {
        TestCaller caller = callers.inNewOrganisation();
        post(caller, "/api/v1/portfolios/sample", "{}");
        post(caller, "/api/v1/analyses", """
            {"kind":"risk","holdings":[{"symbol":"ORBX","quantity":"10"}]}""");
        post(caller, "/api/v1/me/tokens", """
            {"name":"script"}""");
        post(caller, "/api/v1/me/clients", """
            {"name":"program"}""");
        http(caller)
                .patch()
                .uri("/api/v1/me/preferences")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"riskTolerance\":4}")
                .exchange()
                .expectStatus()
                .isOk();
        as(caller.organisationId(), () -> {
            jdbc.sql("""
                insert into entitlement (organisation_id, plan, limits, queue_weight, version, changed_at)
                values (?, 'PRO', '{}', 1, 1, now())""").param(caller.organisationId()).update();
            jdbc.sql("insert into alert_channel (organisation_id, user_id) values (?, ?)")
                    .params(caller.organisationId(), caller.userId())
                    .update();
            jdbc.sql("""
                insert into analysis_turn (lane, organisation_id, started, ended) values ('INTERACTIVE', ?, 0, 0)
                on conflict do nothing""").param(caller.organisationId()).update();
            jdbc.sql("""
                insert into idempotency_key (caller_id, key, request_hash, locked_at, body)
                values (?, 'key', 'hash', now(), 'an answer')""").param(caller.userId().toString()).update();
        });
        storeResult(caller.organisationId());
        return caller;
    }

    private void storeResult(UUID organisation) {
        for (String collection : List.of("analysis_result", "analysis_array")) {
            mongo.getCollection(collection)
                    .insertOne(new Document("_id", UUID.randomUUID().toString())
                            .append("organisationId", organisation.toString()));
        }
    }

    private void sayCompleted(UUID organisation) throws IOException {
        ObjectNode event = (ObjectNode) JSON.readTree(
                Files.readString(Path.of("../analytics-worker/contract/event/examples/analysis.completed.json")));
        event.put("organisationId", organisation.toString())
                .put("analysisId", UUID.randomUUID().toString());
        rabbit.send(
                "analysis.events",
                "analysis.completed",
                MessageBuilder.withBody(JSON.writeValueAsBytes(event)).build());
    }

    private void post(TestCaller caller, String path, String body) {
        http(caller)
                .post()
                .uri(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
    }

    private long results(TestCaller caller) {
        Document theirs = new Document("organisationId", caller.organisationId().toString());
        return mongo.getCollection("analysis_result").countDocuments(theirs)
                + mongo.getCollection("analysis_array").countDocuments(theirs);
    }

    private List<String> traces(TestCaller caller) {
        List<String> found = new ArrayList<>(tracesOf(caller.organisationId(), caller.userId()));
        tracesOf(caller.organisationId(), caller.organisationId()).stream()
                .filter(table -> !found.contains(table))
                .forEach(found::add);
        return found;
    }

    /** The tables in which the number stands in any column, also as text; those to come are looked through as well. */
    private List<String> tracesOf(UUID organisation, UUID number) {
        List<String> found = new ArrayList<>();
        as(organisation, () -> {
            for (Map<String, Object> column : jdbc.sql("""
                select c.table_name, string_agg(format(case when c.data_type = 'uuid' then '%1$I = :id'
                    when c.data_type = 'ARRAY' then 'cast(:id as text) = any (%1$I::text[])'
                    else 'strpos(%1$I::text, cast(:id as text)) > 0' end, c.column_name), ' or ') as any_of
                from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                  and c.data_type in ('uuid', 'ARRAY', 'text', 'character varying', 'jsonb')
                  and c.table_name <> 'flyway_schema_history'
                group by c.table_name order by c.table_name""").query().listOfRows()) {
                if (jdbc.sql("select exists (select from " + column.get("table_name") + " where ("
                                + column.get("any_of") + ")"
                                + (column.get("table_name").equals("outbox")
                                        ? " and routing_key <> 'organisation.deleted'"
                                        : "")
                                + ")")
                        .param("id", number)
                        .query(Boolean.class)
                        .single()) {
                    found.add((String) column.get("table_name"));
                }
            }
        });
        return found;
    }

    private void as(UUID organisation, Runnable work) {
        Tenancy.as(organisation, (Runnable) () -> inTransaction.executeWithoutResult(status -> work.run()));
    }

    private String queueOfDeletedOrganisations() {
        Queue queue = QueueBuilder.nonDurable("test.organisation-deleted." + UUID.randomUUID())
                .expires(600_000)
                .build();
        amqp.declareQueue(queue);
        amqp.declareBinding(BindingBuilder.bind(queue)
                .to(new TopicExchange("portfolio.events"))
                .with("organisation.deleted"));
        return queue.getName();
    }

    private String nextDeleted(String queue) {
        Message message = rabbit.receive(queue, Duration.ofSeconds(60).toMillis());
        assertThat(message).isNotNull();
        return new JsonMapper()
                .readTree(message.getBody())
                .get("organisationId")
                .asString();
    }

    private BlockingQueue<String> toldAsDeleted() {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        redis.getConnection()
                .subscribe(
                        (message, pattern) -> told.add(new String(message.getBody())),
                        "portfolio:deleted-users".getBytes());
        return told;
    }
}
