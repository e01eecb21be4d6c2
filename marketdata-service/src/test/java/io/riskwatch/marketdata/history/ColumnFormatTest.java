package io.riskwatch.marketdata.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.marketdata.series.Adjustment;
import io.riskwatch.marketdata.series.CorporateActions;
import io.riskwatch.marketdata.series.PriceSeries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

class ColumnFormatTest {
    private static final List<SourcedSeries> SERIES = List.of(
            new SourcedSeries(
                    "ORBX",
                    "USD",
                    "xsim",
                    true,
                    Adjustment.SPLITS,
                    CorporateActions.NONE,
                    PriceSeries.ofCloses(days(2, 4), new double[] {187.23, 188.5})),
            new SourcedSeries(
                    "ACME",
                    "EUR",
                    "upload",
                    false,
                    Adjustment.RAW,
                    CorporateActions.NONE,
                    PriceSeries.ofCloses(days(2, 3, 4), new double[] {0.1, 0.2, 0.3})));

    @Test
    void theAnswerIsTheExampleOfTheContract() throws IOException {
        JsonMapper json = JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .build();
        ColumnFormat format = new ColumnFormat(PriceMatrix.ofAllDays(SERIES), List.of("NOPE"), json);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        format.forEach(piece -> answer.writeBytes(piece.array()));
        assertThat(answer.toByteArray())
                .isEqualTo(Files.readAllBytes(Path.of("contract", "history-columns.example.bin")))
                .hasSize((int) format.length());
    }

    @Test
    void theLastCommonDaysAreThoseEverySymbolHas() {
        assertThat(PriceMatrix.ofLastCommonDays(SERIES, 10).days()).isEqualTo(days(2, 4));
        PriceMatrix last = PriceMatrix.ofLastCommonDays(SERIES, 1);
        assertThat(last.days()).isEqualTo(days(4));
        assertThat(last.closes(SERIES.get(0))).containsExactly(188.5);
        assertThat(last.closes(SERIES.get(1))).containsExactly(0.3);
        assertThat(PriceMatrix.ofAllDays(List.of()).days()).isEmpty();
    }

    private static int[] days(int... ofJanuary2024) {
        return Stream.of(ofJanuary2024)
                .flatMapToInt(java.util.Arrays::stream)
                .map(day -> (int) LocalDate.of(2024, 1, day).toEpochDay())
                .toArray();
    }
}
