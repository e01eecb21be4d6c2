package io.riskwatch.marketdata.xsim;

import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.random.Variates;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The prices of one trading day at any instant: a Brownian bridge from the last close to the day's own, so that the last
 * tick of a session is the close of its bar, and no tick leaves the bar's range. Immutable.
 */
final class Session {
    /** Halvings of the day: 2^17 steps, about 0.7 s each. */
    private static final int LEVELS = 17;

    private final LocalDate day;
    private final Instant opens;
    private final Instant closes;
    private final double lengthMillis;
    private final List<Simulated> instruments;
    private final long[] keys;
    private final double[] start;
    private final double[] end;
    private final double[] volatility;
    private final Bar[] bars;

    /** The day the simulation stands at. */
    Session(long seed, List<Simulated> instruments, MarketSimulation simulation, TradingDays calendar) {
        this.day = simulation.day();
        this.opens = calendar.opens(day);
        this.closes = calendar.closes(day);
        this.lengthMillis = Duration.between(opens, closes).toMillis();
        this.instruments = instruments;
        int count = instruments.size();
        keys = new long[count];
        start = new double[count];
        end = new double[count];
        volatility = new double[count];
        bars = new Bar[count];
        for (int i = 0; i < count; i++) {
            keys[i] = MarketSimulation.key(
                    seed, "path:" + instruments.get(i).listing().symbol());
            start[i] = simulation.previousLogPrice(i);
            end[i] = simulation.logPrice(i);
            volatility[i] = simulation.withinDayVolatility(i);
            bars[i] = simulation.bar(i);
        }
    }

    LocalDate day() {
        return day;
    }

    /** When a price that is asked for at an instant was made: within the session, whenever that is. */
    Instant madeAt(Instant at) {
        return at.isBefore(opens) ? opens : at.isAfter(closes) ? closes : at;
    }

    /** The close of the day before, on the basis of the session's shares. */
    double previousClose(int instrument) {
        return bars[instrument].open() * instruments.get(instrument).laterSplits(day);
    }

    /** The price at an instant; before the session its first, after it its last. */
    double price(int instrument, Instant at) {
        double elapsed = Duration.between(opens, at).toMillis() / lengthMillis;
        double u = Math.clamp(elapsed, 0, 1);
        Listing listing = instruments.get(instrument).listing();
        double bridge = start[instrument]
                + u * (end[instrument] - start[instrument])
                + volatility[instrument] * wander(keys[instrument], u);
        Bar bar = bars[instrument];
        double price = Math.clamp(listing.rounded(StrictMath.exp(bridge)), bar.low(), bar.high());
        return price * instruments.get(instrument).laterSplits(day);
    }

    /** Levy's construction of the standard Brownian bridge at u, each node's normal addressed by (key, day, level, node). */
    private double wander(long key, double u) {
        double left = 0;
        double right = 0;
        double width = 1;
        double position = u;
        long node = 0;
        for (int level = 0; level < LEVELS; level++) {
            long stream = (day.toEpochDay() << 5) | level;
            double middle =
                    (left + right) / 2 + Math.sqrt(width) / 2 * Variates.normal(new Philox4x32(key, stream, node));
            width /= 2;
            position *= 2;
            node *= 2;
            if (position < 1) {
                right = middle;
            } else {
                left = middle;
                position -= 1;
                node += 1;
            }
        }
        return left + (right - left) * position;
    }
}
