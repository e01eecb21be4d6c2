package io.riskwatch.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.localstack.RepositoryRoot;
import io.riskwatch.localstack.process.Launch;
import io.riskwatch.localstack.process.Launch.StopSignal;
import io.riskwatch.localstack.process.RunAs;
import io.riskwatch.localstack.process.Supervisor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The journeys of {@code frontend/e2e} in a real browser; each is a test of its own here, so that it is counted. */
@ExtendWith(PlatformExtension.class)
class BrowserIT {

    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;]*m");

    @TestFactory
    Stream<DynamicTest> journey(Platform platform) throws Exception {
        Path frontend = RepositoryRoot.find().resolve("frontend");
        Path results =
                Files.createDirectories(Path.of("target").toAbsolutePath().resolve("browser"));
        Path report = results.resolve("journeys.xml");
        Files.deleteIfExists(report);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("BASE_URL", platform.gateway().toString());
        environment.put("REDIS_URL", platform.redis().toString());
        environment.putIfAbsent("CHROMIUM_PATH", "/usr/bin/chromium");
        environment.put("PLAYWRIGHT_JUNIT_OUTPUT_FILE", report.toString());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        environment.put("CI", "true");
        Path log = results.resolve("playwright.log");
        int exit = Supervisor.start(new Launch(
                        "playwright",
                        List.of("npx", "--no-install", "playwright", "test", "--reporter=list,junit"),
                        environment,
                        frontend,
                        log,
                        StopSignal.TERM,
                        RunAs.SAME_USER))
                .waitFor(LIMIT);
        assertThat(report)
                .as("playwright ended with %d and no report: %s", exit, Files.readString(log))
                .exists();
        List<DynamicTest> journeys = journeys(report);
        assertThat(journeys)
                .as("journeys in frontend/e2e; %s", Files.readString(log))
                .isNotEmpty();
        Files.readAllLines(log).stream()
                .filter(line -> line.contains("(retry #"))
                .forEach(line -> System.out.println("a journey was tried again: "
                        + COLOURS.matcher(line).replaceAll("").strip()));
        return journeys.stream();
    }

    private static List<DynamicTest> journeys(Path report) throws Exception {
        NodeList cases = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("testcase");
        List<DynamicTest> journeys = new ArrayList<>();
        for (int i = 0; i < cases.getLength(); i++) {
            Element journey = (Element) cases.item(i);
            journeys.add(DynamicTest.dynamicTest(journey.getAttribute("name"), () -> outcome(journey)));
        }
        return journeys;
    }

    /** In the first line already, for a report of failures shows no other; without the terminal's colours. */
    private static String told(String failure) {
        return COLOURS.matcher(failure).replaceAll("").strip();
    }

    private static void outcome(Element journey) {
        for (String kind : List.of("failure", "error")) {
            NodeList found = journey.getElementsByTagName(kind);
            if (found.getLength() > 0) {
                throw new AssertionFailedError(
                        journey.getAttribute("name") + ": " + told(found.item(0).getTextContent()));
            }
        }
        if (journey.getElementsByTagName("skipped").getLength() > 0) {
            throw new TestAbortedException("skipped in the browser");
        }
    }
}
