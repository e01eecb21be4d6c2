package io.riskwatch.quant.kernel;

/** {@link AllocationWalk} of one variant, for a JVM without the Vector API. */
final class ScalarAllocation {
    private ScalarAllocation() {}

    static void walk(AllocationWalk.Variants variants, double[] figures) {
        double[] growths = variants.growths();
        double[] targets = variants.targets();
        double[] values = targets.clone();
        int assets = variants.assets();
        double tolerance = variants.tolerances()[0];
        double shift = variants.shifts()[0];
        double nextDue = 0;
        double total = 1;
        double wealth = 1;
        double sum = 0;
        double squares = 0;
        double peak = 1;
        double least = 1;
        double traded = 0;
        double margin = Double.POSITIVE_INFINITY;
        double lowest = 1;
        double highest = 1;
        for (int t = 0; t * assets < growths.length; t++) {
            double away = 0;
            double widest = 0;
            for (int i = 0; i < assets; i++) {
                double distance = Math.abs(values[i] - targets[i] * total);
                away += distance;
                widest = Math.max(widest, distance);
            }
            double excess = t == 0 ? Double.NEGATIVE_INFINITY : widest - tolerance * total;
            margin = Math.min(margin, Math.abs(excess) - AllocationWalk.DOUBT * total);
            double kept = 1;
            if (t == nextDue || excess > 0) {
                double turnover = away / total;
                if (t == 0) {
                    turnover = variants.entryCosts() ? sum(targets) : 0;
                }
                traded += turnover;
                kept = 1 - Math.min(1, variants.costRate() * turnover);
                System.arraycopy(targets, 0, values, 0, assets);
                total = 1;
                nextDue = t == nextDue ? nextDue + variants.everyPeriods()[0] : nextDue;
            }
            double before = total;
            total = 0;
            for (int i = 0; i < assets; i++) {
                values[i] *= growths[t * assets + i];
                total += values[i];
            }
            double earned = kept * (total / before) - 1;
            wealth *= 1 + earned;
            sum += earned - shift;
            squares += (earned - shift) * (earned - shift);
            peak = Math.max(peak, wealth);
            least = Math.min(least, wealth / peak);
            lowest = Math.min(lowest, total);
            highest = Math.max(highest, total);
        }
        double[] found = {wealth, sum, squares, least, traded, margin, lowest, highest};
        System.arraycopy(found, 0, figures, 0, found.length);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
