package io.riskwatch.marketdata.upload;

import io.riskwatch.marketdata.series.Packed;
import io.riskwatch.marketdata.series.PriceSeries;
import io.riskwatch.marketdata.series.PriceSeries.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes the column-per-row form of a series. */
final class PackedRows {
    private PackedRows() {}

    static PriceSeries series(ResultSet row) throws SQLException {
        Map<Column, double[]> columns = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            byte[] bytes = row.getBytes(column.name().toLowerCase(Locale.ROOT));
            if (bytes != null) {
                columns.put(column, Packed.doubles(bytes));
            }
        }
        return new PriceSeries(Packed.ints(row.getBytes("days")), columns);
    }

    static PriceSeries closes(ResultSet row) throws SQLException {
        return PriceSeries.ofCloses(Packed.ints(row.getBytes("days")), Packed.doubles(row.getBytes("close")));
    }

    static byte @Nullable [] column(PriceSeries series, Column column) {
        double[] values = series.column(column);
        return values == null ? null : Packed.doubles(values);
    }
}
