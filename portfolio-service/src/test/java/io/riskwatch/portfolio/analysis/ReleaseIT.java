package io.riskwatch.portfolio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.TestCaller;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What one look of the scheduler releases. */
class ReleaseIT extends AnalysisTestBase {

    @Autowired
    private AnalysisQueue queue;

    @Autowired
    private Environment environment;

    @Autowired
    private PlatformTransactionManager transactions;

    /** As if each had been released by itself: same ones, same order, same turns afterwards. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void manyAtOnceAreTheSameAsOneByOne(long seed) {
        List<TestCaller> organisations = organisations(6);
        List<Object> atOnce = takenBack(() -> {
            fill(organisations, new Random(seed), 12);
            List<Object> all = new ArrayList<>(queue.releaseNext(lane -> lane == AnalysisLane.INTERACTIVE ? 24 : 0));
            all.addAll(turns());
            return all;
        });
        List<Object> oneByOne = takenBack(() -> {
            fill(organisations, new Random(seed), 12);
            List<Object> all = new ArrayList<>();
            for (int window = 1; window <= 24; window++) {
                int places = window;
                all.addAll(queue.releaseNext(lane -> lane == AnalysisLane.INTERACTIVE ? places : 0));
            }
            all.addAll(turns());
            return all;
        });

        assertThat(oneByOne).hasSizeGreaterThan(24 + organisations.size() / 3);
        assertThat(atOnce).isEqualTo(oneByOne);
    }

    /** Fifty thousand over, two thousand waiting: a look reads the heads of lines and what is released, by their indexes. */
    @Test
    void aLookReadsNeitherWhatIsOverNorAllThatWaits() throws SQLException {
        List<TestCaller> organisations = organisations(20);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            fill(organisations, new Random(1), 100);
            jdbc.sql("""
                insert into analysis (id, organisation_id, requested_by, kind, state, requested_at, finished_at)
                select gen_random_uuid(), ?, gen_random_uuid(), 'risk', 'COMPLETED', now(), now()
                from generate_series(1, 50000)\
                """).param(organisations.getLast().organisationId()).update();
        });
        analyze();
        String plan = takenBack(() -> String.join(
                "\n",
                jdbc.sql("explain "
                                + AnalysisQueue.RELEASE
                                        .replaceFirst("\\?", "array['INTERACTIVE', 'BATCH']::varchar[]")
                                        .replaceFirst("\\?", "array[8, 2]"))
                        .query(String.class)
                        .list()));

        assertThat(plan)
                .contains("using analysis_queue_waiting", "using analysis_queue_released")
                .doesNotContain("Seq Scan on analysis_queue")
                .doesNotContain("on analysis ");
    }

    /** As autovacuum does. */
    private void analyze() throws SQLException {
        try (Connection owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.datasource.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                Statement statement = owner.createStatement()) {
            statement.execute("analyze analysis_queue");
        }
    }

    private List<TestCaller> organisations(int count) {
        return Stream.generate(() -> callers.inNewOrganisation()).limit(count).toList();
    }

    private <T> T takenBack(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return work.get();
        });
    }

    /** Lines of the organisations with limits and weights by chance, these powers of two, whose sums are exact; every third has had turns. */
    private void fill(List<TestCaller> organisations, Random random, int waiting) {
        Instant begin = Instant.parse("2026-11-29T20:00:00Z");
        for (int i = 0; i < organisations.size(); i++) {
            UUID organisation = organisations.get(i).organisationId();
            jdbc.sql("select set_config('app.organisation', ?, true)")
                    .param(organisation.toString())
                    .query(String.class)
                    .single();
            int weight = 1 << random.nextInt(4);
            int most = 2 + random.nextInt(6);
            for (int j = 0; j < waiting; j++) {
                jdbc.sql("""
                    with asked as (
                        insert into analysis (id, organisation_id, requested_by, kind, requested_at)
                        values (:id, :organisation, :id, 'risk', :at))
                    insert into analysis_queue (analysis_id, organisation_id, message_id, kind, lane, weight, most_at_once,
                        queued_at)
                    values (:id, :organisation, :id, 'risk', :lane, :weight, :most, :at)\
                    """)
                        .param("id", new UUID(random.nextLong(), random.nextLong()))
                        .param("organisation", organisation)
                        .param("at", begin.plusMillis(random.nextInt(100_000)).atOffset(ZoneOffset.UTC))
                        .param("lane", random.nextInt(10) == 0 ? "BATCH" : "INTERACTIVE")
                        .param("weight", random.nextInt(5) == 0 ? 1 : weight)
                        .param("most", most)
                        .update();
            }
            if (i % 3 == 0) {
                double started = random.nextInt(16) / 8.0;
                jdbc.sql("insert into analysis_turn (lane, organisation_id, started, ended) values"
                                + " ('INTERACTIVE', ?, ?, ?)")
                        .params(organisation, started, started + 1.0 / weight)
                        .update();
            }
        }
    }

    private List<String> turns() {
        return jdbc.sql("select organisation_id || ' ' || started || ' ' || ended from analysis_turn order by 1")
                .query(String.class)
                .list();
    }
}
