package io.riskwatch.analytics.leverage;

import static io.riskwatch.quant.performance.Annualisation.TRADING_DAYS;

import io.riskwatch.analytics.analysis.Analysis;
import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.analysis.Run;
import io.riskwatch.analytics.exposure.Exposures;
import io.riskwatch.analytics.report.Basis;
import io.riskwatch.analytics.report.Words;
import io.riskwatch.quant.performance.Volatility;
import io.riskwatch.quant.simulation.Bootstrap;
import io.riskwatch.quant.simulation.GeometricBrownianMotion;
import io.riskwatch.quant.simulation.ReturnModel;
import io.riskwatch.quant.stat.Moments;
import io.riskwatch.quant.stat.Quantile;
import io.riskwatch.quant.stat.QuantileType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Kind {@code leverage}: before one borrows to invest. */
@Component
class LeverageAnalysis implements Analysis {

    private static final int SCHEMA_VERSION = 1;
    private static final double WITHOUT_A_LOAN = 1.5;

    private final Exposures exposures;
    private final JsonMapper json;

    LeverageAnalysis(Exposures exposures, JsonMapper json) {
        this.exposures = exposures;
        this.json = json;
    }

    @Override
    public String kind() {
        return "leverage";
    }

    @Override
    public ObjectNode run(AnalysisJob job, Run run) {
        LeverageParameters parameters = LeverageParameters.of(job.parameters());
        run.reached(5);
        Basis basis = Basis.of(job, exposures, parameters.common(), null, parameters.filled(json), json);
        double invested = Arrays.stream(basis.exposure().weights()).sum();
        if (!(invested > 0)) {
            throw new BadInputException("holdings", "Nothing is invested on balance: there is nothing to borrow for.");
        }
        double[] returns = Arrays.stream(basis.returns()).map(r -> r / invested).toArray();
        run.reached(40);
        double drift = parameters.drift() == null
                ? TRADING_DAYS * Math.log1p(Moments.of(returns).mean())
                : parameters.drift();
        double volatility = parameters.volatility() == null
                ? Volatility.annualised(returns, TRADING_DAYS)
                : parameters.volatility();
        Years years = Years.simulate(
                model(parameters, returns, drift, volatility),
                parameters.interestRate(),
                parameters.paths(),
                basis.seed(),
                run);
        run.reached(95);
        double leverage =
                parameters.leverage() != null ? parameters.leverage() : invested > 1 + 1e-9 ? invested : WITHOUT_A_LOAN;
        double own = basis.value().amount();
        LeverageResult.Borrowed asked = borrowed(leverage, own, parameters, years);
        List<LeverageResult.Borrowed> grid = parameters.grid().stream()
                .map(one -> borrowed(one, own, parameters, years))
                .toList();
        return json.valueToTree(new LeverageResult(
                SCHEMA_VERSION,
                kind(),
                basis.provenance(),
                assumptions(basis, parameters, drift, volatility),
                sentences(basis, asked),
                basis.inputs(),
                drift,
                volatility,
                parameters.paths(),
                asked,
                grid));
    }

    private static ReturnModel model(LeverageParameters parameters, double[] returns, double drift, double volatility) {
        return switch (parameters.model()) {
            case GBM -> {
                if (!(volatility > 0)) {
                    throw new BadInputException(
                            "parameters.model", "What is held never varies, so there is nothing to simulate.");
                }
                yield new GeometricBrownianMotion(drift, volatility);
            }
            case BLOCK_BOOTSTRAP -> Bootstrap.stationary(returns, Math.min(parameters.block(), returns.length));
        };
    }

    private static LeverageResult.Borrowed borrowed(
            double leverage, double own, LeverageParameters parameters, Years years) {
        double loan = leverage - 1;
        double trigger = loan / (1 - parameters.maintenance());
        double[] after = years.ownMoney(leverage);
        int paths = parameters.paths();
        return new LeverageResult.Borrowed(
                leverage,
                leverage * own,
                loan * own,
                1 - trigger / leverage,
                trigger * own,
                loan * Years.simpleInterest(parameters.interestRate()) * own,
                loan * Years.simpleInterest(parameters.interestRate()) / leverage,
                leverage * parameters.initial() <= 1 + 1e-12,
                LeverageResult.Chance.of(years.calls(leverage, parameters.maintenance()), paths),
                LeverageResult.Chance.of(
                        Arrays.stream(after).filter(money -> money < 0).count(), paths),
                new LeverageResult.OwnMoney(
                        own * quantile(after, 0.05), own * quantile(after, 0.5), own * quantile(after, 0.95)));
    }

    private static double quantile(double[] sorted, double share) {
        return Quantile.ofSorted(sorted, share, QuantileType.TYPE_7);
    }

    private static List<String> sentences(Basis basis, LeverageResult.Borrowed asked) {
        Words words = basis.words();
        double own = basis.value().amount();
        List<String> all = new ArrayList<>();
        if (basis.exposure().simulated()) {
            all.add(Words.SIMULATED);
        }
        if (asked.loan() <= 0) {
            all.add("Without a loan there is no margin call.");
            return all;
        }
        all.add("With " + words.money(1) + " of your own and a loan of " + words.money(asked.loan() / own)
                + " you hold " + words.money(asked.leverage()) + ".");
        all.add(
                asked.distanceToCall() > 0
                        ? "Prices can fall " + Words.percent(asked.distanceToCall()) + " before a call (below "
                                + words.money(asked.callBelow() / own) + ")."
                        : "So much borrowed is a call from the first day.");
        all.add("The interest is about " + words.money(asked.interestPerYear() / own)
                + " a year: what you hold must gain " + Words.percent(asked.breakEven()) + " to pay for it.");
        all.add(String.format(
                Locale.ENGLISH,
                "%.1f %% of simulated years have a call (give or take %.1f for the simulation).",
                100 * asked.callShare().value(),
                200 * asked.callShare().standardError()));
        if (!asked.withinInitialMargin()) {
            all.add("A broker who asks for the initial margin assumed would not lend so much.");
        }
        return all;
    }

    private static List<String> assumptions(
            Basis basis, LeverageParameters parameters, double drift, double volatility) {
        List<String> all = new ArrayList<>();
        all.add(
                "Own money is the value of the holdings less loans; what is borrowed is put into the same holdings in the"
                        + " same proportions, brought back to them daily.");
        all.add("A call comes when own money falls below " + Words.percent(parameters.maintenance())
                + " of what is invested (maintenance margin), looked at once a day; on the first day "
                + Words.percent(parameters.initial()) + " is asked (initial margin). Brokers may ask for more.");
        all.add("Interest is " + Words.percent(parameters.interestRate())
                + " a year over 360 days, added to the loan daily; nothing is paid back and nothing sold in a year that is"
                + " held through.");
        all.add(
                switch (parameters.model()) {
                    case GBM ->
                        "What is invested grows by a continuous " + Words.percent(drift)
                                + " a year on average with a volatility of " + Words.percent(volatility)
                                + ", in independent normal days: real markets fall harder.";
                    case BLOCK_BOOTSTRAP ->
                        "Years are stretches of the past, " + parameters.block()
                                + " days long on average, put together anew.";
                });
        all.add("The standard errors are those of " + parameters.paths() + " simulated years, not of the model.");
        all.addAll(basis.windowAssumptions());
        if (basis.exposure().simulated()) {
            all.add("Prices are simulated: the exchange and its companies are fictional.");
        }
        return all;
    }
}
