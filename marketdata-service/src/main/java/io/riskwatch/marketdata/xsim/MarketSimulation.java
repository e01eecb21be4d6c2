package io.riskwatch.marketdata.xsim;

import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.random.Variates;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The model of the exchange, one trading day after the other.
 *
 * <p>The log return of instrument i is {@code drift_i + sum_k loading_ik F_k + own_i e_i}; exchange rates and commodities
 * are also drawn back to where they began. Market, regions, sectors,
 * rates, dollar, commodities, crypto and three styles are the factors; each has Student t shocks and its own
 * {@link VolatilityClock}, and the market's turmoil reaches everybody's own shocks. A hidden state switches between calm
 * and crisis (about once in three years, for about two months): then the market's drift is negative and its volatility
 * doubled, which also raises all correlations.
 *
 * <p>Every random number is addressed by (seed, name of its source, day), so the past never changes when days pass and a
 * new instrument does not disturb the others. Not safe for use by several threads.
 */
final class MarketSimulation {
    /** Changes whenever the same seed would give other prices or dividends: what an older model stored is replaced. */
    static final int VERSION = 3;

    private static final double TRADING_DAYS = 252;
    private static final double CALM_DRIFT = 0.115 / TRADING_DAYS;
    private static final double CRISIS_DRIFT = -0.70 / TRADING_DAYS;
    private static final double CRISIS_SCALE = 2.0;
    private static final double CRISIS_BEGINS = 1.0 / 720;
    private static final double CRISIS_ENDS = 1.0 / 42;
    private static final double OWN_DEGREES_OF_FREEDOM = 4.5;
    private static final double LARGEST_SHOCK = 8;
    private static final double LARGEST_RETURN = 0.7;
    /** The share of a day's volatility that is travelled within the day, beside the way from close to close. */
    private static final double WITHIN_DAY = 0.8;

    private final long seed;
    private final List<Simulated> instruments;
    private final Factor[] factors = Factor.values();
    private final long[] factorKeys = new long[factors.length];
    private final VolatilityClock[] factorClocks = new VolatilityClock[factors.length];
    private final double[] factorReturns = new double[factors.length];
    private final double[] factorVariances = new double[factors.length];
    private final long[] ownKeys;
    private final VolatilityClock[] ownClocks;
    private final double[][] loadings;
    private final double[] previous;
    private final double[] current;
    private final double[] volatility;
    private boolean crisis;
    private final TradingDays calendar;
    private LocalDate day;

    MarketSimulation(long seed, List<Simulated> instruments, TradingDays calendar) {
        this.seed = seed;
        this.calendar = calendar;
        this.day = calendar.previous(TradingDays.FIRST);
        this.instruments = instruments;
        for (Factor factor : factors) {
            factorKeys[factor.index()] = key("factor:" + factor.name());
            factorClocks[factor.index()] = factor == Factor.MARKET
                    ? new VolatilityClock(0.025, 0.105, 0.905)
                    : new VolatilityClock(0.050, 0.010, 0.930);
        }
        int count = instruments.size();
        ownKeys = new long[count];
        ownClocks = new VolatilityClock[count];
        loadings = new double[count][];
        previous = new double[count];
        current = new double[count];
        volatility = new double[count];
        for (int i = 0; i < count; i++) {
            Simulated instrument = instruments.get(i);
            ownKeys[i] = key("own:" + instrument.listing().symbol());
            ownClocks[i] = new VolatilityClock(0.060, 0.020, 0.900);
            loadings[i] = instrument.loadingVector();
            current[i] = StrictMath.log(instrument.start());
        }
    }

    /** The last day that was simulated. */
    LocalDate day() {
        return day;
    }

    boolean inCrisis() {
        return crisis;
    }

    /** Simulates the next trading day. */
    void advance() {
        day = calendar.next(day);
        double turmoil = drawFactors();
        for (int i = 0; i < current.length; i++) {
            step(i, turmoil);
        }
    }

    void advanceTo(LocalDate last) {
        while (day.isBefore(last)) {
            advance();
        }
    }

    double previousLogPrice(int instrument) {
        return previous[instrument];
    }

    double logPrice(int instrument) {
        return current[instrument];
    }

    /** How far the price wanders within the day, as the standard deviation of a log return. */
    double withinDayVolatility(int instrument) {
        return WITHIN_DAY * volatility[instrument];
    }

    /**
     * The bar of the last simulated day, on the basis of today's shares: it opens where the day before closed, since the
     * market never sleeps.
     */
    Bar bar(int instrument) {
        Listing listing = instruments.get(instrument).listing();
        RandomGenerator random = generator(key("bar:" + listing.symbol()), day);
        double move = current[instrument] - previous[instrument];
        double spread = 2 * withinDayVolatility(instrument) * withinDayVolatility(instrument);
        // the highest point of a Brownian bridge from 0 to move, by inverting its distribution; the lowest likewise
        double highest = (move + StrictMath.sqrt(move * move - spread * StrictMath.log(Variates.uniform(random)))) / 2;
        double lowest = (move - StrictMath.sqrt(move * move - spread * StrictMath.log(Variates.uniform(random)))) / 2;
        double open = StrictMath.exp(previous[instrument]);
        double close = listing.rounded(StrictMath.exp(current[instrument]));
        double shown = listing.rounded(open);
        return new Bar(
                day,
                shown,
                Math.max(Math.max(shown, close), listing.rounded(open * StrictMath.exp(highest))),
                Math.min(Math.min(shown, close), listing.rounded(open * StrictMath.exp(lowest))),
                close,
                volume(listing, random, move, instrument));
    }

    private @Nullable Long volume(Listing listing, RandomGenerator random, double move, int instrument) {
        InstrumentType type = listing.type();
        if (type == InstrumentType.FX || type == InstrumentType.INDEX || type == InstrumentType.FACTOR) {
            return null;
        }
        double usual = 2e8 / instruments.get(instrument).start();
        double stir = Math.abs(move) / Math.max(volatility[instrument], 1e-9);
        return Math.round(usual * StrictMath.exp(0.3 * Variates.normal(random)) * (0.7 + 0.4 * Math.min(stir, 6)));
    }

    /** Draws the day's factor returns and answers how much louder than usual the market is (a ratio of variances). */
    private double drawFactors() {
        RandomGenerator regime = generator(key("regime"), day);
        crisis = crisis ? Variates.uniform(regime) >= CRISIS_ENDS : Variates.uniform(regime) < CRISIS_BEGINS;
        double scale = crisis ? CRISIS_SCALE : 1;
        double marketShock = 0;
        for (Factor factor : factors) {
            int k = factor.index();
            double fresh = shock(factorKeys[k], factor.degreesOfFreedom());
            double rho = factor.marketCorrelation();
            double shock = factor == Factor.MARKET ? fresh : rho * marketShock + Math.sqrt(1 - rho * rho) * fresh;
            double variance = factorClocks[k].variance();
            factorClocks[k].observe(shock);
            double size = factor.dailyVolatility() * Math.sqrt(variance);
            if (factor == Factor.MARKET) {
                marketShock = shock;
                size *= scale;
            }
            factorVariances[k] = size * size;
            factorReturns[k] = size * shock;
        }
        factorReturns[Factor.MARKET.index()] += crisis ? CRISIS_DRIFT : CALM_DRIFT;
        double usual = Factor.MARKET.dailyVolatility() * Factor.MARKET.dailyVolatility();
        return factorVariances[Factor.MARKET.index()] / usual;
    }

    private void step(int i, double turmoil) {
        Simulated instrument = instruments.get(i);
        double move = instrument.annualDrift() / TRADING_DAYS;
        move -= instrument.annualReversion() / TRADING_DAYS * (current[i] - StrictMath.log(instrument.start()));
        double variance = 0;
        double[] loading = loadings[i];
        for (int k = 0; k < loading.length; k++) {
            move += loading[k] * factorReturns[k];
            variance += loading[k] * loading[k] * factorVariances[k];
        }
        if (instrument.ownVolatility() > 0) {
            double shock = shock(ownKeys[i], OWN_DEGREES_OF_FREEDOM);
            double daily = instrument.ownVolatility() / Math.sqrt(TRADING_DAYS);
            double own = daily * daily * ownClocks[i].variance() * (0.65 + 0.35 * Math.min(turmoil, 12));
            ownClocks[i].observe(shock);
            move += Math.sqrt(own) * shock;
            variance += own;
        }
        previous[i] = current[i];
        current[i] += Math.clamp(move, -LARGEST_RETURN, LARGEST_RETURN);
        volatility[i] = Math.sqrt(variance);
    }

    /** The day's Student t shock of a source, with variance 1; the one in a million beyond the limit is cut. */
    private double shock(long key, double degreesOfFreedom) {
        double shock = Variates.unitVarianceStudentT(generator(key, day), degreesOfFreedom);
        return Math.clamp(shock, -LARGEST_SHOCK, LARGEST_SHOCK);
    }

    private static RandomGenerator generator(long key, LocalDate day) {
        return new Philox4x32(key, day.toEpochDay());
    }

    private long key(String source) {
        return key(seed, source);
    }

    /** A key per source of randomness: FNV-1a of its name, stirred with the seed (SplitMix64's finaliser). */
    static long key(long seed, String source) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < source.length(); i++) {
            hash = (hash ^ source.charAt(i)) * 0x100000001b3L;
        }
        long mixed = hash ^ (seed * 0x9E3779B97F4A7C15L);
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
