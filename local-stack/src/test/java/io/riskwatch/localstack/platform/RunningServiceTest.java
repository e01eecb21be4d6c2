package io.riskwatch.localstack.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunningServiceTest {

    private static List<String> command(Service service) {
        return new RunningService(
                        service, Path.of("service.jar"), 1, Map.of(), List.of("-Xmx96m"), Path.of("service.log"))
                .command();
    }

    @Test
    void whoComputesStandsBackBehindWhoAnswers() {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/nice"))).isTrue();

        assertThat(command(Service.WORKER)).startsWith("/usr/bin/nice", "-n", "5", Java.program(), "-Xmx96m");
        assertThat(command(Service.PORTFOLIO)).startsWith(Java.program(), "-Xmx96m");
    }
}
