package io.riskwatch.system.kinds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code src/test/python/expected_figures.py} has computed.
 *
 * @param tolerances why a figure may be so far away, by the tolerance's name
 */
record ExpectedFigures(Map<String, String> tolerances, List<Question> questions) {

    private static final String FILE = "/expected-figures.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * An analysis to ask for.
     *
     * @param attachments parameters whose text is rows of a price file
     * @param observations returns it stands on
     */
    record Question(
            String name,
            String kind,
            Rows prices,
            List<Double> weights,
            double value,
            JsonNode parameters,
            Map<String, Rows> attachments,
            int observations,
            List<Figure> figures) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Days of a price file, first and last included; all columns where none are named. */
    record Rows(String file, List<String> symbols, String from, String to) {}

    /** @param within the greatest difference that is none; of a text null */
    record Figure(String figure, JsonNode expected, Double within, String tolerance) {}

    static ExpectedFigures read() {
        try (InputStream in = ExpectedFigures.class.getResourceAsStream(FILE)) {
            return JSON.readValue(Objects.requireNonNull(in, FILE), ExpectedFigures.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
