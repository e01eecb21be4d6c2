package io.riskwatch.analytics.array;

import io.riskwatch.analytics.analysis.ResultArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * The bytes of a {@code .npy} file, version 1.0: a magic number, a header that says type and shape, padded to a multiple of 64
 * bytes, and the numbers, little-endian, the last dimension fastest. Read by {@code numpy.load} and its kin in R, Julia, Rust
 * and JavaScript.
 *
 * <p>Source: NumPy Enhancement Proposal 1, "A simple file format for NumPy arrays".
 */
public final class NpyFormat {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;

    private NpyFormat() {}

    public static byte[] write(ResultArray array) {
        byte[] header = header(array);
        int width = array.type() == ResultArray.Type.FLOAT32 ? Float.BYTES : Double.BYTES;
        ByteBuffer out = ByteBuffer.allocate(MAGIC.length + Short.BYTES + header.length + width * array.values().length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) header.length)
                .put(header);
        switch (array.type()) {
            case FLOAT64 -> out.asDoubleBuffer().put(array.values());
            case FLOAT32 -> {
                for (double value : array.values()) {
                    out.putFloat((float) value);
                }
            }
            case DAY -> {
                for (double value : array.values()) {
                    out.putLong((long) value);
                }
            }
        }
        return out.array();
    }

    private static byte[] header(ResultArray array) {
        String shape = array.shape().stream().map(length -> length + ",").collect(Collectors.joining(" "));
        String text = "{'descr': '" + type(array.type()) + "', 'fortran_order': False, 'shape': (" + shape + "), }";
        int before = MAGIC.length + Short.BYTES;
        int padded = (before + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - before;
        return (text + " ".repeat(padded - text.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String type(ResultArray.Type type) {
        return switch (type) {
            case FLOAT64 -> "<f8";
            case FLOAT32 -> "<f4";
            case DAY -> "<M8[D]";
        };
    }
}
