package io.riskwatch.quant.backtest;

import io.riskwatch.quant.Arguments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Follows the trend: long from the close at which the fast average rises above the slow one, and the opposite when it falls below.
 *
 * <p>Flat until the first crossing that is seen, which needs both averages at two bars. Where the averages are equal the sign of
 * before still counts, so a crossing that touches first is a crossing.
 *
 * @param fast window of the fast simple average, at least 1
 * @param slow window of the slow simple average, greater than {@code fast}
 * @param below what to hold below: {@link Position#FLAT} or {@link Position#SHORT}
 */
public record MovingAverageCross(int fast, int slow, Position below) implements TradingRule {
    public MovingAverageCross {
        Arguments.atLeast("fast", fast, 1);
        Arguments.atLeast("slow", slow, fast + 1);
        if (below == Position.LONG) {
            throw new IllegalArgumentException("below must be FLAT or SHORT, was LONG");
        }
    }

    @Override
    public List<Position> decide(double[] closes) {
        Arguments.series("closes", closes, slow);
        double[] fastAverage = MovingAverage.simple(closes, fast);
        double[] slowAverage = MovingAverage.simple(closes, slow);
        List<Position> decisions = new ArrayList<>(Collections.nCopies(firstDecision(), Position.FLAT));
        Position held = Position.FLAT;
        double side = 0;
        for (int t = firstDecision(); t < closes.length; t++) {
            double now = Math.signum(fastAverage[t - fast + 1] - slowAverage[t - slow + 1]);
            if (now * side < 0) {
                held = now > 0 ? Position.LONG : below;
            }
            side = now == 0 ? side : now;
            decisions.add(held);
        }
        return List.copyOf(decisions);
    }

    @Override
    public int firstDecision() {
        return slow - 1;
    }
}
