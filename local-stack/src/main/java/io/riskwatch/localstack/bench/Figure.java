package io.riskwatch.localstack.bench;

import org.jspecify.annotations.Nullable;

/**
 * One line of a report.
 *
 * @param workload what was done, such as {@code 5,000 clients direct}
 * @param peer who did the same, {@code target} where a target stands in for a peer, absent where there is none
 * @param figure what was measured and in which unit, such as {@code CPU us/request}
 * @param ours Riskwatch's value
 * @param theirs the peer's value, absent where there is none
 */
public record Figure(
        String workload,
        @Nullable String peer,
        String figure,
        double ours,
        @Nullable Double theirs) {

    public Figure {
        if (!Double.isFinite(ours) || (theirs != null && !Double.isFinite(theirs))) {
            throw new IllegalArgumentException(
                    workload + ", " + figure + ": a figure must be finite, was " + ours + " and " + theirs);
        }
        if ((peer == null) != (theirs == null)) {
            throw new IllegalArgumentException(
                    workload + ", " + figure + ": a peer and its value come together or not at all");
        }
    }

    /** The peer's value over ours; absent without a peer, and where ours is zero. */
    public @Nullable Double ratio() {
        return theirs == null || ours == 0 ? null : theirs / ours;
    }
}
