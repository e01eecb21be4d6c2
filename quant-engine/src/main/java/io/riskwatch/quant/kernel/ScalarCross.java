package io.riskwatch.quant.kernel;

/** The walk of one fast average against one slow one, for a JVM without the Vector API. */
final class ScalarCross {
    private ScalarCross() {}

    /** As {@link VectorCross#walk}, with one lane. */
    static void walk(CrossSweep.Market market, double[] fast, double[] slow, int first, double[] figures, int at) {
        double[] closes = market.closes();
        double cash = 1;
        double units = 0;
        double equity = 1;
        double peak = 1;
        double least = 1;
        double sum = 0;
        double squares = 0;
        int closed = 0;
        int held = 0;
        boolean wasAbove = false;
        boolean wasBelow = false;
        for (int t = first; t < closes.length; t++) {
            boolean above = fast[t - 1] > slow[t - 1];
            boolean below = fast[t - 1] < slow[t - 1];
            wasAbove |= above;
            wasBelow |= below;
            int wanted = above && wasBelow ? 1 : below && wasAbove ? market.shortBelow() ? -1 : 0 : held;
            if (wanted != held) {
                closed += held == 0 ? 0 : 1;
                double money = cash + units * (units > 0 ? market.selling(t) : market.buying(t));
                cash = wanted == 0 ? money : wanted > 0 ? 0 : money * market.cashOfShort();
                units = wanted == 0 ? 0 : wanted > 0 ? money / market.buying(t) : money * market.shorting(t);
                held = wanted;
            }
            double now = cash + units * closes[t];
            double earned = now / equity - 1;
            sum += earned;
            squares += earned * earned;
            equity = now;
            peak = Math.max(peak, now);
            if (now < least * peak) {
                least = now / peak;
            }
        }
        figures[at] = equity;
        figures[at + 1] = sum;
        figures[at + 2] = squares;
        figures[at + 3] = least;
        figures[at + 4] = closed;
    }
}
