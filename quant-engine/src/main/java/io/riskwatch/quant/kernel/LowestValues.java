package io.riskwatch.quant.kernel;

/**
 * The lowest values of a sample by selection, not sorting: a threshold guessed from every few-th value lets a few candidates through,
 * and halving the way from the least of them to it narrows them down. Exact; the guess only decides how much work it is. Not
 * for several threads at once.
 */
public final class LowestValues {
    /** So many more places than values are wanted in {@link #places}: a vector is written whole. */
    public static final int SPARE = 16;

    private static final int STRIDE = 8;

    /** Halving ends when no more than so many are too many. */
    private static final int SURPLUS = 2;

    private static final int HALVINGS = 20;

    private final float[] candidates;

    /** With room for samples of this size. */
    public LowestValues(int size) {
        this.candidates = new float[size + SPARE];
    }

    /**
     * Where the lowest values are: all that exceed the value of a rank by at most the slack, and perhaps a few that exceed it by more.
     *
     * @param values the first {@code size} count; unchanged
     * @param rank from 0: the value of which so many others are at most as great
     * @param slack not negative
     * @param places takes the places, ascending; {@link #SPARE} longer than the sample
     * @return how many, at least {@code rank + 1}: the lowest ones
     */
    public int places(float[] values, int size, int rank, double slack, int[] places) {
        float threshold = Float.POSITIVE_INFINITY;
        int found = 0;
        double share = 1.3 * (rank + 11) / size;
        for (int attempt = 0; attempt < 3 && share < 0.45 && found <= rank; attempt++, share *= 1.6) {
            threshold = threshold(values, size, share);
            found = passing(values, size, threshold, places);
        }
        if (found <= rank) {
            threshold = Float.POSITIVE_INFINITY;
            found = passing(values, size, threshold, places);
        }
        float most = Math.nextUp((float) (atLeast(found, rank) + slack));
        return most <= threshold ? kept(found, most, places) : passing(values, size, most, places);
    }

    /** A value that more than {@code rank} of the candidates do not exceed, and hardly more. */
    private float atLeast(int found, int rank) {
        float low = candidates[0];
        float high = candidates[0];
        for (int i = 1; i < found; i++) {
            low = Math.min(low, candidates[i]);
            high = Math.max(high, candidates[i]);
        }
        int within = found;
        for (int i = 0; i < HALVINGS && within > rank + 1 + SURPLUS; i++) {
            float middle = low + 0.5f * (high - low);
            int upTo = 0;
            for (int k = 0; k < found; k++) {
                upTo += candidates[k] <= middle ? 1 : 0;
            }
            if (upTo > rank) {
                high = middle;
                within = upTo;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** Of the candidates those up to this value. */
    private int kept(int found, float most, int[] places) {
        int n = 0;
        for (int i = 0; i < found; i++) {
            places[n] = places[i];
            n += candidates[i] <= most ? 1 : 0;
        }
        return n;
    }

    private int passing(float[] values, int size, float most, int[] places) {
        return Lanes.active() == Lanes.VECTOR_512
                ? VectorLowest.passing(values, size, most, candidates, places)
                : passing(values, 0, size, most, candidates, places, 0);
    }

    /** Writes the values up to {@code most} and their places, from {@code found} on; answers where that ends. */
    static int passing(float[] values, int from, int size, float most, float[] candidates, int[] places, int found) {
        int n = found;
        for (int i = from; i < size; i++) {
            candidates[n] = values[i];
            places[n] = i;
            n += values[i] <= most ? 1 : 0;
        }
        return n;
    }

    /** The normal quantile of this share with the mean and deviation of every {@value #STRIDE}th value. */
    private static float threshold(float[] values, int size, double share) {
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int i = 0; i < size; i += STRIDE) {
            sum += values[i];
            squares += values[i] * (double) values[i];
            n++;
        }
        double mean = sum / n;
        double deviation = Math.sqrt(Math.max(0, squares / n - mean * mean));
        double t = Math.sqrt(-2 * Math.log(share)); // Abramowitz and Stegun 26.2.22
        return (float) (mean - deviation * (t - (2.30753 + 0.27061 * t) / (1 + 0.99229 * t + 0.04481 * t * t)));
    }
}
