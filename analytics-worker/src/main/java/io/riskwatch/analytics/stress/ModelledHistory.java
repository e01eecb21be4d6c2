package io.riskwatch.analytics.stress;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.history.History;
import io.riskwatch.analytics.history.HistoryRequest;
import io.riskwatch.analytics.history.HistorySource;
import io.riskwatch.quant.series.Returns;
import io.riskwatch.quant.stat.Moments;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Price history in which options and bonds without prices of their own have those of their formula: an option over the past of its
 * underlying, its time to the expiry and its volatility standing still, a bond at the yield that is told. Prices of contracts on more
 * than one unit are per contract.
 */
final class ModelledHistory implements HistorySource {

    /** The provider of such prices. */
    static final String PROVIDER = "model";

    private static final double TRADING_DAYS = 252;
    private static final double WORTHLESS = 1e-9;

    private final HistorySource prices;
    private final Map<String, StressParameters.Described> described;
    private final double riskFree;
    private final String baseCurrency;

    ModelledHistory(HistorySource prices, StressParameters parameters, String baseCurrency) {
        this.prices = prices;
        this.described = parameters.classes();
        this.riskFree = parameters.riskFree();
        this.baseCurrency = baseCurrency;
    }

    @Override
    public History fetch(HistoryRequest request) {
        History known = prices.fetch(request);
        if (known.epochDays().length == 0) {
            return known;
        }
        List<History.Series> series = new ArrayList<>(known.series());
        List<double[]> closes = new ArrayList<>();
        for (int column = 0; column < series.size(); column++) {
            closes.add(perContract(series.get(column).symbol(), known.closes()[column]));
        }
        List<String> missing = new ArrayList<>();
        for (String symbol : known.missing()) {
            StressParameters.Described is = described.getOrDefault(symbol, StressParameters.Described.NOT);
            int underlying = is.option() == null ? -1 : known.column(is.option().underlying());
            if (is.option() != null && underlying >= 0) {
                History.Series on = known.series().get(underlying);
                series.add(new History.Series(symbol, on.currency(), PROVIDER, on.simulated()));
                closes.add(option(symbol, is.option(), known, underlying));
            } else if (is.bond() != null && is.bond().yield() != null) {
                series.add(new History.Series(symbol, baseCurrency, PROVIDER, false));
                closes.add(bond(symbol, is.bond(), known));
            } else {
                missing.add(symbol);
            }
        }
        return new History(series, known.epochDays(), closes.toArray(double[][]::new), missing, known.droppedDays());
    }

    private double[] perContract(String symbol, double[] prices) {
        OptionTerms option =
                described.getOrDefault(symbol, StressParameters.Described.NOT).option();
        return option == null || option.multiplier() == 1
                ? prices
                : Arrays.stream(prices)
                        .map(price -> price * option.multiplier())
                        .toArray();
    }

    private double[] option(String symbol, OptionTerms terms, History known, int underlying) {
        LocalDate day = known.date(known.epochDays().length - 1);
        String field = "parameters.classes." + symbol + ".option";
        RepricedOption.requireAlive(terms, day, field);
        double[] spots = known.closes()[underlying];
        double volatility = terms.volatility() == null ? volatility(spots, field) : terms.volatility();
        double years = ChronoUnit.DAYS.between(day, terms.expiry()) / RepricedOption.DAYS_OF_A_YEAR;
        double[] path = new double[spots.length];
        for (int t = 0; t < path.length; t++) {
            path[t] = Double.isNaN(spots[t])
                    ? Double.NaN
                    : terms.multiplier()
                            * RepricedOption.model(
                                    terms,
                                    spots[t],
                                    years,
                                    Math.log1p(riskFree),
                                    volatility,
                                    t == path.length - 1 ? RepricedOption.STEPS : RepricedOption.FEW_STEPS);
            if (path[t] <= WORTHLESS * spots[t]) {
                throw new BadInputException(
                        field,
                        symbol + " has no prices and by its formula is worth nothing on " + known.date(t)
                                + ": there is no return to tell.");
            }
        }
        return path;
    }

    private static double volatility(double[] spots, String field) {
        double[] there =
                Arrays.stream(spots).filter(spot -> !Double.isNaN(spot)).toArray();
        double volatility =
                there.length < 3 ? 0 : Moments.of(Returns.simple(there)).standardDeviation() * Math.sqrt(TRADING_DAYS);
        if (!(volatility > 0)) {
            throw new BadInputException(field, "Its underlying does not vary: tell its volatility.");
        }
        return volatility;
    }

    private static double[] bond(String symbol, BondTerms terms, History known) {
        LocalDate day = known.date(known.epochDays().length - 1);
        double[] path = new double[known.epochDays().length];
        Arrays.fill(
                path,
                RepricedBond.of(terms, day, Double.NaN, "parameters.classes." + symbol + ".bond")
                        .cleanPrice());
        return path;
    }
}
