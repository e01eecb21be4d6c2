package io.riskwatch.localstack.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {

    @TempDir
    Path root;

    @BeforeEach
    void aModuleWithOneIntegrationSuite() throws IOException {
        write("shop/pom.xml", "<project/>");
        write("shop/src/test/java/a/OrderIT.java", "package a;\n\nclass OrderIT {}\n");
        write("shop/src/test/java/a/BaseIT.java", "package a;\n\nabstract class BaseIT {}\n");
    }

    @Test
    void unitAndIntegrationTestsAreCountedTogether() throws IOException {
        report("surefire", "a.OrderTest", 5, 1, 1, 1);
        report("failsafe", "a.OrderIT", 3, 0, 0, 0);
        TestReports reports = new TestReports(root);
        assertThat(reports.counts()).containsExactly(new TestReports.Counts("shop", 5, 2, 1));
        assertThat(reports.silentSuites()).isEmpty();
    }

    @Test
    void aSuiteWithoutReportIsSilent() {
        assertThat(new TestReports(root).silentSuites()).containsExactly("a.OrderIT");
    }

    @Test
    void aSuiteThatSkippedAllItsTestsIsSilent() throws IOException {
        report("failsafe", "a.OrderIT", 3, 0, 0, 3);
        assertThat(new TestReports(root).silentSuites()).containsExactly("a.OrderIT");
    }

    @Test
    void reportsOfEarlierRunsAreForgotten() throws IOException {
        report("failsafe", "a.OrderIT", 3, 0, 0, 0);
        TestReports reports = new TestReports(root);
        reports.forget();
        assertThat(reports.counts()).isEmpty();
    }

    @Test
    void failuresAreToldOnOneLineAndApartFromWhatPassedAtTheSecondTry() throws IOException {
        write("shop/target/failsafe-reports/TEST-a.OrderIT.xml", """
                <testsuite name="a.OrderIT" tests="3" failures="1" errors="0" skipped="0" flakes="1">
                  <testcase name="pays" classname="a.OrderIT"/>
                  <testcase name="ships" classname="a.OrderIT"><failure message="&#10;Expected: 200&#10; but was:   503">at a.B</failure></testcase>
                  <testcase name="waits" classname="a.OrderIT"><flakyError>java.net.ConnectException</flakyError></testcase>
                </testsuite>
                """);
        TestReports reports = new TestReports(root);
        assertThat(reports.failures())
                .containsExactly(new TestReports.Failure("a.OrderIT.ships", "Expected: 200 but was: 503"));
        assertThat(reports.triedAgain())
                .containsExactly(new TestReports.Failure("a.OrderIT.waits", "java.net.ConnectException"));
    }

    private void report(String plugin, String suite, int tests, int failures, int errors, int skipped)
            throws IOException {
        write(
                "shop/target/" + plugin + "-reports/TEST-" + suite + ".xml",
                "<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\"/>"
                        .formatted(suite, tests, failures, errors, skipped));
    }

    private void write(String path, String content) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), content);
    }
}
