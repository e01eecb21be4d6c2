package io.riskwatch.marketdata.upload;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.riskwatch.marketdata.upload.PriceFile.Format;
import io.riskwatch.service.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a price file as it streams by, wide ({@code date,SYM1,SYM2,...}) or long
 * ({@code date,symbol,open,high,low,close,volume}), and refuses it as a whole at its first fault.
 */
final class PriceFileReader {
    /** A record longer than this is a quote that was never closed. */
    private static final int MAX_RECORD_CHARACTERS = 1 << 20;

    private static final Set<String> ONE_SYMBOLS_BARS = Set.of("open", "high", "low", "close", "adj close", "volume");

    private final int maxCells;
    private final int maxSymbols;

    PriceFileReader(int maxCells, int maxSymbols) {
        this.maxCells = maxCells;
        this.maxSymbols = maxSymbols;
    }

    /** @param latest the newest day a price may have */
    PriceFile read(InputStream file, LocalDate latest) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                        .maxBufferSize(MAX_RECORD_CHARACTERS)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(new InputStreamReader(new TextCheck(file), StandardCharsets.UTF_8));
                CloseableIterator<CsvRecord> rows = csv.iterator()) {
            if (!rows.hasNext()) {
                throw new PriceFileException(1, 1, "is empty");
            }
            Rows target = header(rows.next(), latest);
            if (!rows.hasNext()) {
                throw new PriceFileException(2, 1, "has a header but no prices");
            }
            long cells = 0;
            while (rows.hasNext()) {
                CsvRecord row = rows.next();
                target.check(row);
                cells += target.take(row);
                if (cells > maxCells) {
                    throw tooManyCells();
                }
            }
            return target.finish();
        } catch (CsvParseException | UncheckedIOException e) {
            throw fault(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Rows header(CsvRecord header, LocalDate latest) {
        List<String> names =
                header.getFields().stream().map(PriceFileReader::name).toList();
        if (!names.getFirst().equalsIgnoreCase("date")) {
            throw new PriceFileException(
                    1,
                    1,
                    "the header must begin with date, found " + Cells.shown(names.getFirst())
                            + "; expected date,SYM1,SYM2,... or date,symbol,open,high,low,close,volume");
        }
        if (names.size() < 2) {
            throw new PriceFileException(1, 2, "the header names no symbol beside date");
        }
        List<String> lower =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        if (lower.contains("symbol")) {
            return new LongRows(lower, maxSymbols, latest);
        }
        if (ONE_SYMBOLS_BARS.containsAll(lower.subList(1, lower.size()))) {
            throw new PriceFileException(1, 2, "the bars of one symbol need its name: add a column symbol behind date");
        }
        return new WideRows(names, maxSymbols, latest);
    }

    private static String name(String field) {
        return field.replace("\uFEFF", "").strip();
    }

    private ProblemException tooManyCells() {
        return ProblemException.payloadTooLarge(
                "cells", "The file has more than " + maxCells + " prices, the most one file may have.");
    }

    /** The place of a fault that the CSV reader wrapped. */
    private static RuntimeException fault(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PriceFileException fault) {
                return fault;
            }
        }
        if (e instanceof CsvParseException parse) {
            String message = String.valueOf(parse.getMessage());
            java.util.regex.Matcher line =
                    java.util.regex.Pattern.compile("line (\\d+)").matcher(message);
            return new PriceFileException(line.find() ? Long.parseLong(line.group(1)) : 1, 1, "is not CSV: " + message);
        }
        return e;
    }

    /** Takes rows of one of the two formats. */
    interface Rows {
        Format format();

        int columns();

        /** Takes the row and answers how many cells it had. */
        int take(CsvRecord row);

        PriceFile finish();

        default void check(CsvRecord row) {
            if (row.getFieldCount() != columns()) {
                throw new PriceFileException(
                        row.getStartingLineNumber(),
                        Math.min(row.getFieldCount(), columns()) + 1,
                        "has " + row.getFieldCount() + " columns, the header has " + columns());
            }
        }
    }
}
