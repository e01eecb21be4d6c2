package io.riskwatch.portfolio.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.access.server.OnBehalf;
import io.riskwatch.portfolio.analysis.ScheduledAnalyses;
import io.riskwatch.portfolio.entitlement.Entitlements;
import io.riskwatch.portfolio.organisation.Role;
import io.riskwatch.service.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is due is asked for once, at a time of the test's choosing: the service's own clock is never that late. */
class ScheduleRunsIT extends ScheduleTestBase {

    @Autowired
    private Schedules schedules;

    @Autowired
    private ScheduledAnalyses analyses;

    @Autowired
    private Entitlements entitlements;

    @Autowired
    private OnBehalf onBehalf;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void whatIsDueIsAskedForInTheQueueBatchAndDueAgainTheNextDay() {
        TestCaller caller = callers.inNewOrganisation();
        JsonNode schedule = create(caller, daily(HOLDINGS));
        Instant due = nextRun(schedule);

        replicaAt(due.minusSeconds(1)).runDue();
        assertThat(runs(caller, schedule).size()).isZero();
        replicaAt(due).runDue();

        JsonNode analysis = runs(caller, schedule).path(0);
        assertThat(runs(caller, schedule).size()).isEqualTo(1);
        assertThat(analysis.path("kind").stringValue()).isEqualTo("risk");
        assertThat(analysis.path("scheduleId")).isEqualTo(schedule.path("id"));
        assertThat(lane(analysis)).isEqualTo("BATCH");
        assertThat(job(caller, analysis).path("parameters").toString()).isEqualTo("{\"confidence\":0.9}");
        JsonNode after = read(caller, schedule);
        assertThat(after.path("lastRun").path("analysisId")).isEqualTo(analysis.path("id"));
        assertThat(after.path("lastRun").path("at").stringValue()).isEqualTo(due.toString());
        assertThat(nextRun(after)).isEqualTo(timetable(schedule).nextAfter(due)).isAfter(due);
    }

    @Test
    void twoReplicasAskForItOnce() throws InterruptedException {
        TestCaller caller = callers.inNewOrganisation();
        JsonNode schedule = create(caller, daily(HOLDINGS));
        Instant due = nextRun(schedule);
        CountDownLatch together = new CountDownLatch(1);

        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++) {
                ScheduleRuns replica = replicaAt(due);
                replicas.submit(() -> {
                    together.await();
                    replica.runDue();
                    return null;
                });
            }
            together.countDown();
        }

        assertThat(runs(caller, schedule).size()).isEqualTo(1);
        assertThat(read(caller, schedule).path("lastRun").path("analysisId"))
                .isEqualTo(runs(caller, schedule).path(0).path("id"));
    }

    /** As when a database is set back to before the run was noted, but not the analysis. */
    @Test
    void theSameTimeAgainIsTheSameAnalysis() {
        TestCaller caller = callers.inNewOrganisation();
        JsonNode schedule = create(caller, daily(HOLDINGS));
        Instant due = nextRun(schedule);
        replicaAt(due).runDue();
        JsonNode first = read(caller, schedule);
        Tenancy.as(
                caller.organisationId(),
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> jdbc.sql(
                                        "update analysis_schedule set next_run_at = ?, last_analysis_id = null where id = ?")
                                .params(due.atOffset(ZoneOffset.UTC), id(schedule))
                                .update()));

        replicaAt(due).runDue();

        assertThat(runs(caller, schedule).size()).isEqualTo(1);
        assertThat(read(caller, schedule).path("lastRun")).isEqualTo(first.path("lastRun"));
    }

    @Test
    void afterAStandstillWhatWasMissedIsAskedForOnce() {
        TestCaller caller = callers.inNewOrganisation();
        JsonNode schedule = create(caller, daily(HOLDINGS));
        Instant back = nextRun(schedule).plus(Duration.ofDays(20)).plusSeconds(3600);

        replicaAt(back).runDue();
        replicaAt(back.plusSeconds(60)).runDue();

        assertThat(runs(caller, schedule).size()).isEqualTo(1);
        assertThat(nextRun(read(caller, schedule)))
                .isEqualTo(timetable(schedule).nextAfter(back))
                .isAfter(back);
    }

    @Test
    void whoMayNotSeeTheClientAnyMoreAsksNothingAboutIt() {
        TestCaller owner = callers.inNewOrganisation();
        TestCaller member = callers.colleagueOf(owner, "Gil", Role.MEMBER);
        Ledgers owners = new Ledgers(http(owner));
        JsonNode client = Ledgers.body(owners.post("/api/v1/clients", "{\"name\":\"Ada\"}"));
        String path = "/api/v1/clients/" + client.path("id").stringValue();
        owners.post(path + "/positions", "{\"symbol\":\"ORBX\",\"quantity\":\"2\"}")
                .expectStatus()
                .isCreated();
        String grant = path + "/grants/" + member.userId();
        owners.put(grant, "{\"scope\":\"READ\"}").expectStatus().isOk();
        JsonNode schedule =
                create(member, daily("{\"kind\":\"risk\",\"portfolioId\":" + client.path("portfolioId") + "}"));
        http(owner).delete().uri(grant).exchange().expectStatus().isNoContent();
        Instant due = nextRun(schedule);

        replicaAt(due).runDue();

        JsonNode after = read(owner, schedule);
        http(owner).delete().uri(path(schedule)).exchange().expectStatus().isNoContent();
        assertThat(runs(owner, schedule).size()).isZero();
        assertThat(after.path("lastProblem").path("status").intValue()).isEqualTo(404);
        assertThat(nextRun(after)).as("others are not kept waiting").isAfter(due);
    }

    /** Two replicas that have both seen that it is due before either began. */
    @Test
    void whatAnotherReplicaHasAskedForSinceIsLeftAlone() {
        TestCaller caller = callers.inNewOrganisation();
        JsonNode schedule = create(caller, daily(HOLDINGS));
        Instant due = nextRun(schedule);
        Schedules.Due seen = new Schedules.Due(id(schedule), caller.organisationId(), due);
        Tenancy.as(caller.organisationId(), () -> replicaAt(due).run(seen, due));
        JsonNode after = read(caller, schedule);

        Tenancy.as(caller.organisationId(), () -> replicaAt(due).run(seen, due.plusSeconds(5)));

        assertThat(runs(caller, schedule).size()).isEqualTo(1);
        assertThat(read(caller, schedule)).isEqualTo(after);
    }

    /** What an instrument is market data tells only to who shows a token. */
    @Test
    void marketDataIsAskedOnBehalfOfWhoSavedTheSchedule() {
        TestCaller caller = callers.inNewOrganisation();
        JsonNode schedule =
                create(caller, daily("{\"kind\":\"stress\",\"holdings\":[{\"symbol\":\"BGOV\",\"quantity\":1}]}"));

        replicaAt(nextRun(schedule)).runDue();

        assertThat(job(caller, runs(caller, schedule).path(0))
                        .path("holdings")
                        .path(0)
                        .path("assetClass")
                        .stringValue())
                .isEqualTo("BOND");
    }

    @Test
    void aPortfolioIsAskedAboutAsItIsHeldThen() {
        TestCaller caller = callers.inNewOrganisation();
        Ledgers ledgers = new Ledgers(http(caller));
        String portfolio = ledgers.newPortfolio();
        JsonNode schedule = create(caller, daily(about(portfolio)));
        transferIn(ledgers, portfolio, "BGOV");

        replicaAt(nextRun(schedule)).runDue();

        JsonNode held = job(caller, runs(caller, schedule).path(0)).path("holdings");
        assertThat(held.size()).isEqualTo(1);
        assertThat(held.path(0).path("symbol").stringValue()).isEqualTo("BGOV");
        assertThat(runs(caller, schedule).path(0).path("portfolioId").stringValue())
                .isEqualTo(portfolio);
    }

    @Test
    void aRefusedRunIsShownAndTheNextOneGoesWell() {
        TestCaller caller = callers.inNewOrganisation();
        Ledgers ledgers = new Ledgers(http(caller));
        String portfolio = ledgers.newPortfolio();
        JsonNode schedule = create(caller, daily(about(portfolio)));
        Instant due = nextRun(schedule);

        replicaAt(due).runDue();

        JsonNode refused = read(caller, schedule);
        assertThat(refused.path("lastProblem").path("at").stringValue()).isEqualTo(due.toString());
        assertThat(refused.path("lastProblem").path("status").intValue()).isEqualTo(422);
        assertThat(refused.path("lastProblem")
                        .path("errors")
                        .path(0)
                        .path("field")
                        .stringValue())
                .isEqualTo("portfolioId");
        assertThat(refused.path("lastProblem").path("detail").stringValue()).contains("holds nothing");
        assertThat(refused.has("lastRun")).isFalse();
        assertThat(nextRun(refused)).isEqualTo(timetable(schedule).nextAfter(due));
        transferIn(ledgers, portfolio, "ORBX");
        replicaAt(nextRun(refused)).runDue();
        assertThat(runs(caller, schedule).size()).isEqualTo(1);
    }

    @Test
    void afterFiveRefusalsInARowItPausesItselfAndSavingItWakesIt() {
        TestCaller caller = callers.inNewOrganisation();
        String empty = daily(about(new Ledgers(http(caller)).newPortfolio()));
        JsonNode schedule = create(caller, empty);
        for (int i = 1; i <= ScheduleRuns.PATIENCE; i++) {
            assertThat(read(caller, schedule).path("enabled").booleanValue())
                    .as("before refusal " + i)
                    .isTrue();
            replicaAt(nextRun(read(caller, schedule))).runDue();
        }

        JsonNode paused = read(caller, schedule);
        assertThat(paused.path("enabled").booleanValue()).isFalse();
        assertThat(paused.has("nextRunAt")).isFalse();
        assertThat(paused.path("pausedBecause").stringValue())
                .isEqualTo("It could not be asked for 5 times in a row, the last time because: "
                        + paused.path("lastProblem").path("detail").stringValue());
        JsonNode awake = put(caller, schedule, empty);
        assertThat(awake.path("enabled").booleanValue()).isTrue();
        assertThat(awake.has("pausedBecause")).isFalse();
        replicaAt(nextRun(awake)).runDue();
        assertThat(read(caller, schedule).path("enabled").booleanValue())
                .as("the count begins anew")
                .isTrue();
    }

    /** Free allows three schedules and fifty analyses a day. */
    @Test
    void runsCountAgainstThePlanAndTheLimitIsNamed() {
        TestCaller caller = callers.inNewOrganisation();
        JsonNode schedule = create(caller, daily(HOLDINGS));
        for (int i = 0; i < 50; i++) {
            http(caller)
                    .post()
                    .uri("/api/v1/analyses")
                    .contentType(org.springframework.http.MediaType.APPLICATION_JSON)
                    .body(HOLDINGS)
                    .exchange()
                    .expectStatus()
                    .isAccepted();
        }

        replicaAt(nextRun(schedule)).runDue();

        JsonNode problem = read(caller, schedule).path("lastProblem");
        assertThat(problem.path("status").intValue()).isEqualTo(402);
        assertThat(problem.path("limit").stringValue()).isEqualTo("analysesPerDay");
        assertThat(runs(caller, schedule).size()).isZero();
    }

    @Test
    void aSmallerPlanRunsTheOldestOnly() {
        TestCaller caller = callers.inNewOrganisation();
        JsonNode first = create(caller, daily(HOLDINGS));
        JsonNode off = create(caller, daily(HOLDINGS).replaceFirst("\\{", "{\"enabled\":false,"));
        JsonNode last = create(caller, daily(HOLDINGS));
        allow(caller, "{\"analysisSchedules\":1}");

        replicaAt(nextRun(first)).runDue();

        assertThat(runs(caller, first).size()).isEqualTo(1);
        assertThat(read(caller, last).path("lastProblem").path("limit").stringValue())
                .isEqualTo("analysisSchedules");
        assertThat(read(caller, off)).isEqualTo(off);
    }

    @Test
    void whoLeftTheOrganisationIsAskedForNoMore() {
        TestCaller caller = callers.inNewOrganisation();
        JsonNode schedule = create(caller, daily(HOLDINGS));
        jdbc.sql("delete from membership where user_id = ?")
                .param(caller.userId())
                .update();

        replicaAt(nextRun(schedule)).runDue();

        assertThat(read(caller, schedule).path("lastProblem").path("detail").stringValue())
                .contains("no longer a member");
        assertThat(runs(caller, schedule).size()).isZero();
    }

    /** One that cannot run stands in nobody's way, however many are due. */
    @Test
    void moreThanOneBatchIsRunAndARefusalEndsNothing() {
        TestCaller caller = callers.inNewOrganisation();
        allow(caller, "{\"analysisSchedules\":1000,\"analysesPerDay\":1000}");
        String portfolio = new Ledgers(http(caller)).newPortfolio();
        JsonNode refused = create(caller, daily(about(portfolio)));
        var fine = IntStream.range(0, 101)
                .mapToObj(i -> create(caller, daily(HOLDINGS)))
                .toList();

        replicaAt(nextRun(refused)).runDue();

        assertThat(read(caller, refused).has("lastProblem")).isTrue();
        assertThat(fine)
                .allSatisfy(schedule ->
                        assertThat(read(caller, schedule).has("lastRun")).isTrue());
    }

    @Test
    void whatItAskedForStaysWhenItIsDeleted() {
        TestCaller caller = callers.inNewOrganisation();
        JsonNode schedule = create(caller, daily(HOLDINGS));
        replicaAt(nextRun(schedule)).runDue();

        http(caller).delete().uri(path(schedule)).exchange().expectStatus().isNoContent();

        assertThat(runs(caller, schedule).size()).isEqualTo(1);
        assertThat(runs(callers.inNewOrganisation(), schedule).size()).isZero();
    }

    private ScheduleRuns replicaAt(Instant moment) {
        return new ScheduleRuns(
                schedules, analyses, entitlements, onBehalf, Clock.fixed(moment, ZoneOffset.UTC), transactions);
    }

    private JsonNode runs(TestCaller caller, JsonNode schedule) {
        return get(caller, "/api/v1/analyses?scheduleId=" + id(schedule)).path("items");
    }

    private static UUID id(JsonNode thing) {
        return UUID.fromString(thing.path("id").stringValue());
    }

    private static Instant nextRun(JsonNode schedule) {
        return Instant.parse(schedule.path("nextRunAt").stringValue());
    }

    private String lane(JsonNode analysis) {
        return jdbc.sql("select lane from analysis_queue where analysis_id = ?")
                .param(id(analysis))
                .query(String.class)
                .single();
    }

    private JsonNode job(TestCaller caller, JsonNode analysis) {
        String message = Tenancy.as(
                caller.organisationId(),
                () -> new TransactionTemplate(transactions)
                        .execute(status -> jdbc.sql("select message from analysis_job where analysis_id = ?")
                                .param(id(analysis))
                                .query(String.class)
                                .single()));
        return JSON.readTree(message);
    }

    /** A plan of the test's own making; what is not named is not limited. */
    private void allow(TestCaller caller, String limits) {
        jdbc.sql("insert into entitlement (organisation_id, plan, limits, queue_weight, version, changed_at)"
                        + " values (?, 'PRO', cast(? as jsonb), 1, 1, now())")
                .params(caller.organisationId(), limits)
                .update();
    }

    private static void transferIn(Ledgers ledgers, String portfolio, String symbol) {
        ledgers.record(
                        portfolio,
                        "{\"date\":\"2025-01-02\",\"type\":\"TRANSFER_IN\",\"symbol\":\"" + symbol
                                + "\",\"quantity\":\"12.5\",\"price\":\"100\",\"currency\":\"USD\"}")
                .expectStatus()
                .isCreated();
    }
}
