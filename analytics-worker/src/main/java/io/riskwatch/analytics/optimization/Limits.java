package io.riskwatch.analytics.optimization;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.quant.optimization.InfeasibleException;
import io.riskwatch.quant.optimization.LinearConstraint;
import io.riskwatch.quant.optimization.PortfolioConstraints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the weights must satisfy. Every figure is a share of what is invested: all but cash in the base currency.
 *
 * @param lower of every holding without its own bounds
 * @param upper of every holding without its own bounds
 * @param turnover most that may be bought and sold together; null without a limit
 */
record Limits(
        double lower,
        double upper,
        List<Bound> bounds,
        List<Group> groups,
        @Nullable Double turnover) {

    private static final Pattern ASSET = Pattern.compile("weight of asset (\\d+)");

    /** Of one holding. */
    record Bound(String symbol, double lower, double upper) {}

    /** Of some holdings together. */
    record Group(String name, List<String> symbols, double lower, double upper) {}

    static Limits of(JsonNode node) {
        double lower = node.path("lower").asDouble(0);
        double upper = node.path("upper").asDouble(1);
        requireOrder(lower, upper, "parameters.constraints.lower");
        List<Bound> bounds = new ArrayList<>();
        for (JsonNode bound : node.path("bounds")) {
            Bound one = new Bound(
                    bound.path("symbol").stringValue(),
                    bound.path("lower")
                            .asDouble(Math.min(lower, bound.path("upper").asDouble(lower))),
                    bound.path("upper")
                            .asDouble(Math.max(upper, bound.path("lower").asDouble(upper))));
            requireOrder(one.lower, one.upper, "parameters.constraints.bounds[" + bounds.size() + "]");
            bounds.add(one);
        }
        List<Group> groups = new ArrayList<>();
        for (JsonNode group : node.path("groups")) {
            Group one = new Group(
                    group.path("name").stringValue(),
                    group.path("symbols")
                            .valueStream()
                            .map(JsonNode::stringValue)
                            .toList(),
                    group.path("lower").asDouble(Double.NEGATIVE_INFINITY),
                    group.path("upper").asDouble(Double.POSITIVE_INFINITY));
            requireOrder(one.lower, one.upper, "parameters.constraints.groups[" + groups.size() + "]");
            groups.add(one);
        }
        return new Limits(
                lower,
                upper,
                List.copyOf(bounds),
                List.copyOf(groups),
                node.path("turnover").isNumber()
                        ? (Double) node.path("turnover").doubleValue()
                        : null);
    }

    private static void requireOrder(double lower, double upper, String field) {
        if (lower > upper) {
            throw new BadInputException(field, "The lower limit " + lower + " is above the upper limit " + upper + ".");
        }
    }

    boolean areDefault() {
        return lower == 0 && upper == 1 && bounds.isEmpty() && groups.isEmpty() && turnover == null;
    }

    ObjectNode filled(ObjectNode node) {
        node.put("lower", lower).put("upper", upper);
        bounds.forEach(bound -> node.withArray("bounds")
                .addObject()
                .put("symbol", bound.symbol)
                .put("lower", bound.lower)
                .put("upper", bound.upper));
        for (Group group : groups) {
            ObjectNode one = node.withArray("groups").addObject().put("name", group.name);
            group.symbols.forEach(one.withArray("symbols")::add);
            if (Double.isFinite(group.lower)) {
                one.put("lower", group.lower);
            }
            if (Double.isFinite(group.upper)) {
                one.put("upper", group.upper);
            }
        }
        if (turnover != null) {
            node.put("turnover", turnover);
        }
        return node;
    }

    /**
     * As the engine takes them.
     *
     * @param today shares of what is invested
     * @param fixed which positions stay as they are: cash in foreign currencies
     */
    PortfolioConstraints constraints(List<String> symbols, double[] today, boolean[] fixed) {
        int assets = symbols.size();
        double[] low = new double[assets];
        double[] high = new double[assets];
        Arrays.fill(low, lower);
        Arrays.fill(high, upper);
        for (int b = 0; b < bounds.size(); b++) {
            int asset = indexOf(bounds.get(b).symbol, symbols, "parameters.constraints.bounds[" + b + "].symbol");
            low[asset] = bounds.get(b).lower;
            high[asset] = bounds.get(b).upper;
        }
        for (int i = 0; i < assets; i++) {
            if (fixed[i]) {
                low[i] = today[i];
                high[i] = today[i];
            }
        }
        PortfolioConstraints constraints = PortfolioConstraints.bounded(low, high);
        for (int g = 0; g < groups.size(); g++) {
            Group group = groups.get(g);
            String field = "parameters.constraints.groups[" + g + "].symbols";
            int[] members = group.symbols.stream()
                    .mapToInt(symbol -> indexOf(symbol, symbols, field))
                    .toArray();
            constraints = constraints.with(
                    LinearConstraint.group("weight of group " + group.name, assets, members, group.lower, group.upper));
        }
        return turnover == null ? constraints : constraints.withTurnover(today, turnover);
    }

    static int indexOf(String symbol, List<String> symbols, String field) {
        int index = symbols.indexOf(symbol);
        if (index < 0) {
            throw new BadInputException(field, symbol + " is not among the holdings.");
        }
        return index;
    }

    /** The refusal of limits that exclude each other, with the holdings' own names. */
    static BadInputException refusal(InfeasibleException e, List<String> symbols) {
        List<String> clashing = e.clashing().stream()
                .map(text -> ASSET.matcher(text)
                        .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                                "weight of " + symbols.get(Integer.parseInt(found.group(1))))))
                .toList();
        return new BadInputException(
                "parameters.constraints",
                "No weights satisfy these limits at once: " + String.join("; ", clashing) + ".");
    }
}
