package io.riskwatch.localstack.platform;

import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Builds, with Maven and without tests, the modules whose sources have changed since they were built last. */
public final class Build {

    /** Modules that only themselves contain, so that a change in one does not touch the others. */
    private static final Set<String> LEAVES =
            Set.of("portfolio-service", "marketdata-service", "billing-service", "analytics-worker", "gateway-service");

    /** Folders whose content is made, not written. */
    private static final Set<String> MADE =
            Set.of("target", "node_modules", "dist", "generated", "coverage", "test-results", "playwright-report");

    private static final Duration LIMIT = Duration.ofMinutes(20);

    private final Path root;
    private final Path stamps;
    private final Path log;

    /**
     * @param root the clone
     * @param home where it is remembered what was built
     */
    public Build(Path root, Path home) {
        this.root = root;
        this.stamps = home.resolve("built");
        this.log = home.resolve("logs/build.log");
    }

    /** Brings all services' archives up to date and says which modules were built for it. */
    public Set<String> run() {
        Map<String, String> prints = fingerprints();
        Set<String> changed = new TreeSet<>();
        prints.forEach((module, print) -> {
            if (!print.equals(built(module))) {
                changed.add(module);
            }
        });
        if (!changed.isEmpty()) {
            boolean leavesOnly = LEAVES.containsAll(changed);
            List<String> maven = new ArrayList<>(List.of("-q", "-Dmaven.test.skip=true"));
            if (leavesOnly) {
                maven.addAll(List.of("-pl", String.join(",", changed), "-am"));
            } else {
                maven.addAll(List.of("-pl", "!system-tests"));
            }
            maven.add("package");
            build(maven);
            prints.forEach(this::remember);
        }
        return changed;
    }

    private void build(List<String> maven) {
        Maven build = Maven.start("the build", root, maven, log, Map.of());
        if (build.await(LIMIT) != 0) {
            throw new StackException("The build failed; the whole of it is in " + log + "\n" + errors());
        }
    }

    private String errors() {
        try {
            return errorLines();
        } catch (IOException e) {
            return "(the log cannot be read: " + e.getMessage() + ")";
        }
    }

    private String errorLines() throws IOException {
        return String.join(
                "\n",
                Files.readString(log, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.contains("ERROR"))
                        .limit(15)
                        .toList());
    }

    private String built(String module) {
        Path stamp = stamps.resolve(module);
        boolean present = !LEAVES.contains(module)
                || Files.exists(root.resolve(module).resolve("target").resolve(module + "-0.1.0-SNAPSHOT-exec.jar"));
        try {
            return present && Files.exists(stamp) ? Files.readString(stamp) : "";
        } catch (IOException e) {
            throw new StackException("Could not read " + stamp, e);
        }
    }

    private void remember(String module, String print) {
        try {
            Files.createDirectories(stamps);
            Files.writeString(stamps.resolve(module), print);
        } catch (IOException e) {
            throw new StackException("Could not write " + stamps.resolve(module), e);
        }
    }

    private Map<String, String> fingerprints() {
        Map<String, String> prints = new LinkedHashMap<>();
        prints.put("pom.xml", fingerprint(root.resolve("pom.xml")));
        // what one module writes and others read while they are built
        prints.put("contracts", fingerprint(contracts().toArray(Path[]::new)));
        for (String shared : List.of("quant-engine", "service-support")) {
            prints.put(shared, module(shared));
        }
        prints.put("frontend", fingerprint(root.resolve("frontend")));
        LEAVES.stream().sorted().forEach(module -> prints.put(module, module(module)));
        return prints;
    }

    private List<Path> contracts() {
        return LEAVES.stream()
                .sorted()
                .map(module -> root.resolve(module).resolve("contract"))
                .filter(Files::isDirectory)
                .toList();
    }

    private String module(String name) {
        return fingerprint(
                root.resolve(name).resolve("pom.xml"), root.resolve(name).resolve("src/main"));
    }

    private String fingerprint(Path... places) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path place : Arrays.stream(places).filter(Files::exists).toList()) {
                List<Path> files = new ArrayList<>();
                Files.walkFileTree(place, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                        boolean made =
                                !directory.equals(place) && MADE.contains(String.valueOf(directory.getFileName()));
                        return made ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        files.add(file);
                        return FileVisitResult.CONTINUE;
                    }
                });
                files.sort(null);
                for (Path file : files) {
                    digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new StackException("Could not read the sources: " + e.getMessage(), e);
        }
    }
}
