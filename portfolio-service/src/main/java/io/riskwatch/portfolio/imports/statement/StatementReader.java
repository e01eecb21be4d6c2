package io.riskwatch.portfolio.imports.statement;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.service.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * A file of transactions or holdings, recognised by its content: of the first twenty lines under every delimiter the one
 * that is best known as a header. Rows are streamed; at any moment one is in memory. The file is read from its beginning
 * for every pass.
 */
public final class StatementReader {

    /** What one import takes. */
    public static final int MAX_ROWS = 200_000;

    /** What an empty file is told. */
    static final String EMPTY = "the file is empty; upload an export of your broker, or a table with a header";

    private static final int HEADER_WITHIN = 20;
    private static final int MAX_FIELDS = 128;
    private static final int SAMPLES = 5;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    private final InputStreamSource file;
    private final boolean json;
    private final Found found;
    private final Evidence evidence = new Evidence();

    /** A header that a layout knows, and how well. */
    private record Found(Layout layout, char delimiter, Line header, int index, int columns, List<String> preamble) {}

    private StatementReader(InputStreamSource file, boolean json, List<Layout> layouts, Diagnosis diagnosis) {
        this.file = file;
        this.json = json;
        this.found = recognise(layouts, diagnosis);
        if (found.layout().varies()) {
            forEachLine(found.index() + 1, line -> evidence.look(line.fields()));
        }
    }

    /** Says what is wrong with a header nobody knows. */
    public interface Diagnosis {
        FileRefused of(long line, List<String> fields);
    }

    /**
     * The file under the layout that fits it best, the first of equals.
     *
     * @throws FileRefused when it is no text, or no layout knows its header
     */
    public static StatementReader open(InputStreamSource file, List<Layout> layouts, Diagnosis diagnosis) {
        try (var bytes = file.getInputStream()) {
            return new StatementReader(file, TextCheck.isJson(bytes), layouts, diagnosis);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Layout layout() {
        return found.layout();
    }

    /** The header as it stands in the file. */
    public List<String> header() {
        return found.header().fields();
    }

    private Found recognise(List<Layout> layouts, Diagnosis diagnosis) {
        var best = (json ? List.of(',') : DELIMITERS)
                .stream()
                        .flatMap(delimiter -> bestHeader(delimiter, layouts).stream())
                        .max(Comparator.comparingInt(Found::columns));
        if (best.isEmpty()) {
            throw unknown(diagnosis);
        }
        if (!best.get().layout().headerIsRow() && !anythingAfter(best.get())) {
            throw new FileRefused(best.get().header().number() + 1, 1, "there is no row after the header");
        }
        return best.get();
    }

    private Optional<Found> bestHeader(char delimiter, List<Layout> layouts) {
        var preamble = new ArrayList<String>();
        Found best = null;
        var index = 0;
        for (var line : top(delimiter)) {
            var names = Columns.of(line.fields()).names();
            for (var layout : layouts) {
                var columns = layout.match(names);
                if (columns > 0 && (best == null || columns > best.columns())) {
                    best = new Found(layout, delimiter, line, index, columns, List.copyOf(preamble));
                }
            }
            preamble.add(String.join(" ", line.fields()).strip());
            index++;
        }
        return Optional.ofNullable(best);
    }

    /** The first lines, as far as they can be read under the delimiter. */
    private List<Line> top(char delimiter) {
        var lines = new ArrayList<Line>();
        try (var source = open(delimiter)) {
            for (Line line = source.next(); line != null && lines.size() < HEADER_WITHIN; line = source.next()) {
                lines.add(line);
            }
        } catch (FileRefused e) {
            return lines; // what follows is told when the rows are read
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private FileRefused unknown(Diagnosis diagnosis) {
        var lines = (json ? List.of(',') : DELIMITERS)
                .stream()
                        .map(this::top)
                        .max(Comparator.comparingInt(StatementReader::widest))
                        .orElse(List.of());
        if (lines.isEmpty()) {
            return new FileRefused(1, 1, json ? "holds no list of activities" : EMPTY);
        }
        var width = widest(lines);
        var header = lines.stream()
                .filter(line ->
                        line.fields().stream().filter(field -> !field.isBlank()).count() >= Math.max(1, width - 1))
                .findFirst()
                .orElse(lines.getFirst());
        var rows = lines.subList(lines.indexOf(header) + 1, lines.size());
        return new HeaderUnknown(
                diagnosis.of(header.number(), header.fields()),
                new HeaderUnknown.Found(
                        header.number(),
                        header.fields(),
                        rows.stream().limit(SAMPLES).map(Line::fields).toList(),
                        Guesses.of(header.fields())));
    }

    private static int widest(List<Line> lines) {
        return lines.stream().mapToInt(line -> line.fields().size()).max().orElse(0);
    }

    private boolean anythingAfter(Found header) {
        var seen = new boolean[1];
        try (var source = open(header.delimiter())) {
            for (var i = 0; i <= header.index(); i++) {
                source.next();
            }
            seen[0] = source.next() != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seen[0];
    }

    /** Shows what every row comes to, the lines above the header as ignored ones among them. */
    public void rows(Surroundings surroundings, Consumer<StatementRow> consumer) {
        var facts =
                new Facts(found.preamble(), evidence.decimalMark(found.delimiter()), evidence.dayFirst(), surroundings);
        var columns = Columns.of(found.header().fields());
        var booker = found.layout().booker(columns, facts);
        Function<Line, Row> row = line -> new Row(columns, line, facts.decimalMark());
        var first = found.layout().headerIsRow() ? 0 : found.index() + 1;
        if (found.layout().surveys()) {
            forEachLine(first, line -> booker.survey(row.apply(line)));
        }
        if (first > 0) {
            forTop(
                    found.index(),
                    line -> consumer.accept(
                            new StatementRow.Ignored(line.number(), "stands above the header and is no transaction")));
        }
        forEachLine(first, line -> book(booker, row.apply(line), line, consumer));
    }

    private static void book(Layout.RowBooker booker, Row row, Line line, Consumer<StatementRow> consumer) {
        if (line.isBlank()) {
            consumer.accept(new StatementRow.Ignored(line.number(), "the row is empty"));
            return;
        }
        // a row that fails halfway leaves nothing behind
        var rows = new ArrayList<StatementRow>(1);
        try {
            booker.book(row, rows::add);
            rows.forEach(consumer);
        } catch (BookingRefused e) {
            consumer.accept(new StatementRow.Malformed(row.place(e)));
        }
    }

    private void forTop(int count, Consumer<Line> consumer) {
        top(found.delimiter()).stream()
                .limit(count)
                .filter(line -> !line.isBlank())
                .forEach(consumer);
    }

    private void forEachLine(int skipped, Consumer<Line> consumer) {
        try (var source = open(found.delimiter())) {
            for (var i = 0; i < skipped; i++) {
                source.next();
            }
            var count = 0;
            for (var line = source.next(); line != null; line = source.next()) {
                if (++count > MAX_ROWS) {
                    throw ProblemException.payloadTooLarge(
                            "200000 rows", "The file has more than 200,000 rows; split it into several.");
                }
                consumer.accept(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LineSource open(char delimiter) throws IOException {
        return json ? new JsonActivities(withoutMark()) : new CsvLines(csv(delimiter));
    }

    private CsvReader<CsvRecord> csv(char delimiter) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
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

    /** The records of a file, one after the other. */
    interface LineSource extends AutoCloseable {

        /** The next one, {@code null} at the end. */
        @Nullable
        Line next();

        @Override
        void close() throws IOException;
    }

    private static final class CsvLines implements LineSource {

        private final CsvReader<CsvRecord> csv;
        private final java.util.Iterator<CsvRecord> records;
        private long last;

        CsvLines(CsvReader<CsvRecord> csv) {
            this.csv = csv;
            this.records = csv.iterator();
        }

        @Override
        public @Nullable Line next() {
            try {
                if (!records.hasNext()) {
                    return null;
                }
                var next = records.next();
                last = next.getStartingLineNumber();
                return new Line(last, next.getFields());
            } catch (CsvParseException e) {
                throw new FileRefused(last + 1, 1, "is no CSV: " + e.getMessage());
            }
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }
}
