package io.riskwatch.quant.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Whether two sides answered the same: their answers are read as names, each followed by a number, and those both know are compared.
 *
 * @param largest relative difference
 * @param name of the figure that differs most; empty where the answers share none
 * @param tolerance up to which they agree
 */
record Agreement(double largest, String name, double tolerance) {
    static Agreement of(String ours, String theirs, double tolerance) {
        Map<String, Double> mine = numbers(ours);
        double largest = 0;
        String most = "";
        for (Map.Entry<String, Double> other : numbers(theirs).entrySet()) {
            Double own = mine.get(other.getKey());
            if (own != null) {
                double scale = Math.max(Math.abs(own), Math.abs(other.getValue()));
                double difference = scale == 0 ? 0 : Math.abs(own - other.getValue()) / scale;
                if (most.isEmpty() || !(difference <= largest)) {
                    largest = difference;
                    most = other.getKey();
                }
            }
        }
        return new Agreement(largest, most, tolerance);
    }

    private static Map<String, Double> numbers(String answer) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        String name = "";
        for (String word : answer.trim().split("\\s+", -1)) {
            try {
                double number = Double.parseDouble(word);
                if (!name.isEmpty()) {
                    numbers.put(name, number);
                }
                name = "";
            } catch (NumberFormatException notANumber) {
                name = word;
            }
        }
        return numbers;
    }

    /** In a sentence that begins after the side's name. */
    String words() {
        if (name.isEmpty()) {
            return "shares no figure with ours: NOT CHECKED";
        }
        return String.format(
                Locale.ROOT,
                "%s: %s differs most, by %.1e of itself, where %.0e is allowed",
                largest <= tolerance ? "agrees" : "DISAGREES",
                name,
                largest,
                tolerance);
    }
}
