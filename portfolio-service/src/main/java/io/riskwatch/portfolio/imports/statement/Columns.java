package io.riskwatch.portfolio.imports.statement;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns of a header by name, in lower case and single-spaced; of a name that is there twice, the first. */
public final class Columns {

    private final List<String> names;
    private final Map<String, Integer> places;

    private Columns(List<String> names) {
        this.names = List.copyOf(names);
        var byName = new HashMap<String, Integer>();
        for (var i = 0; i < names.size(); i++) {
            byName.putIfAbsent(names.get(i), i);
        }
        this.places = Map.copyOf(byName);
    }

    public static Columns of(List<String> header) {
        return new Columns(header.stream().map(Columns::normal).toList());
    }

    public static String normal(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    public List<String> names() {
        return names;
    }

    public Map<String, Integer> places() {
        return places;
    }

    public boolean has(String name) {
        return places.containsKey(name);
    }

    /** The place of the first of the names that is there, from 0; -1 when none is. */
    int place(String... wanted) {
        for (var name : wanted) {
            var place = places.get(name);
            if (place != null) {
                return place;
            }
        }
        return -1;
    }
}
