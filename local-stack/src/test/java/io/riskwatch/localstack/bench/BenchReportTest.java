package io.riskwatch.localstack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchReportTest {

    @TempDir
    private Path directory;

    private final BenchReport report = new BenchReport("gateway");

    @Test
    void theFileIsAnArrayOfFiguresWhoseRatioIsThePeersOverOurs() throws IOException {
        report.add("GET \"quotes\"", "nginx", "requests/s", 7_000, 35_000);
        report.add("GET \"quotes\"", "CPU us/request", 120.5);

        Path file = report.write(directory.resolve("bench"));

        assertThat(file).hasFileName("gateway.json");
        List<BsonValue> figures = BsonArray.parse(Files.readString(file));
        BsonDocument beside = figures.getFirst().asDocument();
        assertThat(beside.keySet()).containsExactly("workload", "peer", "figure", "ours", "theirs", "ratio");
        assertThat(beside.getString("workload").getValue()).isEqualTo("GET \"quotes\"");
        assertThat(beside.getString("peer").getValue()).isEqualTo("nginx");
        assertThat(beside.getDouble("ours").getValue()).isEqualTo(7_000);
        assertThat(beside.getDouble("theirs").getValue()).isEqualTo(35_000);
        assertThat(beside.getDouble("ratio").getValue()).isEqualTo(5);
        BsonDocument alone = figures.get(1).asDocument();
        assertThat(alone.isNull("peer") && alone.isNull("theirs") && alone.isNull("ratio"))
                .isTrue();
        assertThat(alone.getDouble("ours").getValue()).isEqualTo(120.5);
    }

    @Test
    void theTableHasALinePerFigureAndTheRemarksBelow() {
        report.add("GET", "nginx", "requests/s", 7_000, 35_000);
        report.note("nginx 1.22 beside it");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        report.print(new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern("workload +figure +ours +peer +theirs +ratio")
                .containsPattern("GET +requests/s +7,000 +nginx +35,000 +5")
                .endsWith("nginx 1.22 beside it\n");
    }

    @Test
    void whatIsNoNumberIsNoFigure() {
        assertThatThrownBy(() -> report.add("GET", "p99 ms", Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("p99 ms");
        assertThat(new Figure("GET", "nginx", "errors", 0, 1.0).ratio()).isNull();
    }

    @Test
    void aProcessCostsWhatLinuxSays() {
        long own = ProcessHandle.current().pid();
        double before = ProcessMeter.cpuSeconds(own);
        double sink = 0;
        for (long i = 0; ProcessMeter.cpuSeconds(own) < before + 0.05; i++) {
            sink += Math.sqrt(i);
        }
        assertThat(sink).isPositive();
        assertThat(ProcessMeter.residentBytes(own)).isGreaterThan(20L << 20);
        assertThat(ProcessMeter.cpuSeconds(own)).isGreaterThan(before + 0.04).isNotCloseTo(before, within(1e-9));
    }
}
