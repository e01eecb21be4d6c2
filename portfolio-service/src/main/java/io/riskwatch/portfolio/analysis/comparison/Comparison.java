package io.riskwatch.portfolio.analysis.comparison;

import io.riskwatch.portfolio.analysis.figure.FigureCatalogue;
import io.riskwatch.portfolio.analysis.figure.FigureView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Puts results side by side. */
public final class Comparison {

    private static final int MOST_FIGURES = 1_000;

    private static final List<String> ORIGIN = List.of(
            "engineVersion", "kernel", "from", "to", "observations", "provider", "simulated", "seed", "inputsHash");

    private Comparison() {}

    /**
     * The results side by side.
     *
     * @param results by the id of their analysis, in the order they are shown in
     * @param catalogue where the figures' titles come from
     */
    public static ComparisonView of(Map<UUID, JsonNode> results, FigureCatalogue catalogue) {
        List<JsonNode> documents = List.copyOf(results.values());
        List<ComparisonView.Compared> analyses = results.entrySet().stream()
                .map(entry -> new ComparisonView.Compared(
                        entry.getKey(),
                        entry.getValue().path("kind").asString(""),
                        "/api/v1/analyses/" + entry.getKey() + "/result"))
                .toList();
        List<ComparisonView.Figure> figures = figures(documents, catalogue);
        return new ComparisonView(
                analyses,
                figures.subList(0, Math.min(MOST_FIGURES, figures.size())),
                settings(documents),
                assumptions(documents),
                Math.max(0, figures.size() - MOST_FIGURES));
    }

    private static List<ComparisonView.Figure> figures(List<JsonNode> documents, FigureCatalogue catalogue) {
        List<Map<ResultFigures.Key, ResultFigures.Found>> found =
                documents.stream().map(ResultFigures::of).toList();
        Set<ResultFigures.Key> keys = new LinkedHashSet<>();
        found.forEach(one -> keys.addAll(one.keySet()));
        List<ComparisonView.Figure> shared = new ArrayList<>();
        List<ComparisonView.Figure> single = new ArrayList<>();
        for (ResultFigures.Key key : keys) {
            List<@Nullable Double> values = new ArrayList<>();
            found.forEach(one -> {
                ResultFigures.Found figure = one.get(key);
                values.add(figure == null ? null : (Double) figure.value());
            });
            List<Integer> places = IntStream.range(0, values.size())
                    .filter(place -> values.get(place) != null)
                    .boxed()
                    .toList();
            int first = places.getFirst();
            String path = Objects.requireNonNull(found.get(first).get(key)).path();
            catalogue
                    .named(documents.get(first), path)
                    .ifPresent(name -> (places.size() == 1 ? single : shared).add(figure(key, name, places, values)));
        }
        shared.addAll(single);
        return shared;
    }

    private static ComparisonView.Figure figure(
            ResultFigures.Key key, FigureView.Name name, List<Integer> places, List<@Nullable Double> values) {
        Double first = values.getFirst();
        List<@Nullable Double> differences = new ArrayList<>();
        for (Double value : values) {
            differences.add(first == null || value == null ? null : (Double) (value - first));
        }
        return new ComparisonView.Figure(
                key.name(),
                key.of().isEmpty() ? null : key.of(),
                name.title(),
                name.unit(),
                places.size() == values.size() ? null : places,
                values,
                differences);
    }

    private static List<ComparisonView.Setting> settings(List<JsonNode> documents) {
        Set<String> names =
                new LinkedHashSet<>(List.of("kind", "inputs.baseCurrency", "inputs.value", "inputs.cashWeight"));
        documents.forEach(document -> document.path("inputs")
                .path("parameters")
                .propertyNames()
                .forEach(name -> names.add("inputs.parameters." + name)));
        ORIGIN.forEach(name -> names.add("provenance." + name));
        List<ComparisonView.Setting> settings = new ArrayList<>();
        for (String name : names) {
            String pointer = "/" + name.replace('.', '/');
            List<JsonNode> values =
                    documents.stream().map(document -> document.at(pointer)).toList();
            if (values.stream().distinct().count() > 1) {
                List<@Nullable JsonNode> told = new ArrayList<>();
                values.forEach(value -> told.add(value.isMissingNode() ? null : value));
                settings.add(new ComparisonView.Setting(name, told));
            }
        }
        return settings;
    }

    private static List<ComparisonView.Assumption> assumptions(List<JsonNode> documents) {
        Map<String, List<Integer>> takenBy = new LinkedHashMap<>();
        for (int place = 0; place < documents.size(); place++) {
            for (JsonNode assumption : documents.get(place).path("assumptions")) {
                List<Integer> places = takenBy.computeIfAbsent(assumption.asString(""), text -> new ArrayList<>());
                if (!places.contains(place)) {
                    places.add(place);
                }
            }
        }
        return takenBy.entrySet().stream()
                .filter(entry -> entry.getValue().size() < documents.size())
                .map(entry -> new ComparisonView.Assumption(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }
}
