package io.riskwatch.portfolio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.TestCaller;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Four threads of workers, hence a window of eight. */
class FairnessIT extends AnalysisTestBase {

    private static final String PLENTY = "{\"analysesPerDay\":10000,\"runningAnalyses\":100}";
    private static final int WORKERS = 4;

    /** Every job takes one length; the single one is asked when the running ones have just begun, the worst of moments. */
    @Test
    void aThousandJobsOfOneOrganisationDelayAnothersSingleOneByTwoJobLengthsAtMost() {
        TestCaller busy = callers.inNewOrganisation();
        TestCaller other = callers.inNewOrganisation();
        entitle(busy, 8, PLENTY);
        for (int i = 0; i < 1_000; i++) {
            ask(busy);
        }
        List<JsonNode> running = takeJobs();
        UUID single = ask(other);
        int lengths = 0;
        while (lengths < 10 && running.stream().noneMatch(job -> id(job).equals(single))) {
            running.forEach(job -> worker.say("completed", id(job), busy.organisationId()));
            running = takeJobs();
            lengths++;
        }

        assertThat(lengths).as("job lengths until it began").isLessThanOrEqualTo(2);
    }

    private List<JsonNode> takeJobs() {
        return Stream.generate(worker::takeJob).limit(WORKERS).toList();
    }

    private static UUID id(JsonNode job) {
        return UUID.fromString(job.path("analysisId").stringValue());
    }

    /** The night's work has a queue, turns and a window of its own. */
    @Test
    void batchAnalysesWaitInTheirOwnQueueAndTakeNothingFromThoseWhoWait() {
        TestCaller caller = callers.inNewOrganisation();
        entitle(caller, 1, PLENTY);
        String batch = SMALL.replaceFirst("\\{", "{\"queue\":\"BATCH\",");
        List<UUID> night = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            night.add(ask(caller, batch));
        }
        UUID now = ask(caller);

        assertThat(id(worker.takeJob())).isEqualTo(now);
        assertThat(id(worker.takeBatchJob())).isEqualTo(night.get(0));
        assertThat(id(worker.takeBatchJob())).isEqualTo(night.get(1));
        assertThat(worker.hasNoBatchJobFor(1_500)).isTrue();
        assertThat(get(caller, night.get(3)).path("queuePosition").intValue()).isEqualTo(4);
        worker.say("completed", night.get(0), caller.organisationId());
        assertThat(id(worker.takeBatchJob())).isEqualTo(night.get(2));
    }

    @Test
    void oneOrganisationsManyJobsDelayNobodyAndTheBrokerHoldsOnlyTheWindow() {
        TestCaller busy = callers.inNewOrganisation();
        TestCaller other = callers.inNewOrganisation();
        entitle(busy, 1, PLENTY);
        List<UUID> many = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            many.add(ask(busy));
        }
        await().until(() -> released() == 8);
        UUID single = ask(other);

        assertThat(get(other, single).path("queuePosition").intValue()).isEqualTo(9);
        assertThat(get(busy, many.getLast()).path("queuePosition").intValue()).isEqualTo(15);
        for (int i = 0; i < 8; i++) {
            worker.takeJob();
        }
        assertThat(worker.hasNoJobFor(1_500)).isTrue();
        worker.say("completed", many.getFirst(), busy.organisationId());

        assertThat(worker.takeJob().path("analysisId").stringValue()).isEqualTo(single.toString());
    }

    @Test
    void aHeavierPlanIsServedInProportion() {
        TestCaller light = callers.inNewOrganisation();
        TestCaller heavy = callers.inNewOrganisation();
        entitle(light, 1, PLENTY);
        entitle(heavy, 4, PLENTY);
        List<UUID> first = new ArrayList<>();
        TestCaller filler = callers.inNewOrganisation();
        entitle(filler, 1, PLENTY);
        for (int i = 0; i < 8; i++) {
            first.add(ask(filler));
        }
        for (int i = 0; i < 8; i++) {
            worker.takeJob();
        }
        for (int i = 0; i < 8; i++) {
            ask(light);
            ask(heavy);
        }
        int ofHeavy = 0;
        for (int i = 0; i < 5; i++) {
            worker.say("completed", first.get(i), filler.organisationId());
            JsonNode job = worker.takeJob();
            ofHeavy += job.path("organisationId")
                            .stringValue()
                            .equals(heavy.organisationId().toString())
                    ? 1
                    : 0;
        }

        assertThat(ofHeavy).as("of five released").isEqualTo(4);
    }

    @Test
    void aPlanRunsNoMoreAtOnceThanItAllows() {
        TestCaller caller = callers.inNewOrganisation();
        entitle(caller, 1, "{\"analysesPerDay\":1000,\"runningAnalyses\":2}");
        UUID first = ask(caller);
        ask(caller);
        ask(caller);

        worker.takeJob();
        worker.takeJob();
        assertThat(worker.hasNoJobFor(1_500)).isTrue();
        worker.say("completed", first, caller.organisationId());
        worker.takeJob();
    }

    /** Prices are away: what needs them waits to be tried again, and those who need none go on meanwhile. */
    @Test
    void whatWaitsToBeTriedAgainTakesNoPlaceFromOthersButKeepsThatOfItsPlan() {
        TestCaller stuck = callers.inNewOrganisation();
        TestCaller other = callers.inNewOrganisation();
        entitle(stuck, 1, "{\"analysesPerDay\":10000,\"runningAnalyses\":8}");
        entitle(other, 1, PLENTY);
        List<UUID> waiting = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            waiting.add(ask(stuck));
        }
        for (int i = 0; i < 8; i++) {
            worker.takeJob();
        }
        UUID single = ask(other);
        assertThat(worker.hasNoJobFor(1_500)).as("the window is full").isTrue();

        waiting.subList(0, 8)
                .forEach(job -> worker.say(
                        "postponed", job, stuck.organisationId(), 1, event -> event.put("retryAfterSeconds", 600)));
        assertThat(id(worker.takeJob())).isEqualTo(single);
        assertThat(worker.hasNoJobFor(1_500))
                .as("the ninth is one more than the plan allows at once")
                .isTrue();

        waiting.subList(0, 8).forEach(job -> worker.say("started", job, stuck.organisationId(), 2, event -> {}));
        awaitRunning(stuck, waiting.get(7), 2);
        ask(other);
        assertThat(worker.hasNoJobFor(1_500)).as("their places are taken again").isTrue();
        worker.say("completed", waiting.getFirst(), stuck.organisationId(), 2, event -> {});
        worker.say("completed", single, other.organisationId());
        worker.takeJob();
    }

    private void awaitRunning(TestCaller caller, UUID analysis, int attempt) {
        await().until(() ->
                jdbc.sql("select count(*) from analysis_queue where analysis_id = ? and postponed_until is null"
                                        + " and started_at is not null")
                                .param(analysis)
                                .query(Integer.class)
                                .single()
                        == 1);
        assertThat(get(caller, analysis).path("state").stringValue())
                .as("of run " + attempt)
                .isEqualTo("RUNNING");
    }

    private int released() {
        return jdbc.sql("select count(*) from analysis_queue where released_at is not null")
                .query(Integer.class)
                .single();
    }
}
