package io.riskwatch.portfolio.performance;

import io.riskwatch.quant.UndefinedMeasureException;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

/**
 * A figure, or why there is none; never both and never neither.
 *
 * @param refusal in words for the user
 */
record Figure<T>(Optional<T> value, Optional<String> refusal) {

    static <T> Figure<T> of(T value) {
        return new Figure<>(Optional.of(value), Optional.empty());
    }

    static <T> Figure<T> refused(String reason) {
        return new Figure<>(Optional.empty(), Optional.of(reason));
    }

    /** The measure, or its own words when it has no value for these inputs. */
    static <T> Figure<T> measured(Supplier<T> measure) {
        try {
            return of(measure.get());
        } catch (UndefinedMeasureException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    boolean known() {
        return value.isPresent();
    }

    T get() {
        return value.orElseThrow();
    }

    /** The number made of the figure, absent when the figure is. */
    static Optional<Double> map(Figure<Double> figure, DoubleUnaryOperator change) {
        return figure.value().map(change::applyAsDouble);
    }
}
