package io.riskwatch.quant.degenerate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.riskwatch.quant.UndefinedMeasureException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** An input nobody can answer, and what the refusal must say. */
record Refusal(String input, ThrowingCallable call, String words) {
    static Refusal of(String input, ThrowingCallable call, String words) {
        return new Refusal(input, call, words);
    }

    void check() {
        assertThatThrownBy(call)
                .isInstanceOfAny(IllegalArgumentException.class, UndefinedMeasureException.class)
                .isNotInstanceOfAny(NumberFormatException.class)
                .hasMessageContaining(words);
    }

    @Override
    public String toString() {
        return input;
    }
}
