package io.riskwatch.quant.optimization;

import java.util.List;

/** No weights satisfy all constraints at once; {@link #clashing} names constraints that exclude each other. */
public final class InfeasibleException extends IllegalArgumentException {
    private final List<String> clashing;

    /** Constraints in words, none of which could be left out without the others becoming feasible. */
    public InfeasibleException(List<String> clashing) {
        super("no portfolio satisfies all constraints: " + String.join("; ", clashing) + " exclude each other");
        this.clashing = List.copyOf(clashing);
    }

    /** The constraints in words, e.g. "weight of asset 2 >= 0.3". */
    public List<String> clashing() {
        return clashing;
    }
}
