package io.riskwatch.quant.bench;

import io.riskwatch.quant.kernel.Lanes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where it was measured, in one line. */
final class Machine {
    private Machine() {}

    static String description() throws IOException {
        return processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores, JDK " + Runtime.version()
                + ", " + Lanes.active().label();
    }

    /** Load average over one minute, or -1 where it is not told. */
    static double load() throws IOException {
        Path file = Path.of("/proc/loadavg");
        return Files.exists(file) ? Double.parseDouble(Files.readString(file).split(" ", -1)[0]) : -1;
    }

    private static String processor() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.exists(file)) {
            return System.getProperty("os.arch", "unknown processor");
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).trim())
                .findFirst()
                .orElse("unknown processor");
    }
}
