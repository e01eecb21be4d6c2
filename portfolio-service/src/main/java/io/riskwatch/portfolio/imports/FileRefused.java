package io.riskwatch.portfolio.imports;

import io.riskwatch.service.problem.FieldError;
import io.riskwatch.service.problem.ProblemException;
import java.util.List;

/** A file that is not taken at all: says where, so that the user can look. Nothing of it is stored. */
final class FileRefused extends RuntimeException {

    /** As many places as one answer names. */
    static final int NAMED = 20;

    private final List<Place> places;

    FileRefused(List<Place> places) {
        super(places.getFirst().toString());
        this.places = List.copyOf(places);
    }

    FileRefused(long line, int column, String reason) {
        this(List.of(new Place(line, column, "", reason)));
    }

    ProblemException problem() {
        var first = places.getFirst();
        return ProblemException.unprocessable(places.stream()
                        .limit(NAMED)
                        .map(place -> new FieldError(place.where(), place.reason()))
                        .toList())
                .with("line", first.line())
                .with("column", first.column());
    }

    /**
     * Where something is wrong.
     *
     * @param column counted from 1: the field of a row, or the character of a line where there are no fields
     * @param name the field's name in the header, empty where there is none
     */
    record Place(long line, int column, String name, String reason) {

        String where() {
            return "line %d, column %d%s".formatted(line, column, name.isEmpty() ? "" : " (" + name + ")");
        }

        @Override
        public String toString() {
            return where() + ": " + reason;
        }
    }
}
