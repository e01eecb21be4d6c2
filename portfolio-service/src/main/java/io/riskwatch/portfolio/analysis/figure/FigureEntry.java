package io.riskwatch.portfolio.analysis.figure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the worker's catalogue, as its contract has it.
 *
 * @param names the figures it explains
 * @param when members of the result that must have these values, for figures whose formula depends on them
 * @param inputs members of the result that the figure is computed from
 * @param method the page of docs/methods that explains it
 */
record FigureEntry(
        List<String> names,
        @Nullable Map<String, String> when,
        String title,
        String unit,
        String formula,
        @Nullable String latex,
        List<String> inputs,
        @Nullable String method,
        String source) {

    FigureEntry {
        names = List.copyOf(names);
        inputs = List.copyOf(inputs);
    }

    Map<String, String> conditions() {
        return Objects.requireNonNullElse(when, Map.of());
    }
}
