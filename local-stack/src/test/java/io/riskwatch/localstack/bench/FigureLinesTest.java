package io.riskwatch.localstack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FigureLinesTest {

    private final BenchReport report = new BenchReport("lines");

    @Test
    void aLineOfTheBenchesBecomesAFigureWithItsRatio() {
        FigureLines.take("figure\tW1\tnumpy\tcpuMs\t100.5\t4020.0", report);
        assertThat(report.figures()).containsExactly(new Figure("W1", "numpy", "cpuMs", 100.5, 4020.0));
        assertThat(report.figures().getFirst().ratio()).isEqualTo(40.0);
    }

    @Test
    void aFigureNobodyElseHasStandsAlone() {
        FigureLines.take("figure\tholdings\tprices/s\t612.5", report);
        assertThat(report.figures()).containsExactly(new Figure("holdings", null, "prices/s", 612.5, null));
    }

    @Test
    void whatIsNoFigureIsARemark() {
        FigureLines.take("note\tW1 not measured: numba: numba is not installed", report);
        FigureLines.take("something went wrong", report);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        report.print(new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(report.figures()).isEmpty();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("W1 not measured: numba: numba is not installed", "something went wrong");
    }
}
