package io.riskwatch.quant.kernel;

import java.util.Arrays;

/**
 * The values of given ranks, exactly, without sorting: values are counted in cells of equal width between the least and the greatest,
 * and only those few that share a cell with a wanted rank are sorted. Two passes; a cell that holds too many (an outlier makes cells
 * wide) is divided again. Not safe for several threads.
 */
public final class OrderStatistics {
    private static final int CELLS = 8192;
    private static final int CHUNK = 2048;

    /** Up to so many are sorted. */
    private static final int FEW = 2048;

    /** Deep enough for any distribution met; what is still crowded then is sorted. */
    private static final int DEEPEST = 6;

    private final int[] counts = new int[CELLS];
    private final int[] cells = new int[CHUNK];
    private final boolean[] wanted = new boolean[CELLS];

    /**
     * Selects.
     *
     * @param values finite; left as they are
     * @param length at least 1
     * @param ranks ascending, from 0 (the least value) to {@code length - 1}
     * @param out takes the value of each rank
     */
    public void select(float[] values, int length, int[] ranks, float[] out) {
        select(values, length, ranks, 0, ranks.length, out, 0);
    }

    private void select(float[] values, int length, int[] ranks, int from, int to, float[] out, int depth) {
        float[] range = new float[2];
        range(values, length, range);
        float low = range[0];
        float scale = (CELLS - 1) / (range[1] - low);
        if (length <= FEW || depth == DEEPEST || !Float.isFinite(scale) || scale == 0) {
            sorted(values, length, ranks, from, to, out);
            return;
        }
        count(values, length, low, scale);
        int[] first = new int[to - from]; // rank of the first value of the cell each wanted rank lies in
        int[] cell = new int[to - from];
        locate(ranks, from, first, cell);
        gather(values, length, low, scale, ranks, from, first, cell, out, depth);
    }

    private static void range(float[] values, int length, float[] range) {
        if (Lanes.vectorised()) {
            VectorCells.range(values, length, range);
        } else {
            ScalarCells.range(values, length, range);
        }
    }

    private void cells(float[] values, int from, int length, float low, float scale) {
        if (Lanes.vectorised()) {
            VectorCells.cells(values, from, length, low, scale, cells);
        } else {
            ScalarCells.cells(values, from, length, low, scale, cells);
        }
    }

    private void count(float[] values, int length, float low, float scale) {
        Arrays.fill(counts, 0);
        for (int from = 0; from < length; from += CHUNK) {
            int part = Math.min(CHUNK, length - from);
            cells(values, from, part, low, scale);
            for (int i = 0; i < part; i++) {
                counts[cells[i]]++;
            }
        }
    }

    private void locate(int[] ranks, int from, int[] first, int[] cell) {
        int at = 0;
        int before = 0;
        for (int i = 0; i < cell.length; i++) {
            while (before + counts[at] <= ranks[from + i]) {
                before += counts[at++];
            }
            cell[i] = at;
            first[i] = before;
        }
    }

    private void gather(
            float[] values,
            int length,
            float low,
            float scale,
            int[] ranks,
            int from,
            int[] first,
            int[] cell,
            float[] out,
            int depth) {
        Arrays.fill(wanted, false);
        int candidates = 0;
        for (int c : cell) {
            candidates += wanted[c] ? 0 : counts[c];
            wanted[c] = true;
        }
        float[] found = new float[candidates];
        int[] home = new int[candidates];
        int filled = 0;
        for (int start = 0; start < length; start += CHUNK) {
            int part = Math.min(CHUNK, length - start);
            cells(values, start, part, low, scale);
            for (int i = 0; i < part; i++) {
                if (wanted[cells[i]]) {
                    home[filled] = cells[i];
                    found[filled++] = values[start + i];
                }
            }
        }
        for (int i = 0; i < cell.length; ) {
            int next = i + 1;
            while (next < cell.length && cell[next] == cell[i]) {
                next++;
            }
            within(found, home, cell[i], ranks, from + i, from + next, first[i], out, depth);
            i = next;
        }
    }

    /** The wanted ranks of one cell. */
    private void within(
            float[] found, int[] home, int cell, int[] ranks, int from, int to, int first, float[] out, int depth) {
        float[] inside = new float[found.length];
        int size = 0;
        for (int i = 0; i < found.length; i++) {
            if (home[i] == cell) {
                inside[size++] = found[i];
            }
        }
        int[] shifted = new int[ranks.length];
        for (int i = from; i < to; i++) {
            shifted[i] = ranks[i] - first;
        }
        select(inside, size, shifted, from, to, out, depth + 1);
    }

    private static void sorted(float[] values, int length, int[] ranks, int from, int to, float[] out) {
        float[] ascending = Arrays.copyOf(values, length);
        Arrays.sort(ascending);
        for (int i = from; i < to; i++) {
            out[i] = ascending[ranks[i]];
        }
    }
}
