package io.riskwatch.portfolio.imports.statement;

import io.riskwatch.service.problem.FieldError;
import io.riskwatch.service.problem.ProblemException;
import java.util.List;

/** A file that is not taken at all: says where, so that the user can look. Nothing of it is stored. */
public class FileRefused extends RuntimeException {

    /** As many places as one answer names. */
    public static final int NAMED = 20;

    private final transient List<Place> places;

    public FileRefused(List<Place> places) {
        super(places.getFirst().toString());
        this.places = List.copyOf(places);
    }

    public FileRefused(long line, int column, String reason) {
        this(List.of(new Place(line, column, "", reason)));
    }

    public ProblemException problem() {
        var first = places.getFirst();
        return ProblemException.unprocessable(places.stream()
                        .limit(NAMED)
                        .map(place -> new FieldError(place.where(), place.reason()))
                        .toList())
                .with("line", first.line())
                .with("column", first.column());
    }

    List<Place> places() {
        return places;
    }
}
