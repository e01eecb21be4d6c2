package io.riskwatch.analytics.optimization;

import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.AnalysisJob.Holding;
import io.riskwatch.analytics.analysis.AnalysisJob.Lot;
import io.riskwatch.analytics.analysis.AnalysisJob.LotMethod;
import io.riskwatch.analytics.optimization.TradeList.Action;
import io.riskwatch.analytics.optimization.TradeList.Trade;
import io.riskwatch.analytics.report.Basis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the trades would realise under each lot method, from the lots the job carries. A sale closes what is owned, a purchase what is
 * sold short; what it opens realises nothing. The day of the trades is the window's last.
 *
 * @param trades the same, with their gains where they are known
 * @param totals of all trades that close something; empty when a gain of one of them is not known
 * @param absent why gains are missing, by the name of the figure
 * @param merged how many lots were put together for want of room, over all holdings that are traded
 */
record RealisedGains(List<Trade> trades, List<RealisedGain> totals, Map<String, String> absent, int merged) {

    /** Held for more is long-term, as in the ledger. */
    private static final int LONG_TERM_DAYS = 365;

    private static final double SAME = 1e-9;

    /** The gains of the trades. */
    static RealisedGains of(AnalysisJob job, Basis basis, List<Trade> trades) {
        Map<String, String> absent = new TreeMap<>();
        Map<String, Holding> lots = withLots(job);
        if (lots.isEmpty()) {
            absent.put(
                    "realisedGains",
                    "The lots the holdings were bought in are not known: ask from a portfolio with a ledger.");
            return new RealisedGains(trades, List.of(), absent, 0);
        }
        Double worth = basis.exposure().worth();
        if (worth == null || Math.abs(worth - basis.value().amount()) > SAME * worth) {
            absent.put(
                    "realisedGains",
                    "The value was given and is not what is held, so that the shares traded are not those of the lots.");
            return new RealisedGains(trades, List.of(), absent, 0);
        }
        return told(trades, lots, basis.exposure().lastDay(), absent);
    }

    private static Map<String, Holding> withLots(AnalysisJob job) {
        Map<String, Holding> lots = new TreeMap<>();
        if (job.holdings() != null) {
            job.holdings().stream()
                    .filter(holding -> holding.lots() != null && holding.quantity() != null)
                    .forEach(holding -> lots.put(holding.symbol(), holding));
        }
        return lots;
    }

    private static RealisedGains told(
            List<Trade> trades, Map<String, Holding> lots, LocalDate day, Map<String, String> absent) {
        List<Trade> told = new ArrayList<>();
        Map<LotMethod, RealisedGain> totals = new TreeMap<>();
        List<String> unknown = new ArrayList<>();
        int merged = 0;
        for (int i = 0; i < trades.size(); i++) {
            Trade trade = trades.get(i);
            Holding holding = lots.get(trade.symbol());
            List<RealisedGain> gains = holding == null ? List.of() : ofTrade(trade, holding, day);
            told.add(gains.isEmpty() ? trade : trade.with(gains));
            gains.forEach(gain -> totals.merge(gain.lotMethod(), gain, RealisedGain::and));
            if (gains.size() < LotMethod.values().length && closes(trade, holding)) {
                unknown.add(trade.symbol());
                absent.put("trades." + i + ".realisedGains", reason(holding));
            }
            merged += gains.isEmpty() ? 0 : mergedLots(holding);
        }
        if (!unknown.isEmpty()) {
            absent.put("realisedGains", "Not all gains of " + String.join(", ", unknown) + " are known.");
        }
        return new RealisedGains(
                List.copyOf(told), unknown.isEmpty() ? List.copyOf(totals.values()) : List.of(), absent, merged);
    }

    private static boolean closes(Trade trade, @Nullable Holding holding) {
        if (holding == null) {
            return trade.action() == Action.SELL;
        }
        int side = Objects.requireNonNull(holding.quantity()).signum();
        return side == (trade.action() == Action.SELL ? 1 : -1);
    }

    private static String reason(@Nullable Holding holding) {
        if (holding == null) {
            return "The lots it was bought in are not known.";
        }
        boolean rateUnknown =
                lots(holding, LotMethod.FIFO).stream().anyMatch(lot -> lot.cost() == null && lot.localCost() != null);
        return rateUnknown
                ? "The exchange rate of a day on which it was bought is not known."
                : "What a lot of it has cost is not known to the ledger.";
    }

    private static int mergedLots(@Nullable Holding holding) {
        return holding == null
                ? 0
                : lots(holding, LotMethod.FIFO).stream()
                        .mapToInt(lot -> Objects.requireNonNullElse(lot.merged(), 0))
                        .sum();
    }

    private static List<Lot> lots(Holding holding, LotMethod method) {
        Map<LotMethod, List<Lot>> lots = Objects.requireNonNull(holding.lots());
        return Optional.ofNullable(lots.get(method)).orElseGet(() -> Objects.requireNonNull(lots.get(LotMethod.FIFO)));
    }

    private static List<RealisedGain> ofTrade(Trade trade, Holding holding, LocalDate day) {
        if (!closes(trade, holding)) {
            return List.of();
        }
        List<RealisedGain> gains = new ArrayList<>();
        for (LotMethod method : LotMethod.values()) {
            gain(trade, holding, method, day).ifPresent(gains::add);
        }
        return gains;
    }

    private static Optional<RealisedGain> gain(Trade trade, Holding holding, LotMethod method, LocalDate day) {
        boolean owned = trade.action() == Action.SELL;
        List<Lot> lots = lots(holding, method).stream()
                .map(owned ? lot -> lot : RealisedGains::magnitude)
                .toList();
        BigDecimal held = Objects.requireNonNull(holding.quantity()).abs();
        BigDecimal traded = shares(trade.shares(), held);
        BigDecimal money = BigDecimal.valueOf(trade.amount() + (owned ? -trade.cost() : trade.cost()));
        BigDecimal closing = traded.min(held);
        List<Lot> taken = LotMatching.take(method, lots, closing);
        if (taken.stream().anyMatch(lot -> lot.cost() == null)) {
            return Optional.empty();
        }
        BigDecimal itsMoney = LotMatching.share(money, closing, traded);
        return Optional.of(sum(method, taken, LotMatching.apportioned(itsMoney, taken), owned, day));
    }

    /** What was sold short, as what it brought. */
    private static Lot magnitude(Lot lot) {
        return new Lot(
                lot.acquired(),
                lot.quantity().negate(),
                lot.cost() == null ? null : lot.cost().negate(),
                lot.localCost() == null ? null : lot.localCost().negate(),
                lot.merged());
    }

    /** A position that is given up is traded with its fraction, which came here through a share of the value. */
    private static BigDecimal shares(double traded, BigDecimal held) {
        return Math.abs(traded - held.doubleValue()) <= SAME * held.doubleValue() ? held : BigDecimal.valueOf(traded);
    }

    private static RealisedGain sum(
            LotMethod method, List<Lot> taken, List<BigDecimal> money, boolean owned, LocalDate day) {
        BigDecimal proceeds = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        BigDecimal shortTerm = BigDecimal.ZERO;
        BigDecimal longTerm = BigDecimal.ZERO;
        for (int i = 0; i < taken.size(); i++) {
            Lot lot = taken.get(i);
            BigDecimal lotMoney = Objects.requireNonNull(lot.cost());
            BigDecimal received = owned ? money.get(i) : lotMoney;
            BigDecimal paid = owned ? lotMoney : money.get(i);
            proceeds = proceeds.add(received);
            cost = cost.add(paid);
            BigDecimal gain = received.subtract(paid);
            if (ChronoUnit.DAYS.between(lot.acquired(), day) > LONG_TERM_DAYS) {
                longTerm = longTerm.add(gain);
            } else {
                shortTerm = shortTerm.add(gain);
            }
        }
        return new RealisedGain(
                method,
                proceeds.doubleValue(),
                cost.doubleValue(),
                proceeds.subtract(cost).doubleValue(),
                shortTerm.doubleValue(),
                longTerm.doubleValue());
    }
}
