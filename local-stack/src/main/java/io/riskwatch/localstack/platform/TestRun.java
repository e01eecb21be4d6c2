package io.riskwatch.localstack.platform;

import io.riskwatch.localstack.StackListener;
import io.riskwatch.localstack.TestStack;
import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code ./riskwatch test}: everything CI runs, on one set of servers, and the counts at its end. */
final class TestRun {

    private static final Duration LIMIT = Duration.ofMinutes(44);
    /** The shell's code for a program that was asked to end. */
    private static final int TERMINATED = 143;

    private static final String ALLOWED = "RISKWATCH_ALLOW_SKIPPED";

    /** What is worth reading while it runs; the whole is in the log. */
    private static final Pattern SHOWN = Pattern.compile(
            "^\\[INFO] Building [\\w-]+ |Tests run:.*(-- in |Time elapsed)|^\\[ERROR]|^\\[WARNING] Tests run|^Integration tests run on"
                    + "|is healthy after|^\\[INFO] BUILD|^ *Tests  |^ *Test Files  |passed \\(|failed \\(");

    private final Path root;
    private final Path home;

    TestRun(Path root, Path home) {
        this.root = root;
        this.home = home;
    }

    int run() {
        long begin = System.nanoTime();
        Path chromium = Chromium.find();
        Path log = home.resolve("logs/test.log");
        Path servers = home.resolve("run/test-servers.properties");
        try {
            Files.createDirectories(home.resolve("run"));
        } catch (IOException e) {
            throw new StackException("Could not write below " + home, e);
        }
        TestReports reports = new TestReports(root);
        reports.forget();
        String versions = TestStack.lend(servers, new StackListener() {
            @Override
            public void ready(String server, String version, int port, Duration took) {
                Console.done(server, took, version);
            }

            @Override
            public void progress(String server, String what) {
                Console.say("  ..  " + server + ": " + what);
            }
        });
        Console.say("Tests run on " + versions + ". The whole output goes to " + root.relativize(log));

        Maven maven = Maven.start(
                "the test run",
                root,
                goals(),
                log,
                Map.of(TestStack.STACK_FILE, servers.toString(), "CHROMIUM_PATH", chromium.toString()));
        int exit = LogTail.during(log, TestRun::show, () -> maven.await(LIMIT));
        if (exit == TERMINATED) {
            Console.say("Interrupted: nothing was judged.");
            return exit;
        }
        return report(reports, exit, versions, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** In CI an integration test that failed is tried once more, and named: the machine may have stood still. */
    private static List<String> goals() {
        return System.getenv("CI") == null
                ? List.of("-fae", "verify")
                : List.of("-fae", "-Dfailsafe.rerunFailingTestsCount=1", "verify");
    }

    private static void show(String line) {
        if (SHOWN.matcher(line).find()) {
            Console.say(line);
        }
    }

    private static int report(TestReports reports, int exit, String versions, Duration took) {
        List<TestReports.Counts> counts = reports.counts();
        Console.say("");
        Console.say(String.format("%-22s %8s %8s %8s", "module", "passed", "failed", "skipped"));
        counts.forEach(module -> Console.say(String.format(
                "%-22s %8d %8d %8d", module.module(), module.passed(), module.failed(), module.skipped())));
        List<String> problems = new ArrayList<>();
        List<String> allowed =
                Arrays.asList(System.getenv().getOrDefault(ALLOWED, "").split(","));
        reports.silentSuites().stream()
                .filter(suite ->
                        allowed.stream().noneMatch(name -> !name.isBlank() && suite.endsWith("." + name.strip())))
                .forEach(suite -> problems.add(suite + " ran no test (" + ALLOWED + " names suites that may)"));
        int failed = counts.stream().mapToInt(TestReports.Counts::failed).sum();
        if (exit != 0 && failed == 0) {
            problems.add("Maven ended with " + exit
                    + " though no test failed: format, compilation, or a suite that did not start");
        }
        reports.failures().forEach(test -> Console.say("FAILED: " + test.name() + ": " + test.reason()));
        reports.triedAgain().forEach(test -> Console.say("TRIED AGAIN: " + test.name() + ": " + test.reason()));
        problems.forEach(problem -> Console.say("PROBLEM: " + problem));
        Console.say(String.format("%d min %d s on %s", took.toMinutes(), took.toSecondsPart(), versions));
        int passed = counts.stream().mapToInt(TestReports.Counts::passed).sum();
        int skipped = counts.stream().mapToInt(TestReports.Counts::skipped).sum();
        int allFailed = failed + problems.size();
        Console.say(passed + " passed, " + allFailed + " failed, " + skipped + " skipped");
        return exit == 0 && allFailed == 0 && passed > 0 ? 0 : 1;
    }
}
