package io.riskwatch.quant.kernel;

/**
 * The lowest values of a sample by selection, not sorting: a threshold guessed from every few-th value lets a few candidates through,
 * among which the rank is found by partitioning. Exact; the guess only decides how much work it is. Not for several
 * threads at once.
 */
public final class LowestValues {
    private static final int STRIDE = 8;

    private final float[] candidates;

    /** With room for samples of this size. */
    public LowestValues(int size) {
        this.candidates = new float[size];
    }

    /**
     * The value of which {@code rank} others are at most as great.
     *
     * @param values the first {@code size} count; unchanged
     * @param rank from 0
     */
    public float ofRank(float[] values, int size, int rank) {
        int found = candidates(values, size, rank + 1);
        select(candidates, found - 1, rank);
        return candidates[rank];
    }

    private int candidates(float[] values, int size, int count) {
        double share = 1.3 * (count + 10) / size;
        for (int attempt = 0; attempt < 3 && share < 0.45; attempt++, share *= 1.6) {
            int found = passing(values, size, threshold(values, size, share));
            if (found >= count) {
                return found;
            }
        }
        System.arraycopy(values, 0, candidates, 0, size);
        return size;
    }

    private int passing(float[] values, int size, float threshold) {
        int n = 0;
        for (int i = 0; i < size; i++) {
            candidates[n] = values[i];
            n += values[i] <= threshold ? 1 : 0;
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

    /** Hoare's selection with the median of three: afterwards nothing before the rank is greater than what follows. */
    private static void select(float[] a, int last, int rank) {
        int low = 0;
        int high = last;
        while (low < high) {
            float pivot = median(a[low], a[(low + high) >>> 1], a[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (a[i] < pivot) {
                    i++;
                }
                while (a[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    float swap = a[i];
                    a[i++] = a[j];
                    a[j--] = swap;
                }
            }
            if (rank <= j) {
                high = j;
            } else if (rank >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private static float median(float x, float y, float z) {
        return Math.max(Math.min(x, y), Math.min(Math.max(x, y), z));
    }
}
