package io.riskwatch.quant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EngineTest {
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+\\.\\d+\\.\\d+) \\|", Pattern.MULTILINE);

    @Test
    void theVersionIsTheNewestOfTheReadmesTable() throws IOException {
        Matcher newest = ROW.matcher(Files.readString(Path.of("README.md")));
        assertThat(newest.find()).isTrue();
        assertThat(newest.group(1)).isEqualTo(Engine.VERSION);
    }
}
