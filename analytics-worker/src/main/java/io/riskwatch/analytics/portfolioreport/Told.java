package io.riskwatch.analytics.portfolioreport;

import io.riskwatch.analytics.report.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a report says first, and what its parts take for granted. */
final class Told {

    private static final int MOST_OF_A_SECTION = 4;

    /** A quarter of what one does is then explained by the other. */
    private static final double MUCH = 0.5;

    private Told() {}

    /** Of each part the first sentences, and which holdings move alike. */
    static List<String> sentences(ObjectNode sections, boolean simulated) {
        List<String> all = new ArrayList<>();
        if (simulated) {
            all.add(Words.SIMULATED);
        }
        sections.properties().forEach(section -> {
            texts(section.getValue().path("sentences"))
                    .filter(sentence -> !sentence.equals(Words.SIMULATED))
                    .limit(MOST_OF_A_SECTION)
                    .forEach(all::add);
            alike(section.getValue().path("correlation")).ifPresent(all::add);
        });
        return all;
    }

    /** Each once, in the order of the parts. */
    static List<String> assumptions(ObjectNode sections) {
        Set<String> all = new LinkedHashSet<>();
        sections.forEach(section -> texts(section.path("assumptions")).forEach(all::add));
        all.add("A report shows the " + Excerpt.MOST_CONTRIBUTIONS + " holdings that carry most of the risk, the"
                + " correlations of the " + Excerpt.MOST_CORRELATED + " first of them and the " + Excerpt.MOST_CRISES
                + " worst crises; its totals are of everything held.");
        return List.copyOf(all);
    }

    private static Stream<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue);
    }

    private static Optional<String> alike(JsonNode correlation) {
        JsonNode symbols = correlation.path("symbols");
        Pair most = null;
        for (int i = 0; i < symbols.size(); i++) {
            for (int j = i + 1; j < symbols.size(); j++) {
                double value = correlation.path("matrix").path(i).path(j).doubleValue();
                if (most == null || value > most.correlation) {
                    most = new Pair(
                            symbols.path(i).stringValue(), symbols.path(j).stringValue(), value);
                }
            }
        }
        return Optional.ofNullable(most).map(Pair::told);
    }

    private record Pair(String one, String other, double correlation) {

        String told() {
            return String.format(
                    Locale.ENGLISH,
                    correlation > MUCH
                            ? "%s and %s move most alike (correlation %.2f of at most 1): together they spread the risk little."
                            : "No two of these move much alike; most alike are %s and %s (correlation %.2f of at most 1).",
                    one,
                    other,
                    correlation);
        }
    }
}
