package io.riskwatch.portfolio.analysis.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The single figures of a result, each under what it is and what it belongs to: a row of a list is known by its method,
 * symbol or name, so that the same row of another result is found wherever it stands. Charts are left out, and lists whose
 * rows have nothing to be known by.
 */
final class ResultFigures {

    /** The members a row may be known by. */
    private static final List<String> IDENTITY =
            List.of("method", "confidence", "horizonDays", "symbol", "id", "factor", "leverage");

    private static final List<String> NO_FIGURES = List.of("provenance", "inputs", "schemaVersion");

    private ResultFigures() {}

    /**
     * @param name with {@code *} for the place in a list
     * @param of what the rows it lies in are known by; empty outside lists
     */
    record Key(String name, String of) {}

    /** @param path the name with the places of this result */
    record Found(String path, double value) {}

    static Map<Key, Found> of(JsonNode result) {
        Map<Key, Found> figures = new LinkedHashMap<>();
        result.properties().stream()
                .filter(member -> !NO_FIGURES.contains(member.getKey()))
                .forEach(member -> visit(member.getValue(), member.getKey(), member.getKey(), List.of(), figures));
        return figures;
    }

    private static void visit(JsonNode node, String name, String path, List<String> of, Map<Key, Found> figures) {
        if (node.isNumber()) {
            figures.putIfAbsent(new Key(name, String.join(", ", of)), new Found(path, node.doubleValue()));
        } else if (node.isObject() && !node.has("dates")) {
            node.properties()
                    .forEach(member -> visit(
                            member.getValue(),
                            name + "." + member.getKey(),
                            path + "." + member.getKey(),
                            of,
                            figures));
        } else if (node.isArray()) {
            for (int place = 0; place < node.size(); place++) {
                String known = known(node.path(place));
                if (known != null) {
                    List<String> deeper = new ArrayList<>(of);
                    deeper.add(known);
                    visit(node.path(place), name + ".*", path + "." + place, deeper, figures);
                }
            }
        }
    }

    private static @Nullable String known(JsonNode row) {
        Stream<String> parts = IDENTITY.stream()
                .map(row::path)
                .filter(JsonNode::isValueNode)
                .filter(part -> !part.isMissingNode())
                .map(part -> part.asString(""));
        String known = parts.collect(Collectors.joining(" "));
        return known.isEmpty() ? null : known;
    }
}
