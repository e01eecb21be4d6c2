package io.riskwatch.quant.oracle;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One reference case: inputs, expected numbers and the tolerance within which a number counts as matched. */
record OracleCase(String id, String title, JsonNode inputs, JsonNode expected, JsonNode tolerance) {

    static OracleCase of(JsonNode node) {
        return new OracleCase(
                node.get("id").asString(),
                node.get("title").asString(),
                node.path("inputs"),
                node.path("expected"),
                node.path("tolerance"));
    }

    OracleCase corrected(JsonNode erratum) {
        return new OracleCase(id, title, inputs, expected, erratum.get("tolerance"));
    }

    /** Skips the running test, saying why, when the case's arrays may not be copied and the shared folder is away. */
    void assumeReadable() {
        assumeTrue(!inputs.isMissingNode(), id + " is read from shared/oracles, which is not here");
    }

    @Override
    public String toString() {
        return id + " " + title;
    }

    JsonNode input(String name) {
        return inputs.get(name);
    }

    int integer(String name) {
        return inputs.get(name).asInt();
    }

    double number(String name) {
        return inputs.get(name).asDouble();
    }

    double[] array(String name) {
        return doubles(inputs.get(name));
    }

    double[][] table(String name) {
        return rows(inputs.get(name));
    }

    static double[] doubles(JsonNode node) {
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.get(i).isNull() ? Double.NaN : node.get(i).asDouble();
        }
        return values;
    }

    static double[][] rows(JsonNode node) {
        double[][] rows = new double[node.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = doubles(node.get(i));
        }
        return rows;
    }

    /** Compares every expected number with its computed one; collects all misses before failing. */
    void assertMatches(Map<String, ?> computed) {
        List<String> misses = new ArrayList<>();
        for (String name : expected.propertyNames()) {
            Object value = computed.get(name);
            if (value == null) {
                misses.add(name + ": not computed");
            } else {
                compare(name, name, expected.get(name), value, misses);
            }
        }
        if (!misses.isEmpty()) {
            fail(id + " " + title + "\n  " + String.join("\n  ", misses));
        }
    }

    private void compare(String name, String path, JsonNode want, Object have, List<String> misses) {
        if (want.isNull()) {
            return;
        }
        if (want.isArray()) {
            List<?> items = list(have);
            if (items.size() != want.size()) {
                misses.add(path + ": expected " + want.size() + " entries, had " + items.size());
                return;
            }
            for (int i = 0; i < items.size(); i++) {
                compare(name, path + "[" + i + "]", want.get(i), items.get(i), misses);
            }
        } else if (want.isNumber()) {
            double e = want.asDouble();
            double g = have instanceof Number number ? number.doubleValue() : Double.NaN;
            if (!(Math.abs(e - g) <= allowance(name, e))) {
                misses.add(path + ": expected " + e + ", was " + have + " (off by " + Math.abs(e - g) + ", allowed "
                        + allowance(name, e) + ")");
            }
        } else if (!want.asString().equals(String.valueOf(have))) {
            misses.add(path + ": expected " + want + ", was " + have);
        }
    }

    private double allowance(String name, double expectedValue) {
        JsonNode own = tolerance.get(name);
        JsonNode rule = own == null ? tolerance : own;
        double absolute = rule.has("abs") ? rule.get("abs").asDouble() : 0;
        double relative = rule.has("rel") ? rule.get("rel").asDouble() : 0;
        return Math.max(absolute, relative * Math.abs(expectedValue));
    }

    private static List<?> list(Object value) {
        return switch (value) {
            case double[] a -> Arrays.stream(a).boxed().toList();
            case int[] a -> Arrays.stream(a).boxed().toList();
            case Object[] a -> List.of(a);
            case List<?> l -> l;
            default -> List.of(value);
        };
    }
}
