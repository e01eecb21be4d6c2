package io.riskwatch.portfolio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.TestCaller;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A job is taken from the broker and nobody works on it: to this service it is lost. */
class LostJobIT extends AnalysisTestBase {

    @Autowired
    private ReleaseScheduler scheduler;

    @Test
    void aJobSentLongAgoThatNeverBeganIsSentAgain() {
        TestCaller caller = callers.inNewOrganisation();
        UUID analysis = ask(caller);
        worker.takeJob();
        sentMinutesAgo(analysis, 11);

        scheduler.sweep();

        assertThat(worker.takeJob().path("analysisId").stringValue()).isEqualTo(analysis.toString());
        worker.say("completed", analysis, caller.organisationId());
        awaitState(caller, analysis, "COMPLETED");
    }

    @Test
    void aJobThatBeganOrWasSentJustNowIsNotSentAgain() {
        TestCaller caller = callers.inNewOrganisation();
        UUID begun = ask(caller);
        worker.takeJob();
        worker.say("started", begun, caller.organisationId());
        awaitState(caller, begun, "RUNNING");
        sentMinutesAgo(begun, 11);
        UUID fresh = ask(caller);
        worker.takeJob();
        sentMinutesAgo(fresh, 9);

        scheduler.sweep();

        assertThat(worker.hasNoJobFor(2_000)).isTrue();
    }

    private void sentMinutesAgo(UUID analysis, int minutes) {
        await().until(() ->
                jdbc.sql("update outbox set sent_at = now() - make_interval(mins => ?) where sent_at is not null"
                                        + " and id = (select message_id from analysis_queue where analysis_id = ?)")
                                .param(minutes)
                                .param(analysis)
                                .update()
                        == 1);
        jdbc.sql("update analysis_queue set released_at = now() - make_interval(mins => ?) where analysis_id = ?")
                .param(minutes)
                .param(analysis)
                .update();
    }
}
