package io.riskwatch.portfolio.analysis.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Finds members of a result document by name. A key may itself contain dots, as symbols do. */
final class ResultMembers {

    private ResultMembers() {}

    /** A member that is there and the way to it, one element per member. */
    record Member(List<String> path, JsonNode value) {}

    static Optional<Member> find(JsonNode document, String name) {
        return find(document, List.of(name.split("\\.", -1)), 0, List.of());
    }

    private static Optional<Member> find(JsonNode node, List<String> parts, int from, List<String> path) {
        if (from == parts.size()) {
            return Optional.of(new Member(path, node));
        }
        return IntStream.rangeClosed(from + 1, node.isObject() ? parts.size() : from + 1)
                .boxed()
                .flatMap(to -> {
                    String key = String.join(".", parts.subList(from, to));
                    JsonNode next = child(node, key);
                    return next.isMissingNode()
                            ? Stream.<Member>empty()
                            : find(next, parts, to, with(path, key)).stream();
                })
                .findFirst();
    }

    /** Every member the pattern names, in the document's order, at most so many. */
    static List<Member> all(JsonNode document, FigurePattern pattern, int atMost) {
        return walk(new Member(List.of(), document), pattern.segments(), 0)
                .limit(atMost)
                .toList();
    }

    private static Stream<Member> walk(Member at, List<String> segments, int from) {
        if (from == segments.size()) {
            return Stream.of(at);
        }
        String segment = segments.get(from);
        if (segment.equals("**")) {
            return at.value().isContainer()
                    ? children(at).flatMap(child -> walk(child, segments, from))
                    : Stream.of(at);
        }
        if (segment.equals("*")) {
            return children(at).flatMap(child -> walk(child, segments, from + 1));
        }
        JsonNode next = child(at.value(), segment);
        return next.isMissingNode()
                ? Stream.empty()
                : walk(new Member(with(at.path(), segment), next), segments, from + 1);
    }

    private static Stream<Member> children(Member at) {
        return at.value().isArray()
                ? IntStream.range(0, at.value().size())
                        .mapToObj(i -> new Member(
                                with(at.path(), Integer.toString(i)), at.value().path(i)))
                : at.value().properties().stream()
                        .map(entry -> new Member(with(at.path(), entry.getKey()), entry.getValue()));
    }

    private static JsonNode child(JsonNode node, String key) {
        return node.isArray() && key.matches("[0-9]{1,9}") ? node.path(Integer.parseInt(key)) : node.path(key);
    }

    private static List<String> with(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }
}
