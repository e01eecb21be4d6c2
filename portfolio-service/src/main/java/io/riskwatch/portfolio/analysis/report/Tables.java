package io.riskwatch.portfolio.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Tables of a result's lists: which members, under which heading, in which form. */
final class Tables {

    /** A page and a half; the CSV of the result has them all. */
    static final int MOST_ROWS = 40;

    private Tables() {}

    record Column(String heading, boolean number, Function<JsonNode, String> text) {}

    static Column text(String heading, Function<JsonNode, String> text) {
        return new Column(heading, false, text);
    }

    static Column text(String heading, String pointer) {
        return text(heading, row -> row.at(pointer).asString("–"));
    }

    static Column number(String heading, String pointer, Function<JsonNode, String> form) {
        return new Column(heading, true, row -> form.apply(row.at(pointer)));
    }

    static Report.Block of(String caption, JsonNode list, Column... columns) {
        return of(caption, list.valueStream().toList(), columns);
    }

    static Report.Block of(String caption, List<JsonNode> list, Column... columns) {
        List<Report.Row> rows = list.stream()
                .limit(MOST_ROWS)
                .map(row -> new Report.Row(Stream.of(columns)
                        .map(column -> new Report.Cell(column.text.apply(row), column.number))
                        .toList()))
                .toList();
        String more = list.size() > MOST_ROWS
                ? "And " + (list.size() - MOST_ROWS) + " more: the result's CSV has them all."
                : null;
        return Report.Block.of(new Report.Table(caption, head(columns), rows, more));
    }

    private static List<Report.Cell> head(Column... columns) {
        return Stream.of(columns)
                .map(column -> new Report.Cell(column.heading, column.number))
                .toList();
    }

    /** A table of name and value per line. */
    static Report.Block facts(String caption, List<Report.Fact> facts) {
        return Report.Block.of(new Report.Table(
                caption,
                List.of(new Report.Cell("Figure", false), new Report.Cell("Value", true)),
                facts.stream()
                        .map(fact -> new Report.Row(
                                List.of(new Report.Cell(fact.label(), false), new Report.Cell(fact.text(), true))))
                        .toList(),
                null));
    }

    /** Places spread evenly over a long row, the first and the last among them. */
    static List<Integer> sampled(int size, int atMost) {
        List<Integer> places = new ArrayList<>();
        int step = Math.max(1, (size + atMost - 1) / atMost);
        for (int i = 0; i < size; i += step) {
            places.add(i);
        }
        if (size > 0 && places.getLast() != size - 1) {
            places.add(size - 1);
        }
        return places;
    }
}
