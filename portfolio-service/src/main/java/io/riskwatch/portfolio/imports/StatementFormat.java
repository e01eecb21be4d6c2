package io.riskwatch.portfolio.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The files Riskwatch knows, recognised by what their header says and not by their name. */
public enum StatementFormat {
    RISKWATCH_TRANSACTIONS("date,type,symbol,quantity,price,currency,fee,amount,note", "date,type"),
    RISKWATCH_HOLDINGS("symbol,quantity,price,currency", "symbol,quantity");

    private final String columns;
    private final String required;

    StatementFormat(String columns, String required) {
        this.columns = columns;
        this.required = required;
    }

    /** The header lines that are understood, for messages. */
    static String expected() {
        return Arrays.stream(values())
                .map(format -> "\"" + format.columns + "\"")
                .collect(Collectors.joining(" or "));
    }

    /** The format of a header, whatever the order of its columns; a header of no format is refused at its first strange column. */
    static Header recognise(long line, List<String> fields) {
        var names = fields.stream()
                .map(field -> field.strip().toLowerCase(Locale.ROOT))
                .toList();
        var format = names.contains("date") || names.contains("type") ? RISKWATCH_TRANSACTIONS : RISKWATCH_HOLDINGS;
        var places = new HashMap<String, Integer>();
        for (var i = 0; i < names.size(); i++) {
            var name = names.get(i);
            if (!parts(format.columns).contains(name)) {
                throw new FileRefused(
                        line,
                        i + 1,
                        "'%s' is not a column of a file Riskwatch knows; the first line is %s"
                                .formatted(shortened(name), expected()));
            }
            if (places.put(name, i) != null) {
                throw new FileRefused(line, i + 1, "the column '%s' is there twice".formatted(name));
            }
        }
        var missing = new HashSet<>(parts(format.required));
        missing.removeAll(places.keySet());
        if (!missing.isEmpty()) {
            throw new FileRefused(
                    line,
                    names.size() + 1,
                    "the column '%s' is missing; the first line is %s"
                            .formatted(missing.stream().sorted().findFirst().orElseThrow(), expected()));
        }
        return new Header(format, names, Map.copyOf(places));
    }

    private static List<String> parts(String names) {
        return List.of(names.split(",", -1));
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "...";
    }

    /**
     * The first line of a file.
     *
     * @param names as they stand there, in lower case
     * @param places of each name, from 0
     */
    record Header(StatementFormat format, List<String> names, Map<String, Integer> places) {

        Header {
            names = List.copyOf(names);
        }
    }
}
