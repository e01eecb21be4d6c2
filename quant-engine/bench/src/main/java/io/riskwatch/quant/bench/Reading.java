package io.riskwatch.quant.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One measured run.
 *
 * @param figures times in milliseconds by name, already multiplied by the side's scale
 * @param answer the side's answer in words
 */
record Reading(Map<String, Double> figures, String answer) {
    Reading {
        figures = Map.copyOf(figures);
    }

    /** Reads {@code run name=value ... | answer}. */
    static Reading parse(String line) {
        int bar = line.indexOf(" | ");
        String figures = bar < 0 ? line : line.substring(0, bar);
        Map<String, Double> values = new LinkedHashMap<>();
        for (String word : figures.split("\\s+", -1)) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                values.put(word.substring(0, equals), Double.valueOf(word.substring(equals + 1)));
            }
        }
        if (!line.startsWith("run") || values.isEmpty()) {
            throw new SideMissingException("answered \"" + line + "\" instead of its times");
        }
        return new Reading(values, bar < 0 ? "" : line.substring(bar + 3));
    }
}
