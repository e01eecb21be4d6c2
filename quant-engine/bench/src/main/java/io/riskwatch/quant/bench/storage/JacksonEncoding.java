package io.riskwatch.quant.bench.storage;

import tools.jackson.databind.json.JsonMapper;

/** As one does it first: a JSON array. */
public final class JacksonEncoding extends Encoding {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    byte[] encode(double[] values) {
        return JSON.writeValueAsBytes(values);
    }

    @Override
    double[] decode(byte[] bytes) {
        return JSON.readValue(bytes, double[].class);
    }
}
