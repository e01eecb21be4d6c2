package io.riskwatch.quant.risk;

import org.jspecify.annotations.Nullable;

/**
 * The best move of (omega, alpha, beta) on a quadratic model of the likelihood that does not leave omega >= least, alpha >= 0,
 * beta >= 0, alpha + beta <= most: max g'd - d'Hd / 2.
 *
 * <p>The four limits allow sixteen sets of binding ones. They are tried in turn, none first, until the conditions of Karush, Kuhn
 * and Tucker hold; H is positive definite, so exactly one move meets them.
 */
final class ScoringStep {
    private static final int SIZE = 3;
    private static final int LIMITS = 4;
    private static final double[][] NORMALS = {{-1, 0, 0}, {0, -1, 0}, {0, 0, -1}, {0, 1, 1}};

    private ScoringStep() {}

    /**
     * The move.
     *
     * @param slope g
     * @param curvature H, symmetric and positive definite
     * @param room how far each limit is away, in the order of the text, not negative
     * @return d, or null where rounding hides it
     */
    static double @Nullable [] of(double[] slope, double[][] curvature, double[] room) {
        for (int binding = 0; binding < 1 << LIMITS; binding++) {
            double[] move = within(binding, slope, curvature, room);
            if (move != null) {
                return move;
            }
        }
        return null;
    }

    private static double @Nullable [] within(int binding, double[] slope, double[][] curvature, double[] room) {
        int size = SIZE + Integer.bitCount(binding);
        double[][] system = new double[size][size + 1];
        for (int i = 0; i < SIZE; i++) {
            System.arraycopy(curvature[i], 0, system[i], 0, SIZE);
            system[i][size] = slope[i];
        }
        int row = SIZE;
        for (int limit = 0; limit < LIMITS; limit++) {
            if ((binding >> limit & 1) == 1) {
                for (int i = 0; i < SIZE; i++) {
                    system[row][i] = NORMALS[limit][i];
                    system[i][row] = NORMALS[limit][i];
                }
                system[row][size] = room[limit];
                row++;
            }
        }
        return solve(system) && isOptimal(system, binding, room) ? move(system) : null;
    }

    private static double[] move(double[][] solved) {
        double[] move = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            move[i] = solved[i][solved.length];
        }
        return move;
    }

    private static boolean isOptimal(double[][] solved, int binding, double[] room) {
        int size = solved.length;
        for (int row = SIZE; row < size; row++) {
            if (!(solved[row][size] >= 0)) {
                return false;
            }
        }
        for (int limit = 0; limit < LIMITS; limit++) {
            double used = 0;
            for (int i = 0; i < SIZE; i++) {
                used += NORMALS[limit][i] * solved[i][size];
            }
            if ((binding >> limit & 1) == 0 && !(used <= room[limit])) {
                return false;
            }
        }
        return true;
    }

    /** Gauss-Jordan with row exchange, the solution in the last column; false where a pivot vanishes. */
    private static boolean solve(double[][] system) {
        int size = system.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                pivot = Math.abs(system[row][column]) > Math.abs(system[pivot][column]) ? row : pivot;
            }
            double[] leading = system[pivot];
            system[pivot] = system[column];
            system[column] = leading;
            if (!(Math.abs(leading[column]) > 0)) {
                return false;
            }
            for (int row = 0; row < size; row++) {
                double factor = row == column ? 0 : system[row][column] / leading[column];
                for (int k = column; factor != 0 && k <= size; k++) {
                    system[row][k] -= factor * leading[k];
                }
            }
        }
        for (int row = 0; row < size; row++) {
            system[row][size] /= system[row][row];
        }
        return true;
    }
}
