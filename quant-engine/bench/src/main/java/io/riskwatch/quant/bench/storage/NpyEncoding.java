package io.riskwatch.quant.bench.storage;

import io.riskwatch.analytics.analysis.ResultArray;
import io.riskwatch.analytics.array.NpyFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** As the worker stores arrays: a {@code .npy} file of doubles. */
public final class NpyEncoding extends Encoding {

    @Override
    byte[] encode(double[] values) {
        return NpyFormat.write(ResultArray.of("terminal", "the end of every path", values));
    }

    @Override
    double[] decode(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.position(10 + file.getShort(8)); // magic, version and the header's length stand before the header
        double[] values = new double[file.remaining() / Double.BYTES];
        file.asDoubleBuffer().get(values);
        return values;
    }
}
