package io.riskwatch.quant.methods;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of docs/methods are reachable, complete, and name tests and classes that exist. */
class MethodPagesTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([a-z0-9-]+\\.md)\\)");
    private static final Pattern TEST = Pattern.compile("(?<![.\\w])(\\w+Test)(?:\\.(\\w+))?`");
    private static final Pattern TYPE = Pattern.compile("`io\\.riskwatch\\.quant\\.([a-z.]+\\.[A-Z]\\w+)");

    @Test
    void theIndexListsEveryPageOnce() throws IOException {
        List<String> linked = matches(LINK, "README.md").map(m -> m.group(1)).toList();
        assertThat(linked).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(pages());
    }

    @Test
    void linksBetweenPagesLeadSomewhere() throws IOException {
        List<String> pages = pages();
        for (String page : pages) {
            assertThat(pages)
                    .as("links of %s", page)
                    .containsAll(matches(LINK, page).map(m -> m.group(1)).toList());
        }
    }

    @Test
    void everyPageNamesAnExampleThatIsATestAndAClassOfTheEngine() throws IOException {
        Map<String, Path> tests = sources(Path.of("src", "test", "java"));
        for (String page : pages()) {
            List<MatchResult> named = matches(TEST, page).toList();
            assertThat(named).as("tests named by %s", page).isNotEmpty();
            for (MatchResult test : named) {
                assertThat(tests).as("tests named by %s", page).containsKey(test.group(1) + ".java");
                if (test.group(2) != null) {
                    assertThat(Files.readString(tests.get(test.group(1) + ".java")))
                            .as("test named by %s", page)
                            .contains("void " + test.group(2) + "(");
                }
            }
            List<MatchResult> types = matches(TYPE, page).toList();
            assertThat(types).as("classes named by %s", page).isNotEmpty();
            for (MatchResult type : types) {
                assertThat(Path.of("src", "main", "java", "io", "riskwatch", "quant")
                                .resolve(type.group(1).replace('.', '/') + ".java"))
                        .exists();
            }
        }
    }

    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(MethodPage.DIRECTORY)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<MatchResult> matches(Pattern pattern, String page) throws IOException {
        return pattern.matcher(Files.readString(MethodPage.DIRECTORY.resolve(page)))
                .results();
    }

    private static Map<String, Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), Function.identity()));
        }
    }
}
