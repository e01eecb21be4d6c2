package io.riskwatch.localstack.bench;

import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;

/** The figures of one workload: printed as a table, kept as {@code .riskwatch/bench/<name>.json}. Safe for several threads. */
public final class BenchReport {

    private static final JsonWriterSettings PLAIN =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

    private final String name;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    public BenchReport(String name) {
        this.name = name;
    }

    /** A figure nobody else has. */
    public void add(String workload, String figure, double ours) {
        add(new Figure(workload, null, figure, ours, null));
    }

    /** A figure beside a peer's. */
    public void add(String workload, String peer, String figure, double ours, double theirs) {
        add(new Figure(workload, peer, figure, ours, theirs));
    }

    public synchronized void add(Figure figure) {
        figures.add(figure);
    }

    /** A remark below the table: how it was measured, or that a peer is missing. */
    public synchronized void note(String remark) {
        notes.add(remark);
    }

    /** The figures so far. */
    public synchronized List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** Workload, figure, ours, peer, theirs, ratio. */
    public synchronized void print(PrintStream out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("workload", "figure", "ours", "peer", "theirs", "ratio"));
        figures.forEach(figure -> rows.add(List.of(
                figure.workload(),
                figure.figure(),
                number(figure.ours()),
                figure.peer() == null ? "-" : figure.peer(),
                number(figure.theirs()),
                number(figure.ratio()))));
        int[] widths = new int[rows.getFirst().size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                boolean words = i < 2 || i == 3;
                line.append(String.format(Locale.ROOT, "%" + (words ? "-" : "") + widths[i] + "s  ", row.get(i)));
            }
            out.println(line.toString().stripTrailing());
        }
        notes.forEach(out::println);
    }

    /** Writes the figures as a JSON array and answers the file. */
    public synchronized Path write(Path directory) {
        String json = figures.stream().map(BenchReport::json).collect(Collectors.joining(",\n ", "[", "]\n"));
        try {
            Files.createDirectories(directory);
            return Files.writeString(directory.resolve(name + ".json"), json);
        } catch (IOException e) {
            throw new StackException("Could not write the figures below " + directory + ": " + e.getMessage(), e);
        }
    }

    private static String json(Figure figure) {
        return new Document("workload", figure.workload())
                .append("peer", figure.peer())
                .append("figure", figure.figure())
                .append("ours", figure.ours())
                .append("theirs", figure.theirs())
                .append("ratio", figure.ratio())
                .toJson(PLAIN);
    }

    private static String number(@Nullable Double value) {
        if (value == null) {
            return "-";
        }
        double size = Math.abs(value);
        int decimals = size >= 1000 || value == Math.rint(value) ? 0 : size >= 10 ? 1 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
