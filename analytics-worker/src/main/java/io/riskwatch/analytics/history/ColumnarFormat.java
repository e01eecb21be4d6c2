package io.riskwatch.analytics.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The market-data service's columnar answer, big-endian: magic "RWH1", header length, header as JSON, then the dates as
 * epoch days and per series one double per date (its contract page has the layout).
 */
final class ColumnarFormat {

    private static final int MAGIC = 0x52574831;

    private ColumnarFormat() {}

    /** @throws IllegalArgumentException when the bytes are not such an answer */
    static History read(byte[] bytes, JsonMapper json) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        require(in.remaining() >= 2 * Integer.BYTES && in.getInt() == MAGIC, "does not begin with RWH1");
        int headerLength = in.getInt();
        require(headerLength >= 0 && headerLength <= in.remaining(), "header length " + headerLength);
        String text = new String(bytes, in.position(), headerLength, StandardCharsets.UTF_8);
        in.position(in.position() + headerLength);
        JsonNode header = json.readTree(text);
        int rows = header.path("rows").asInt(-1);
        List<History.Series> series = new ArrayList<>();
        for (JsonNode entry : header.path("symbols")) {
            series.add(new History.Series(
                    entry.path("symbol").asString(""),
                    entry.path("currency").asString(""),
                    entry.path("provider").asString(""),
                    entry.path("simulated").asBoolean(false)));
        }
        long expected = rows * ((long) Integer.BYTES + (long) series.size() * Double.BYTES);
        require(rows >= 0 && in.remaining() == expected, in.remaining() + " bytes of body, not " + expected);
        int[] days = new int[rows];
        in.asIntBuffer().get(days);
        in.position(in.position() + rows * Integer.BYTES);
        double[][] closes = new double[series.size()][rows];
        var doubles = in.asDoubleBuffer();
        for (double[] column : closes) {
            doubles.get(column);
        }
        List<String> missing = new ArrayList<>();
        header.path("missing").forEach(symbol -> missing.add(symbol.asString("")));
        return new History(
                series, days, closes, missing, header.path("droppedDays").asInt(0));
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException("not a columnar history: " + what);
        }
    }
}
