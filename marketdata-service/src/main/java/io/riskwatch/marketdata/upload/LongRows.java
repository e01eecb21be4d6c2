package io.riskwatch.marketdata.upload;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.riskwatch.marketdata.series.PriceSeries;
import io.riskwatch.marketdata.series.PriceSeries.Column;
import io.riskwatch.marketdata.upload.PriceFile.Format;
import io.riskwatch.marketdata.upload.PriceFile.Sample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code date,symbol,open,high,low,close,volume}: a line per symbol and day; only date, symbol and close must be there. */
final class LongRows implements PriceFileReader.Rows {
    private static final Set<String> KNOWN = Set.of("date", "symbol", "open", "high", "low", "close", "volume");

    private final List<String> header;
    private final int maxSymbols;
    private final LocalDate latest;
    private final int symbolAt;
    private final Map<Column, Integer> positions = new EnumMap<>(Column.class);
    private final Map<String, SeriesBuilder> builders = new HashMap<>();
    private final List<Sample> samples = new ArrayList<>();
    private long empty;

    LongRows(List<String> header, int maxSymbols, LocalDate latest) {
        this.header = header;
        this.maxSymbols = maxSymbols;
        this.latest = latest;
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            if (!KNOWN.contains(header.get(i))) {
                throw new PriceFileException(
                        1, i + 1, "the column " + Cells.shown(header.get(i)) + " is not one of " + expected());
            }
            if (!seen.add(header.get(i))) {
                throw new PriceFileException(1, i + 1, "the column " + header.get(i) + " stands twice in the header");
            }
        }
        symbolAt = header.indexOf("symbol");
        for (Column column : Column.values()) {
            int at = header.indexOf(column.name().toLowerCase(Locale.ROOT));
            if (at >= 0) {
                positions.put(column, at);
            }
        }
        if (!positions.containsKey(Column.CLOSE)) {
            throw new PriceFileException(1, header.size() + 1L, "the column close is missing; expected " + expected());
        }
    }

    @Override
    public Format format() {
        return Format.LONG;
    }

    @Override
    public int columns() {
        return header.size();
    }

    @Override
    public int take(CsvRecord row) {
        long line = row.getStartingLineNumber();
        int day = Cells.day(row.getField(0), line, latest);
        String symbol = row.getField(symbolAt).strip();
        Symbols.check(symbol, line, symbolAt + 1);
        Map<Column, Double> values = new EnumMap<>(Column.class);
        positions.forEach((column, at) -> values.put(
                column,
                column == Column.VOLUME
                        ? Cells.volume(row.getField(at), line, at + 1, "volume")
                        : Cells.price(row.getField(at), line, at + 1, header.get(at))));
        double close = values.getOrDefault(Column.CLOSE, Double.NaN);
        if (Double.isNaN(close)) {
            empty++;
            return positions.size();
        }
        SeriesBuilder builder = builders.computeIfAbsent(symbol, this::builder);
        builder.row(day, line);
        values.forEach(builder::set);
        if (samples.size() < PriceFile.SAMPLES) {
            samples.add(new Sample(line, symbol, day, close));
        }
        return positions.size();
    }

    @Override
    public PriceFile finish() {
        if (builders.isEmpty()) {
            throw new PriceFileException(2, positions.getOrDefault(Column.CLOSE, 0) + 1L, "holds not a single price");
        }
        SortedMap<String, PriceSeries> series = new TreeMap<>();
        builders.forEach((symbol, builder) -> series.put(symbol, builder.build()));
        return new PriceFile(format(), series, samples, empty);
    }

    private SeriesBuilder builder(String symbol) {
        if (builders.size() == maxSymbols) {
            throw Symbols.tooMany(maxSymbols);
        }
        return new SeriesBuilder(symbol, positions.keySet());
    }

    private static String expected() {
        return "date,symbol,open,high,low,close,volume";
    }
}
