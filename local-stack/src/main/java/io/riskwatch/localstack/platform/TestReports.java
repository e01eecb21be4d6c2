package io.riskwatch.localstack.platform;

import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The JUnit reports that a run of all tests has left in the modules' target folders. */
final class TestReports {

    private static final List<String> FOLDERS = List.of("target/surefire-reports", "target/failsafe-reports");
    private static final int LONGEST_REASON = 1_000;
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    private static final Pattern ABSTRACT = Pattern.compile("^(public )?abstract class", Pattern.MULTILINE);

    /** Counts of one module. */
    record Counts(String module, int passed, int failed, int skipped) {

        int ran() {
            return passed + failed;
        }
    }

    /**
     * A test that failed, at its last or at its first try.
     *
     * @param name suite and method
     * @param reason on one line
     */
    record Failure(String name, String reason) {}

    private record Suite(String name, int tests, int failed, int skipped) {}

    private final Path root;

    TestReports(Path root) {
        this.root = root;
    }

    /** Deletes what earlier runs have left, so that only this run is counted. */
    void forget() {
        for (Path module : modules()) {
            for (String folder : FOLDERS) {
                for (Path report : reports(module.resolve(folder))) {
                    report.toFile().delete();
                }
            }
        }
    }

    /** The counts of every module that has tests. */
    List<Counts> counts() {
        List<Counts> counts = new ArrayList<>();
        for (Path module : modules()) {
            int tests = 0;
            int failed = 0;
            int skipped = 0;
            for (Suite suite : suites(module)) {
                tests += suite.tests();
                failed += suite.failed();
                skipped += suite.skipped();
            }
            if (tests > 0) {
                counts.add(new Counts(String.valueOf(module.getFileName()), tests - failed - skipped, failed, skipped));
            }
        }
        return counts;
    }

    /** Integration suites that have sources but ran no test: a green run that tested nothing is not green. */
    List<String> silentSuites() {
        List<String> silent = new ArrayList<>();
        for (Path module : modules()) {
            List<Suite> suites = suites(module);
            for (String suite : integrationSuites(module)) {
                // nested classes are reported by themselves
                boolean ran = suites.stream()
                        .filter(report ->
                                report.name().equals(suite) || report.name().startsWith(suite + "$"))
                        .anyMatch(report -> report.tests() > report.skipped());
                if (!ran) {
                    silent.add(suite);
                }
            }
        }
        return silent;
    }

    /** The tests that failed, and why. */
    List<Failure> failures() {
        return failures(List.of("failure", "error"));
    }

    /** The tests that failed once and then passed, and why they had failed. */
    List<Failure> triedAgain() {
        return failures(List.of("flakyFailure", "flakyError"));
    }

    private List<Failure> failures(List<String> kinds) {
        List<Failure> failures = new ArrayList<>();
        for (Path module : modules()) {
            for (String folder : FOLDERS) {
                for (Path report : reports(module.resolve(folder))) {
                    NodeList tests = document(report).getElementsByTagName("testcase");
                    for (int i = 0; i < tests.getLength(); i++) {
                        Element test = (Element) tests.item(i);
                        kinds.stream()
                                .map(test::getElementsByTagName)
                                .filter(found -> found.getLength() > 0)
                                .map(found -> failure(test, (Element) found.item(0)))
                                .forEach(failures::add);
                    }
                }
            }
        }
        return failures;
    }

    private static Failure failure(Element test, Element failure) {
        String message = failure.getAttribute("message");
        String reason = (message.isBlank() ? failure.getTextContent() : message)
                .replaceAll("\\s+", " ")
                .strip();
        return new Failure(
                test.getAttribute("classname") + "." + test.getAttribute("name"),
                reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + " ..." : reason);
    }

    private List<Path> modules() {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("pom.xml")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StackException("Could not list " + root, e);
        }
    }

    private static List<String> integrationSuites(Path module) {
        Path sources = module.resolve("src/test/java");
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            List<String> suites = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith("IT.java"))
                    .sorted()
                    .toList()) {
                String source = Files.readString(file);
                Matcher declared = PACKAGE.matcher(source);
                if (declared.find() && !ABSTRACT.matcher(source).find()) {
                    suites.add(declared.group(1) + "."
                            + String.valueOf(file.getFileName()).replace(".java", ""));
                }
            }
            return suites;
        } catch (IOException e) {
            throw new StackException("Could not read the tests of " + module, e);
        }
    }

    private static List<Suite> suites(Path module) {
        List<Suite> suites = new ArrayList<>();
        for (String folder : FOLDERS) {
            for (Path report : reports(module.resolve(folder))) {
                suites.addAll(read(report));
            }
        }
        return suites;
    }

    private static List<Path> reports(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StackException("Could not list " + folder, e);
        }
    }

    private static List<Suite> read(Path report) {
        Element document = document(report);
        NodeList nodes = document.getElementsByTagName("testsuite");
        List<Suite> suites = new ArrayList<>();
        if (document.getTagName().equals("testsuite")) {
            suites.add(suite(document));
        }
        for (int i = 0; i < nodes.getLength(); i++) {
            suites.add(suite((Element) nodes.item(i)));
        }
        return suites;
    }

    private static Element document(Path report) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return factory.newDocumentBuilder().parse(report.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new StackException("The report " + report + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Suite suite(Element suite) {
        return new Suite(
                suite.getAttribute("name"),
                number(suite, "tests"),
                number(suite, "failures") + number(suite, "errors"),
                number(suite, "skipped"));
    }

    private static int number(Element suite, String attribute) {
        String value = suite.getAttribute(attribute);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }
}
