package io.riskwatch.portfolio.analysis.figure;

import io.riskwatch.service.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The worker's own catalogue of its figures, copied here by the build: what a figure means is known in one place. */
public final class FigureCatalogue {

    /** Elements of a list that are shown as an input. */
    private static final int SHOWN = 50;

    private static final int MOST_INPUTS = 10_000;

    private final JsonMapper json;
    private final Map<String, List<FigureEntry>> byKind = new LinkedHashMap<>();

    public FigureCatalogue(JsonMapper json, List<String> kinds) {
        this.json = json;
        List<FigureEntry> common = read("common");
        for (String kind : kinds) {
            List<FigureEntry> all = new ArrayList<>(read(kind));
            all.addAll(common);
            byKind.put(kind, List.copyOf(all));
        }
    }

    private List<FigureEntry> read(String file) {
        String resource = "/contract/figure/" + file + ".json";
        try (InputStream in = FigureCatalogue.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the build did not copy the worker's contract to " + resource);
            }
            return json.readValue(in, new TypeReference<List<FigureEntry>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the figures that the result has; those of a list once, with {@code *} for the place. */
    public FigureView.Names names(JsonNode result) {
        Map<String, FigureView.Name> names = new LinkedHashMap<>();
        for (FigureEntry entry : entries(result)) {
            for (String name : entry.names()) {
                if (!ResultMembers.all(result, FigurePattern.of(name), 1).isEmpty()) {
                    names.putIfAbsent(name, new FigureView.Name(name, entry.title(), entry.unit()));
                }
            }
        }
        return new FigureView.Names(List.copyOf(names.values()));
    }

    /** The title of the figure at that place of the result; empty for what is no figure. */
    public Optional<FigureView.Name> named(JsonNode result, String name) {
        return ResultMembers.find(result, name)
                .filter(member -> member.value().isNumber())
                .flatMap(member -> explained(result, member))
                .map(figure ->
                        new FigureView.Name(figure.pattern.toString(), figure.entry.title(), figure.entry.unit()));
    }

    /** The figure of that name in the result of the analysis; a 404 that says which there are when it has none. */
    public FigureView figure(UUID analysisId, JsonNode result, String name) {
        Explained figure = ResultMembers.find(result, name)
                .filter(member -> member.value().isNumber())
                .flatMap(member -> explained(result, member))
                .orElseThrow(() -> ProblemException.notFound("figure")
                        .with(
                                "figures",
                                names(result).items().stream()
                                        .map(FigureView.Name::name)
                                        .toList()));
        FigureEntry entry = figure.entry;
        return new FigureView(
                String.join(".", figure.member.path()),
                entry.title(),
                entry.unit(),
                figure.member.value().doubleValue(),
                entry.formula(),
                entry.latex(),
                entry.inputs().stream()
                        .flatMap(input -> input(result, figure, input).stream())
                        .toList(),
                entry.method(),
                entry.source(),
                result.path("provenance"),
                "/api/v1/analyses/" + analysisId + "/result",
                "/api/v1/analyses/" + analysisId + "/recompute");
    }

    private List<FigureEntry> entries(JsonNode result) {
        return byKind.getOrDefault(result.path("kind").asString(""), List.of());
    }

    private Optional<Explained> explained(JsonNode result, ResultMembers.Member member) {
        return entries(result).stream()
                .flatMap(entry -> entry.names().stream()
                        .map(FigurePattern::of)
                        .flatMap(pattern -> pattern.bind(member.path()).stream()
                                .map(stars -> new Explained(entry, pattern, stars, member))))
                .filter(candidate -> candidate.holds(result))
                .findFirst();
    }

    private Optional<FigureView.Input> input(JsonNode result, Explained figure, String name) {
        FigurePattern pattern = FigurePattern.of(name).filled(figure.pattern, figure.stars);
        if (pattern.isConcrete()) {
            return ResultMembers.find(result, pattern.toString())
                    .map(member -> shown(pattern.toString(), member.value()));
        }
        List<ResultMembers.Member> members = ResultMembers.all(result, pattern, MOST_INPUTS);
        ArrayNode values = json.createArrayNode();
        members.forEach(member -> values.add(member.value()));
        return members.isEmpty() ? Optional.empty() : Optional.of(shown(pattern.toString(), values));
    }

    private FigureView.Input shown(String name, JsonNode value) {
        if (!value.isArray() || value.size() <= SHOWN) {
            return new FigureView.Input(name, value, null);
        }
        ArrayNode first = json.createArrayNode();
        for (int i = 0; i < SHOWN; i++) {
            first.add(value.path(i));
        }
        return new FigureView.Input(name, first, value.size());
    }

    /** A figure with the entry that explains it, and what the stars of its name stand for. */
    private record Explained(
            FigureEntry entry, FigurePattern pattern, List<String> stars, ResultMembers.Member member) {

        boolean holds(JsonNode result) {
            return entry.conditions().entrySet().stream()
                    .allMatch(condition -> ResultMembers.find(
                                    result,
                                    FigurePattern.of(condition.getKey())
                                            .filled(pattern, stars)
                                            .toString())
                            .filter(found -> found.value().asString("").equals(condition.getValue()))
                            .isPresent());
        }
    }
}
