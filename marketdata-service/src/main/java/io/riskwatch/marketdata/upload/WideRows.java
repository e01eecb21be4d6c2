package io.riskwatch.marketdata.upload;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.riskwatch.marketdata.series.PriceSeries;
import io.riskwatch.marketdata.series.PriceSeries.Column;
import io.riskwatch.marketdata.upload.PriceFile.Format;
import io.riskwatch.marketdata.upload.PriceFile.Sample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code date,SYM1,SYM2,...}: a column of closes per symbol, an empty cell where there is none. */
final class WideRows implements PriceFileReader.Rows {
    private final List<String> symbols;
    private final List<SeriesBuilder> builders = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private final LocalDate latest;
    private long empty;

    WideRows(List<String> header, int maxSymbols, LocalDate latest) {
        this.latest = latest;
        this.symbols = header.subList(1, header.size());
        if (symbols.size() > maxSymbols) {
            throw Symbols.tooMany(maxSymbols);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < symbols.size(); i++) {
            Symbols.check(symbols.get(i), 1, i + 2);
            if (!seen.add(symbols.get(i))) {
                throw new PriceFileException(1, i + 2, "the symbol " + symbols.get(i) + " stands twice in the header");
            }
            builders.add(SeriesBuilder.ofCloses(symbols.get(i)));
        }
    }

    @Override
    public Format format() {
        return Format.WIDE;
    }

    @Override
    public int columns() {
        return symbols.size() + 1;
    }

    @Override
    public int take(CsvRecord row) {
        long line = row.getStartingLineNumber();
        int day = Cells.day(row.getField(0), line, latest);
        for (int i = 0; i < symbols.size(); i++) {
            double close = Cells.price(row.getField(i + 1), line, i + 2, symbols.get(i));
            if (Double.isNaN(close)) {
                empty++;
                continue;
            }
            SeriesBuilder builder = builders.get(i);
            builder.row(day, line);
            builder.set(Column.CLOSE, close);
            if (samples.size() < PriceFile.SAMPLES) {
                samples.add(new Sample(line, symbols.get(i), day, close));
            }
        }
        return symbols.size();
    }

    @Override
    public PriceFile finish() {
        SortedMap<String, PriceSeries> series = new TreeMap<>();
        for (int i = 0; i < symbols.size(); i++) {
            if (!builders.get(i).isEmpty()) {
                series.put(symbols.get(i), builders.get(i).build());
            }
        }
        if (series.isEmpty()) {
            throw new PriceFileException(2, 2, "holds not a single price");
        }
        return new PriceFile(format(), series, samples, empty);
    }
}
