package io.riskwatch.quant.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What is measured: one file {@code workloads/NAME.properties} with {@code title}, {@code ours}, perhaps {@code agree}, and a line
 * {@code peer.NAME} for each peer.
 *
 * @param name the file's name, e.g. W1
 * @param title what is computed, with its sizes
 * @param tolerance relative difference up to which two answers are the same; NaN where they are not compared
 * @param ours the engine's side
 * @param peers the others, by name
 */
record Workload(String name, String title, double tolerance, Side ours, List<Side> peers) {
    private static final String PEER = "peer.";
    private static final String FILE = ".properties";

    Workload {
        peers = List.copyOf(peers);
    }

    /** All workloads of the directory whose name begins with one of the given words; all, where none is given. */
    static List<Workload> in(Path directory, List<String> wanted) throws IOException {
        List<Workload> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                String fileName = String.valueOf(file.getFileName());
                if (fileName.endsWith(FILE)) {
                    String name = fileName.substring(0, fileName.length() - FILE.length());
                    if (wanted.isEmpty() || wanted.stream().anyMatch(name::startsWith)) {
                        found.add(read(name, file));
                    }
                }
            }
        }
        return found;
    }

    private static Workload read(String name, Path file) throws IOException {
        Properties lines = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            lines.load(in);
        }
        List<Side> peers = lines.stringPropertyNames().stream()
                .filter(key -> key.startsWith(PEER))
                .sorted()
                .map(key -> Side.parse(key.substring(PEER.length()), lines.getProperty(key)))
                .toList();
        return new Workload(
                name,
                required(lines, "title", file),
                Double.parseDouble(lines.getProperty("agree", "NaN")),
                Side.parse("ours", required(lines, "ours", file)),
                peers);
    }

    private static String required(Properties lines, String key, Path file) {
        String value = lines.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException(file + " must have a line " + key);
        }
        return value;
    }
}
