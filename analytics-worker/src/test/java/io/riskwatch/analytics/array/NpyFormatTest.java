package io.riskwatch.analytics.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.riskwatch.analytics.analysis.ResultArray;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class NpyFormatTest {

    private static final HexFormat HEX = HexFormat.of();

    /** As numpy.save writes it: {@code np.save(f, np.array([1.5, -2.0]))}. */
    @Test
    void doublesAreTheBytesNumpyWrites() {
        byte[] bytes = NpyFormat.write(ResultArray.of("terminal", "two", new double[] {1.5, -2}));

        assertThat(HEX.formatHex(bytes, 0, 10)).isEqualTo("934e554d505901007600");
        assertThat(text(bytes, 10, 128))
                .isEqualTo("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }" + " ".repeat(60) + "\n");
        assertThat(HEX.formatHex(bytes, 128, bytes.length)).isEqualTo("000000000000f83f00000000000000c0");
    }

    @Test
    void rowsAreFloatsTheLastDimensionFastest() {
        byte[] bytes =
                NpyFormat.write(ResultArray.ofRows("paths", "two by three", new double[][] {{1, 2, 3}, {4, 5, 6}}));

        assertThat(text(bytes, 10, 80)).contains("'descr': '<f4'").contains("'shape': (2, 3,)");
        assertThat(HEX.formatHex(bytes, 128, bytes.length))
                .isEqualTo("0000803f0000004000004040" + "000080400000a0400000c040");
    }

    @Test
    void datesAreDaysSinceTheEpoch() {
        byte[] bytes = NpyFormat.write(
                ResultArray.ofDates("two", List.of(LocalDate.of(1970, 1, 2), LocalDate.of(1969, 12, 31))));

        assertThat(text(bytes, 10, 40)).contains("'<M8[D]'");
        assertThat(HEX.formatHex(bytes, 128, bytes.length)).isEqualTo("0100000000000000ffffffffffffffff");
    }

    @Test
    void theNumbersBeginAtAMultipleOf64HoweverLongTheShape() {
        for (int length = 1; length < 3_000_000; length *= 10) {
            byte[] bytes = NpyFormat.write(ResultArray.of("a", "many", new double[length]));

            assertThat((bytes.length - 8L * length) % 64).isZero();
        }
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResultArray("a", "", ResultArray.Type.FLOAT64, List.of(3), new double[2]))
                .withMessageContaining("[3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResultArray.of("../up", "", new double[1]))
                .withMessageContaining("../up");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResultArray.of("a", "", new double[ResultArray.MOST_VALUES + 1]))
                .withMessageContaining("4000000");
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }
}
