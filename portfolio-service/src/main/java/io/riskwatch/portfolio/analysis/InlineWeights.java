package io.riskwatch.portfolio.analysis;

import io.riskwatch.service.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Weights of inline data.
 *
 * @param columns one per symbol, in the data's order
 * @param cash the weight of the symbol CASH, when it was given
 */
record InlineWeights(List<Double> columns, @Nullable Double cash) {

    private static final String CASH = "CASH";

    double sum() {
        return columns.stream().mapToDouble(Double::doubleValue).sum() + (cash == null ? 0 : cash);
    }

    /** From an array in the order of the symbols, or an object by symbol, where an absent one weighs nothing. */
    static InlineWeights read(JsonNode node, List<String> symbols) {
        if (node.isArray()) {
            return new InlineWeights(fromArray(node, symbols.size()), null);
        }
        if (!node.isObject()) {
            throw ProblemException.unprocessable("weights", "must be an array, or an object by symbol");
        }
        List<Double> columns = new ArrayList<>(Collections.nCopies(symbols.size(), 0.0));
        Double cash = null;
        for (var entry : node.properties()) {
            double weight = number(entry.getValue(), "weights." + entry.getKey());
            int column = symbols.indexOf(entry.getKey());
            if (column >= 0) {
                columns.set(column, weight);
            } else if (entry.getKey().equals(CASH)) {
                cash = weight;
            } else {
                throw ProblemException.unprocessable("weights." + entry.getKey(), "is not a symbol of the data");
            }
        }
        return new InlineWeights(columns, cash);
    }

    private static List<Double> fromArray(JsonNode node, int symbols) {
        if (node.size() != symbols) {
            throw ProblemException.unprocessable(
                    "weights", "has " + node.size() + " entries for " + symbols + " symbols");
        }
        List<Double> columns = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            columns.add(number(node.path(i), "weights[" + i + "]"));
        }
        return columns;
    }

    private static double number(JsonNode node, String field) {
        if (!node.isNumber()) {
            throw ProblemException.unprocessable(field, "must be a number");
        }
        return node.doubleValue();
    }
}
