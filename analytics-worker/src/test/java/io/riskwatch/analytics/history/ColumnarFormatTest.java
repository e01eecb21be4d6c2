package io.riskwatch.analytics.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ColumnarFormatTest {

    private final JsonMapper json = new JsonMapper();

    private static byte[] example() throws IOException {
        try (InputStream in = ColumnarFormatTest.class.getResourceAsStream(
                "/contract/marketdata-service/history-columns.example.bin")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    /** As the market-data service's contract page says of its example. */
    @Test
    void theContractsExampleIsRead() throws IOException {
        History history = ColumnarFormat.read(example(), json);

        assertThat(history.series()).extracting(History.Series::symbol).containsExactly("ORBX", "ACME");
        assertThat(history.series().get(1).currency()).isEqualTo("EUR");
        assertThat(history.series().get(1).provider()).isEqualTo("upload");
        assertThat(history.missing()).containsExactly("NOPE");
        assertThat(history.date(0)).hasToString("2024-01-02");
        assertThat(history.date(2)).hasToString("2024-01-04");
        assertThat(history.closes()[0]).containsExactly(187.23, Double.NaN, 188.5);
        assertThat(history.closes()[1]).containsExactly(0.1, 0.2, 0.3);
    }

    @Test
    void whatIsCutOffOrNoSuchAnswerIsRefused() throws IOException {
        byte[] whole = example();
        for (byte[] wrong : new byte[][] {
            new byte[0],
            Arrays.copyOf(whole, 6),
            Arrays.copyOf(whole, whole.length - 1),
            Arrays.copyOf(whole, whole.length + 8)
        }) {
            assertThatThrownBy(() -> ColumnarFormat.read(wrong, json)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
