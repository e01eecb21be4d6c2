package io.riskwatch.localstack.drill;

import io.riskwatch.localstack.process.Commands;
import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/**
 * What drills came to, a file each below {@code .riskwatch/drill} with an array of its seeds. Each names the sources it was run on: what
 * was kept of others is forgotten as soon as there is something new of the same drill, and says nothing about these.
 */
final class KeptDrills {

    private static final JsonWriterSettings PLAIN =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();
    private static final Duration GIT = Duration.ofSeconds(10);

    private final Path folder;
    private final String sources;

    /** @param sources what the drills run on, in words that nothing else has */
    KeptDrills(Path folder, String sources) {
        this.folder = folder;
        this.sources = sources;
    }

    /** Those of a clone, at the commit it is at; where there are changes that are not committed, of this run alone. */
    static KeptDrills of(Path root) {
        Commands.Result changed = git(root, "status", "--porcelain");
        Commands.Result head = git(root, "rev-parse", "HEAD");
        Path folder = root.resolve(".riskwatch").resolve("drill");
        return changed.ok() && changed.output().isEmpty() && head.ok()
                ? new KeptDrills(folder, head.output())
                : ofOneRun(folder);
    }

    static KeptDrills ofOneRun(Path folder) {
        return new KeptDrills(folder, "the run of " + Instant.now());
    }

    private static Commands.Result git(Path root, String... words) {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(words));
        try {
            return Commands.run(GIT, command);
        } catch (StackException e) {
            return new Commands.Result(1, String.valueOf(e.getMessage())); // no git: nobody can tell
        }
    }

    Path folder() {
        return folder;
    }

    /** Whether the drill has held with this seed on these sources. */
    boolean held(String drill, long seed) {
        return read(drill).stream()
                .anyMatch(kept -> number(kept) == seed
                        && kept.getList("violations", String.class, List.of()).isEmpty());
    }

    void keep(DrillResult result) {
        List<Document> all = new ArrayList<>(read(result.drill()).stream()
                .filter(kept -> number(kept) != result.seed())
                .toList());
        all.add(document(result));
        all.sort(Comparator.comparingLong(KeptDrills::number));
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    file(result.drill()),
                    all.stream().map(kept -> kept.toJson(PLAIN)).collect(Collectors.joining(",\n ", "[", "]\n")));
        } catch (IOException e) {
            throw new StackException("Could not write below " + folder + ": " + e.getMessage(), e);
        }
    }

    private static long number(Document kept) {
        return kept.get("seed", Number.class).longValue();
    }

    private Path file(String drill) {
        return folder.resolve(drill + ".json");
    }

    /** Those of these sources. */
    private List<Document> read(String drill) {
        if (!Files.exists(file(drill))) {
            return List.of();
        }
        try {
            return Document.parse("{\"all\":" + Files.readString(file(drill)) + "}")
                    .getList("all", Document.class, List.of())
                    .stream()
                    .filter(kept -> sources.equals(kept.getString("sources")))
                    .toList();
        } catch (IOException e) {
            throw new StackException("Could not read " + file(drill) + ": " + e.getMessage(), e);
        }
    }

    private Document document(DrillResult result) {
        return new Document("drill", result.drill())
                .append("seed", result.seed())
                .append("sources", sources)
                .append("accepted", result.accepted())
                .append("completed", result.completed())
                .append("failed", result.failed())
                .append("cancelled", result.cancelled())
                .append("deadLetters", result.deadLetters())
                .append("refusals", new Document(sorted(result.refusals())))
                .append("millis99", result.millis99())
                .append("seconds", result.seconds())
                .append("figures", new Document(sorted(result.figures())))
                .append("violations", result.violations());
    }

    private static Map<String, Object> sorted(Map<String, ?> figures) {
        return new TreeMap<>(figures);
    }
}
