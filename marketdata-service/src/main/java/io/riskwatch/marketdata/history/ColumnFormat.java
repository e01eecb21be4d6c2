package io.riskwatch.marketdata.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.riskwatch.marketdata.series.Packed;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A matrix as contract/history-columns.md writes it, piece by piece, so that only one column is packed at a time. */
final class ColumnFormat implements Iterable<ByteBuffer> {
    /** "RWH1". */
    private static final int MAGIC = 0x52574831;

    private final PriceMatrix matrix;
    private final byte[] header;

    ColumnFormat(PriceMatrix matrix, List<String> missing, JsonMapper json) {
        this.matrix = matrix;
        this.header = json.writeValueAsBytes(Header.of(matrix, missing));
    }

    /** Bytes of the whole. */
    long length() {
        long rows = matrix.days().length;
        return 2L * Integer.BYTES
                + header.length
                + rows * Integer.BYTES
                + rows * Double.BYTES * matrix.series().size();
    }

    @Override
    public Iterator<ByteBuffer> iterator() {
        ByteBuffer head = ByteBuffer.allocate(2 * Integer.BYTES + header.length)
                .putInt(MAGIC)
                .putInt(header.length)
                .put(header)
                .flip();
        return Stream.concat(
                        Stream.of(head, ByteBuffer.wrap(Packed.ints(matrix.days()))),
                        matrix.series().stream().map(one -> ByteBuffer.wrap(Packed.doubles(matrix.closes(one)))))
                .iterator();
    }

    /** What comes before the numbers. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Header(int rows, @Nullable Integer droppedDays, List<Symbol> symbols, List<String> missing) {
        Header {
            symbols = List.copyOf(symbols);
            missing = List.copyOf(missing);
        }

        static Header of(PriceMatrix matrix, List<String> missing) {
            return new Header(
                    matrix.days().length,
                    matrix.droppedDays(),
                    matrix.series().stream()
                            .map(one -> new Symbol(one.symbol(), one.currency(), one.provider(), one.simulated()))
                            .toList(),
                    missing);
        }

        /** One column of the matrix. */
        record Symbol(String symbol, String currency, String provider, boolean simulated) {}
    }
}
