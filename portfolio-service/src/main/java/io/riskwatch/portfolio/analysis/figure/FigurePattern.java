package io.riskwatch.portfolio.analysis.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names of figures: members of the result joined by dots, {@code *} for any place of a list or any key, {@code **} at the end
 * for whatever follows.
 */
record FigurePattern(List<String> segments) {

    private static final String ANY = "*";
    private static final String REST = "**";

    FigurePattern {
        segments = List.copyOf(segments);
    }

    static FigurePattern of(String name) {
        return new FigurePattern(List.of(name.split("\\.", -1)));
    }

    /** What the stars stand for when the path is one of these names. */
    Optional<List<String>> bind(List<String> path) {
        boolean open = segments.getLast().equals(REST);
        int fixed = open ? segments.size() - 1 : segments.size();
        if (open ? path.size() <= fixed : path.size() != fixed) {
            return Optional.empty();
        }
        List<String> stars = new ArrayList<>();
        for (int i = 0; i < fixed; i++) {
            if (segments.get(i).equals(ANY)) {
                stars.add(path.get(i));
            } else if (!segments.get(i).equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(stars);
    }

    /** This name with the stars filled in as they stand in the figure's: as far as both begin with the same members. */
    FigurePattern filled(FigurePattern figure, List<String> stars) {
        List<String> filled = new ArrayList<>(segments);
        int star = 0;
        for (int i = 0; i < Math.min(segments.size(), figure.segments.size()); i++) {
            if (!segments.get(i).equals(figure.segments.get(i))) {
                break;
            }
            if (segments.get(i).equals(ANY)) {
                filled.set(i, stars.get(star++));
            }
        }
        return new FigurePattern(filled);
    }

    boolean isConcrete() {
        return segments.stream().noneMatch(segment -> segment.equals(ANY) || segment.equals(REST));
    }

    @Override
    public String toString() {
        return String.join(".", segments);
    }
}
