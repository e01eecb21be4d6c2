package io.riskwatch.portfolio.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.riskwatch.service.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.core.io.InputStreamSource;

/** Streams the rows of a file that {@link TextCheck} let pass; at any moment one row is in memory. */
final class StatementReader {

    /** What one import takes. */
    static final int MAX_ROWS = 200_000;

    private static final int MAX_FIELDS = 64;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStreamSource file;

    StatementReader(InputStreamSource file) {
        this.file = file;
    }

    /** The header; what is no CSV of Riskwatch is refused. */
    StatementFormat.Header header() {
        long line = 0;
        try (var csv = open()) {
            var rows = csv.iterator();
            if (!rows.hasNext()) {
                throw new FileRefused(1, 1, "the file is empty; it starts with " + StatementFormat.expected());
            }
            var first = rows.next();
            line = first.getStartingLineNumber();
            var header = StatementFormat.recognise(line, first.getFields());
            if (!rows.hasNext()) {
                throw new FileRefused(line + 1, 1, "there is no row after the header");
            }
            return header;
        } catch (CsvParseException e) {
            throw new FileRefused(line + 1, 1, reason(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows every row after the header. */
    void rows(Function<StatementFormat.Header, RowReader> rowReader, Consumer<StatementRow> consumer) {
        var reader = rowReader.apply(header());
        long line = 1;
        try (var csv = open()) {
            var rows = csv.iterator();
            line = rows.next().getStartingLineNumber();
            for (var count = 1; rows.hasNext(); count++) {
                if (count > MAX_ROWS) {
                    throw ProblemException.payloadTooLarge(
                            "200000 rows", "The file has more than 200,000 rows; split it into several.");
                }
                var row = rows.next();
                line = row.getStartingLineNumber();
                consumer.accept(reader.read(line, row.getFields()));
            }
        } catch (CsvParseException e) {
            throw new FileRefused(line + 1, 1, reason(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CsvReader<CsvRecord> open() throws IOException {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true)
                .build(
                        CsvRecordHandler.of(handler -> handler.maxFields(MAX_FIELDS)
                                .maxFieldSize(TextCheck.LONGEST_LINE)
                                .maxRecordSize(2 * TextCheck.LONGEST_LINE)),
                        withoutMark());
    }

    private Reader withoutMark() throws IOException {
        var reader = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static String reason(CsvParseException e) {
        return "is no CSV: " + e.getMessage();
    }
}
