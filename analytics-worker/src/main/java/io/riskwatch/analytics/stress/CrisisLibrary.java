package io.riskwatch.analytics.stress;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The dated crises of {@code crises.csv}, oldest first. */
final class CrisisLibrary {

    private static final String FILE = "/stress/crises.csv";
    private static final String HEADER = "crisis,name,asset_class,region,from,to,return,precision,source";

    private static final List<Crisis> ALL = read();

    private CrisisLibrary() {}

    static List<Crisis> all() {
        return ALL;
    }

    private static List<Crisis> read() {
        try (InputStream in = CrisisLibrary.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the worker was built without " + FILE);
            }
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            if (!lines.getFirst().equals(HEADER)) {
                throw new IllegalStateException(FILE + " begins with " + lines.getFirst());
            }
            Map<String, List<String[]>> byCrisis = new LinkedHashMap<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                byCrisis.computeIfAbsent(cells[0], id -> new ArrayList<>()).add(cells);
            }
            return byCrisis.values().stream().map(CrisisLibrary::crisis).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Crisis crisis(List<String[]> rows) {
        String[] first = rows.getFirst();
        return new Crisis(
                first[0],
                first[1],
                LocalDate.parse(first[4]),
                LocalDate.parse(first[5]),
                rows.stream().map(CrisisLibrary::row).toList());
    }

    private static Crisis.Row row(String[] cells) {
        return new Crisis.Row(
                StressClass.valueOf(cells[2]),
                cells[3],
                Double.parseDouble(cells[6]),
                Crisis.Precision.valueOf(cells[7]),
                cells[8]);
    }
}
