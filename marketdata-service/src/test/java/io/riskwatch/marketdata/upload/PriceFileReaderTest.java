package io.riskwatch.marketdata.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.riskwatch.marketdata.series.PriceSeries;
import io.riskwatch.marketdata.series.PriceSeries.Column;
import io.riskwatch.service.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceFileReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final PriceFileReader reader = new PriceFileReader(1_000, 5);

    @Test
    void aWideFileIsAColumnOfClosesPerSymbol() {
        PriceFile file = read("Date,AAPL,BRK.B\n2024-01-03,2.5,\n2024-01-02,1.25,300\n2024-01-04,1e-3,301.5\n");
        assertThat(file.format()).isEqualTo(PriceFile.Format.WIDE);
        assertThat(file.series()).containsOnlyKeys("AAPL", "BRK.B");
        assertThat(file.emptyCells()).isEqualTo(1);
        PriceSeries aapl = file.series().get("AAPL");
        assertThat(aapl.firstDay()).isEqualTo(LocalDate.of(2024, 1, 2));
        assertThat(aapl.closes()).containsExactly(1.25, 2.5, 0.001);
        assertThat(file.series().get("BRK.B").closes()).containsExactly(300, 301.5);
        assertThat(file.samples().getFirst())
                .isEqualTo(new PriceFile.Sample(
                        2, "AAPL", (int) LocalDate.of(2024, 1, 3).toEpochDay(), 2.5));
    }

    @Test
    void aLongFileHasBarsAndOnlyTheCloseMustBeThere() {
        PriceFile file = read("date,symbol,open,high,low,close,volume\r\n"
                + "2024-01-02,AAPL,1,3,0.5,2,100\r\n2024-01-02,\"MSFT\",,,,7,\r\n2024-01-03,AAPL,2,2,2,2,0\r\n");
        assertThat(file.format()).isEqualTo(PriceFile.Format.LONG);
        assertThat(file.series().get("AAPL").column(Column.HIGH)).containsExactly(3, 2);
        assertThat(file.series().get("AAPL").column(Column.VOLUME)).containsExactly(100, 0);
        assertThat(file.series().get("MSFT").column(Column.OPEN)).isNull();
        assertThat(read("date,symbol,close\n2024-01-02,A,1\n").series()).containsOnlyKeys("A");
    }

    @Test
    void whatOtherProgramsWriteIsUnderstood() {
        PriceFile file = read("\uFEFFDate,Ä1\n2024-01-02 00:00:00,1.5\n2024-01-03T00:00:00Z,+2\n2024-01-04,NaN\n\n");
        assertThat(file.series().get("Ä1").closes()).containsExactly(1.5, 2);
        assertThat(file.emptyCells()).isEqualTo(1);
    }

    @Test
    void aPriceIsTheDoubleItsTextNames() {
        Random random = new Random(7);
        StringBuilder csv = new StringBuilder("date,S\n");
        double[] expected = new double[300];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE);
            if (!Double.isFinite(expected[i]) || expected[i] == 0) {
                expected[i] = random.nextDouble();
            }
            csv.append(LocalDate.of(2020, 1, 1).plusDays(i))
                    .append(',')
                    .append(expected[i])
                    .append('\n');
        }
        assertThat(read(csv.toString()).series().get("S").closes()).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a wrong header          | day,A\\n2024-01-02,1         | 1 | 1 | must begin with date",
                "no symbol               | date\\n2024-01-02            | 1 | 2 | names no symbol",
                "an unnamed column       | date,A,\\n2024-01-02,1,2     | 1 | 3 | symbol is missing",
                "a column twice          | date,A,A\\n2024-01-02,1,2    | 1 | 3 | stands twice",
                "one symbol's bars       | Date,Open,High,Low,Close\\n2024-01-02,1,1,1,1 | 1 | 2 | add a column symbol",
                "an unknown column       | date,symbol,close,split\\n2024-01-02,A,1,1 | 1 | 4 | is not one of",
                "no close                | date,symbol,open\\n2024-01-02,A,1 | 1 | 4 | close is missing",
                "only a header           | date,A                       | 2 | 1 | no prices",
                "a bad number            | date,A,B\\n2024-01-02,1,2\\n2024-01-03,1,abc | 3 | 3 | B: \"abc\" is not a number",
                "a thousands separator   | date,A\\n2024-01-02,\"1,000\" | 2 | 2 | not a number",
                "hexadecimal             | date,A\\n2024-01-02,0x1p3    | 2 | 2 | not a number",
                "a float's suffix        | date,A\\n2024-01-02,1d       | 2 | 2 | not a number",
                "infinity                | date,A\\n2024-01-02,Infinity | 2 | 2 | not a number",
                "too large a number      | date,A\\n2024-01-02,1e999    | 2 | 2 | too large",
                "a price of zero         | date,A\\n2024-01-02,0        | 2 | 2 | not a price above 0",
                "a price that rounds to zero | date,A\\n2024-01-02,1e-999 | 2 | 2 | not a price above 0",
                "a negative price        | date,A\\n2024-01-02,-1       | 2 | 2 | not a price above 0",
                "a negative volume       | date,symbol,close,volume\\n2024-01-02,A,1,-1 | 2 | 4 | not a volume",
                "a bad date              | date,A\\n02.01.2024,1        | 2 | 1 | not a date",
                "a day that never was    | date,A\\n2024-02-30,1        | 2 | 1 | not a date",
                "a day to come           | date,A\\n2030-01-02,1        | 2 | 1 | in the future",
                "a missing cell          | date,A,B\\n2024-01-02,1      | 2 | 3 | has 2 columns",
                "a cell too many         | date,A\\n2024-01-02,1,2      | 2 | 3 | has 3 columns",
                "the same day twice      | date,A\\n2024-01-03,1\\n2024-01-02,1\\n2024-01-03,1 | 4 | 1 | already in line 2",
                "a symbol's day twice    | date,symbol,close\\n2024-01-02,A,1\\n2024-01-02,A,1 | 3 | 1 | already in line 2",
                "no price at all         | date,A\\n2024-01-02,         | 2 | 2 | not a single price",
                "an open quote           | date,A\\n2024-01-02,\"1      | 2 | 1 | is not CSV",
            })
    void aFaultIsRefusedWithItsPlace(String fault, String csv, long line, long column, String reason) {
        PriceFileException refused =
                catchThrowableOfType(PriceFileException.class, () -> read(csv.replace("\\n", "\n")));
        assertThat(refused).as(fault).isNotNull().hasMessageContaining(reason);
        assertThat(new long[] {refused.line(), refused.column()}).as(fault).containsExactly(line, column);
    }

    @Test
    void whatIsNoUtf8TextIsRefusedWithItsPlace() {
        assertRefused(new byte[0], 1, 1, "is empty");
        assertRefused("date,A\n2024-01-02,1\n".getBytes(StandardCharsets.UTF_16LE), 1, 2, "NUL");
        assertRefused("\uFEFFdate,A\n".getBytes(StandardCharsets.UTF_16LE), 1, 1, "is UTF-16");
        assertRefused("date,A\n".getBytes(StandardCharsets.UTF_16), 1, 1, "is UTF-16");
        assertRefused("date,A\n2024-01-02,\0001\n".getBytes(StandardCharsets.UTF_8), 2, 12, "NUL");
        assertRefused("date,\u00C4\n".getBytes(StandardCharsets.ISO_8859_1), 1, 6, "not UTF-8");
        assertRefused(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, 1, 1, "not UTF-8");
        assertRefused("PK\003\004".getBytes(StandardCharsets.US_ASCII), 1, 3, "control character");
        assertRefused(new byte[] {'d', (byte) 0xC3}, 1, 2, "ends within a character");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomBytesNeverDoMoreThanBeRefused(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = "date,A,B\n2024-01-02,1,2\n2024-01-03,\"3\",4\n".getBytes(StandardCharsets.UTF_8);
            for (int changes = 0; changes <= random.nextInt(4); changes++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                reader.read(new ByteArrayInputStream(bytes), TODAY);
            } catch (PriceFileException e) {
                assertThat(e.line()).isPositive();
            }
        }
    }

    @Test
    void tooManyPricesOrSymbolsAreNamedAsLimits() {
        StringBuilder rows = new StringBuilder("date,A,B\n");
        for (int i = 0; i < 501; i++) {
            rows.append(LocalDate.of(2020, 1, 1).plusDays(i)).append(",1,1\n");
        }
        assertThatThrownBy(() -> read(rows.toString())).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status().value()).isEqualTo(413);
            assertThat(problem.properties()).containsEntry("limit", "cells");
        });
        assertThatThrownBy(() -> read("date,A,B,C,D,E,F\n2024-01-02,1,1,1,1,1,1\n"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.properties()).containsEntry("limit", "symbols"));
    }

    private void assertRefused(byte[] bytes, long line, long column, String reason) {
        PriceFileException refused = catchThrowableOfType(
                PriceFileException.class, () -> reader.read(new ByteArrayInputStream(bytes), TODAY));
        assertThat(refused).as(reason).isNotNull().hasMessageContaining(reason);
        assertThat(new long[] {refused.line(), refused.column()}).as(reason).containsExactly(line, column);
    }

    private PriceFile read(String csv) {
        return reader.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), TODAY);
    }
}
