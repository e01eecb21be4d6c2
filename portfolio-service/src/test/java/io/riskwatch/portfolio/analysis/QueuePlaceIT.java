package io.riskwatch.portfolio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.TestCaller;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What those who wait are told. Four threads of workers and jobs of ten seconds. */
class QueuePlaceIT extends AnalysisTestBase {

    private static final int WORKERS = 4;
    private static final int SECONDS = 10;

    @Test
    void placeAndTimeLeftFollowFromWhoIsBeforeAndFallAsJobsFinish() {
        TestCaller caller = callers.inNewOrganisation();
        entitle(caller, 1, "{\"analysesPerDay\":100,\"runningAnalyses\":100}");
        jdbc.sql("insert into analysis_pace (kind, seconds) values ('risk', ?) on conflict (kind) do update"
                        + " set seconds = excluded.seconds")
                .param(SECONDS)
                .update();
        List<UUID> asked = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            asked.add(ask(caller));
        }

        for (int i = 0; i < asked.size(); i++) {
            assertThat(place(caller, asked.get(i))).as("of number " + i).isEqualTo(Place.after(i));
        }
        for (int done = 1; done < asked.size(); done++) {
            UUID finished = asked.get(done - 1);
            worker.say("completed", finished, caller.organisationId());
            awaitState(caller, finished, "COMPLETED");
            int before = asked.size() - 1 - done;
            await().untilAsserted(
                            () -> assertThat(place(caller, asked.getLast())).isEqualTo(Place.after(before)));
        }
        assertThat(place(caller, asked.getLast()))
                .as("the next one takes as long as one takes")
                .isEqualTo(new Place(1, SECONDS));
    }

    private record Place(int position, long etaSeconds) {

        /** A job's time for itself, and its share of the times of those before, which the workers divide. */
        static Place after(int others) {
            return new Place(others + 1, (long) Math.ceil(SECONDS * (1 + others / (double) WORKERS)));
        }
    }

    private Place place(TestCaller caller, UUID analysis) {
        var view = get(caller, analysis);
        return new Place(
                view.path("queuePosition").intValue(), view.path("etaSeconds").longValue());
    }
}
