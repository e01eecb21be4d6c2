package io.riskwatch.quant.bench.storage;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonType;
import org.bson.io.BasicOutputBuffer;

/** As a MongoDB document with an array of doubles, in which every element carries its index as text. */
public final class BsonEncoding extends Encoding {

    @Override
    byte[] encode(double[] values) {
        try (BasicOutputBuffer out = new BasicOutputBuffer(values.length * 16);
                BsonBinaryWriter writer = new BsonBinaryWriter(out)) {
            writer.writeStartDocument();
            writer.writeStartArray("terminal");
            for (double value : values) {
                writer.writeDouble(value);
            }
            writer.writeEndArray();
            writer.writeEndDocument();
            return out.toByteArray();
        }
    }

    @Override
    double[] decode(byte[] bytes) {
        double[] values = new double[bytes.length / Double.BYTES];
        int count = 0;
        try (BsonBinaryReader reader = new BsonBinaryReader(ByteBuffer.wrap(bytes))) {
            reader.readStartDocument();
            reader.readName();
            reader.readStartArray();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                values[count] = reader.readDouble();
                count++;
            }
        }
        return Arrays.copyOf(values, count);
    }
}
