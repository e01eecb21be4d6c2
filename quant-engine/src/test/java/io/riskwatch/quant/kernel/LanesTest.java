package io.riskwatch.quant.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.quant.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {

    @Test
    void theTestsRunOnTheVectorKernelsWhereTheProcessorHasThem() {
        assertThat(Lanes.vectorised()).isTrue();
        assertThat(Engine.kernel()).isEqualTo("vector-" + PreferredShape.bits());
    }

    @Test
    void withoutTheModuleTheEngineIsScalarAndStillStarts() throws Exception {
        assertThat(kernelOf(List.of())).isEqualTo("scalar");
    }

    @Test
    void theVectorKernelsCanBeSwitchedOff() throws Exception {
        assertThat(kernelOf(List.of("--add-modules=jdk.incubator.vector", "-Driskwatch.kernel=scalar")))
                .isEqualTo("scalar");
    }

    private static String kernelOf(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Printer.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        process.waitFor();
        return printed;
    }

    /** What the child process runs. */
    static final class Printer {
        public static void main(String[] arguments) {
            System.out.println(Engine.kernel());
        }
    }
}
