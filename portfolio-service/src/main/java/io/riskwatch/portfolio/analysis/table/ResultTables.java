package io.riskwatch.portfolio.analysis.table;

import io.riskwatch.service.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * The tables of a result document, whatever its kind: a list of objects is a table of their members, lists of one length beside
 * {@code dates} are columns, a matrix beside its {@code symbols} is a table, and {@code summary} has every single value.
 */
public final class ResultTables {

    /** Every single value of the document, one per row. */
    public static final String SUMMARY = "summary";

    private static final Set<String> MARGINAL = Set.of("schemaVersion", "assumptions", "sentences");

    private final Map<String, ResultTable> tables = new LinkedHashMap<>();
    private final List<Map<String, JsonNode>> single = new ArrayList<>();

    private ResultTables() {}

    public static ResultTables of(JsonNode document) {
        ResultTables found = new ResultTables();
        document.properties().stream()
                .filter(member -> !MARGINAL.contains(member.getKey()))
                .forEach(member -> found.visit(member.getKey(), member.getValue()));
        found.tables.put(SUMMARY, new ResultTable(SUMMARY, List.of("name", "value"), found.single));
        return found;
    }

    /** The table of that name; a 404 that lists the names when there is none. */
    public ResultTable require(String name) {
        ResultTable table = tables.get(name);
        if (table == null) {
            throw ProblemException.notFound("table").with("tables", List.copyOf(tables.keySet()));
        }
        return table;
    }

    public List<String> names() {
        return List.copyOf(tables.keySet());
    }

    private void visit(String name, JsonNode node) {
        if (node.isValueNode()) {
            single.add(Map.of("name", StringNode.valueOf(name), "value", node));
        } else if (node.isArray()) {
            list(name, node);
        } else if (node.path("dates").isArray()) {
            columns(name, node);
        } else if (node.path("symbols").isArray() && node.path("matrix").isArray()) {
            matrix(name, node);
        } else {
            node.properties().forEach(member -> visit(name + "." + member.getKey(), member.getValue()));
        }
    }

    private void list(String name, JsonNode list) {
        if (list.isEmpty()) {
            return;
        }
        if (!list.path(0).isObject()) {
            single.add(Map.of("name", StringNode.valueOf(name), "value", StringNode.valueOf(joined(list))));
            return;
        }
        List<Map<String, JsonNode>> rows = new ArrayList<>();
        Map<String, List<Map<String, JsonNode>>> inner = new LinkedHashMap<>();
        for (JsonNode element : list) {
            Map<String, JsonNode> row = new LinkedHashMap<>();
            flatten("", element, row::put, (member, parts) -> {
                for (JsonNode part : parts) {
                    Map<String, JsonNode> below = new LinkedHashMap<>();
                    row.forEach((column, value) -> {
                        if (!value.isNumber()) {
                            below.put(column, value);
                        }
                    });
                    flatten(
                            "",
                            part,
                            (column, value) -> below.put(member + "." + column, value),
                            (ignored, deeper) -> {});
                    inner.computeIfAbsent(name + "." + member, any -> new ArrayList<>())
                            .add(below);
                }
            });
            rows.add(row);
        }
        put(name, rows);
        inner.forEach(this::put);
    }

    /** Single values and lists of them as one cell each; lists of objects apart. */
    private static void flatten(
            String prefix, JsonNode node, BiConsumer<String, JsonNode> cell, BiConsumer<String, JsonNode> table) {
        node.properties().forEach(member -> {
            String name = prefix + member.getKey();
            JsonNode value = member.getValue();
            if (value.isValueNode()) {
                cell.accept(name, value);
            } else if (value.isObject()) {
                flatten(name + ".", value, cell, table);
            } else if (value.path(0).isObject()) {
                table.accept(name, value);
            } else {
                cell.accept(name, StringNode.valueOf(joined(value)));
            }
        });
    }

    /** Lists as long as the dates beside them. */
    private void columns(String name, JsonNode node) {
        int length = node.path("dates").size();
        List<Map<String, JsonNode>> rows = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            Map<String, JsonNode> row = new LinkedHashMap<>();
            row.put("date", node.path("dates").path(i));
            rows.add(row);
        }
        parallel("", node, length, rows);
        bySymbol(node, rows);
        node.properties().stream()
                .filter(member -> member.getValue().isValueNode())
                .forEach(member -> visit(name + "." + member.getKey(), member.getValue()));
        put(name, rows);
    }

    /** Rows of numbers, one per date, beside the symbols whose they are. */
    private static void bySymbol(JsonNode node, List<Map<String, JsonNode>> rows) {
        JsonNode symbols = node.path("symbols");
        node.properties().stream()
                .filter(member -> member.getValue().size() == rows.size()
                        && !symbols.isEmpty()
                        && member.getValue().path(0).size() == symbols.size())
                .forEach(member -> {
                    for (int i = 0; i < rows.size(); i++) {
                        for (int j = 0; j < symbols.size(); j++) {
                            rows.get(i)
                                    .put(
                                            member.getKey() + "."
                                                    + symbols.path(j).asString(""),
                                            member.getValue().path(i).path(j));
                        }
                    }
                });
    }

    private static void parallel(String prefix, JsonNode node, int length, List<Map<String, JsonNode>> rows) {
        node.properties().forEach(member -> {
            String column = prefix + member.getKey();
            JsonNode value = member.getValue();
            if (value.isObject()) {
                parallel(column + ".", value, length, rows);
            } else if (value.isArray()
                    && value.size() == length
                    && !column.equals("dates")
                    && value.path(0).isValueNode()) {
                for (int i = 0; i < length; i++) {
                    rows.get(i).put(column, value.path(i));
                }
            }
        });
    }

    private void matrix(String name, JsonNode node) {
        List<Map<String, JsonNode>> rows = new ArrayList<>();
        for (int i = 0; i < node.path("symbols").size(); i++) {
            Map<String, JsonNode> row = new LinkedHashMap<>();
            row.put("symbol", node.path("symbols").path(i));
            for (int j = 0; j < node.path("symbols").size(); j++) {
                row.put(
                        node.path("symbols").path(j).asString(""),
                        node.path("matrix").path(i).path(j));
            }
            rows.add(row);
        }
        put(name, rows);
    }

    private void put(String name, List<Map<String, JsonNode>> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        tables.put(name, new ResultTable(name, List.copyOf(columns), rows));
    }

    private static String joined(JsonNode list) {
        return list.valueStream()
                .map(element -> element.isValueNode() ? element.asString("") : element.toString())
                .collect(Collectors.joining("; "));
    }
}
