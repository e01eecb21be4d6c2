package io.riskwatch.quant.oracle;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Columns of the price files in the shared data folder, which are read there and never copied. */
final class SharedData {
    private SharedData() {}

    /** The lines of a file split at commas, header first; skips the running test where the file is not there. */
    static List<String[]> rows(String file) {
        Optional<Path> path = OracleCases.shared("data/" + file);
        assumeTrue(path.isPresent(), file + " is read from shared/data, which is not here");
        try {
            return Files.readAllLines(path.orElseThrow()).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbers of a named column. */
    static double[] column(String file, String name) {
        List<String[]> rows = rows(file);
        int column = Arrays.asList(rows.getFirst()).indexOf(name);
        return rows.stream()
                .skip(1)
                .mapToDouble(row -> Double.parseDouble(row[column]))
                .toArray();
    }
}
