import io.riskwatch.quant.bench.Contender;
import io.riskwatch.quant.bench.ContenderProgram;
import io.riskwatch.quant.bench.Stopwatch;
import io.riskwatch.quant.bench.sweep.OneShare;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;

/** The hundred pairs on the diagonal of the grid, as ta4j's manual runs a strategy; its trades are filled at the next open too. */
public final class Ta4jSma implements Contender {
    private final BarSeries series = series();

    public static void main(String[] arguments) throws IOException {
        ContenderProgram.serve(new Ta4jSma());
    }

    private static BarSeries series() {
        BarSeries series = new BaseBarSeriesBuilder()
                .withName("one share")
                .withNumFactory(DoubleNumFactory.getInstance())
                .build();
        double[] opens = OneShare.opens();
        double[] closes = OneShare.closes();
        for (int t = 0; t < closes.length; t++) {
            series.barBuilder()
                    .timePeriod(Duration.ofDays(1))
                    .endTime(Instant.parse("2010-01-02T00:00:00Z").plus(Duration.ofDays(t)))
                    .openPrice(opens[t])
                    .highPrice(Math.max(opens[t], closes[t]))
                    .lowPrice(Math.min(opens[t], closes[t]))
                    .closePrice(closes[t])
                    .volume(1)
                    .add();
        }
        return series;
    }

    @Override
    public double scale() {
        return OneShare.WINDOWS;
    }

    @Override
    public int warmUps() {
        return 4;
    }

    @Override
    public String run(Stopwatch watch) {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        int trades = 0;
        for (int k = 0; k < OneShare.WINDOWS; k++) {
            int window = OneShare.SHORTEST_SLOW + k;
            SMAIndicator fast = new SMAIndicator(close, OneShare.SHORTEST_FAST + k);
            SMAIndicator slow = new SMAIndicator(close, window);
            BaseStrategy strategy = new BaseStrategy(
                    new CrossedUpIndicatorRule(fast, slow), new CrossedDownIndicatorRule(fast, slow), window);
            trades += new BarSeriesManager(series).run(strategy).getPositionCount();
        }
        return "diagonalTrades " + trades;
    }
}
