package io.riskwatch.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.localstack.RepositoryRoot;
import io.riskwatch.localstack.drill.DrillReport;
import io.riskwatch.localstack.drill.DrillResult;
import io.riskwatch.localstack.drill.DrillRun;
import io.riskwatch.localstack.drill.Scale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One seed of every drill in its short form; {@code ./riskwatch drill} has the long one. */
@ExtendWith(PlatformExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class DrillIT {

    private static final long SEED = 1;

    private DrillRun drills;
    private DrillReport report;

    @BeforeAll
    void prepare(Platform platform) {
        drills = new DrillRun(platform.faulty(), Scale.SHORT);
        report = new DrillReport(System.out);
    }

    @AfterAll
    void keep() {
        report.write(RepositoryRoot.find().resolve(".riskwatch/drill/short"));
    }

    static Stream<String> names() {
        return DrillRun.names().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothingAcceptedIsLostDoubledOrAnsweredOtherwise(String name) {
        DrillResult result = drills.run(name, SEED);
        report.add(result);

        assertThat(result.violations()).as(name).isEmpty();
        assertThat(result.accepted()).as("accepted").isPositive();
        assertThat(result.completed()).as("completed").isPositive();
    }
}
