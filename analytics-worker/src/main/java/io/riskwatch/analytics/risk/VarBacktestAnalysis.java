package io.riskwatch.analytics.risk;

import io.riskwatch.analytics.analysis.Analysis;
import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.analysis.Run;
import io.riskwatch.analytics.exposure.Exposures;
import io.riskwatch.analytics.report.Basis;
import io.riskwatch.analytics.report.Words;
import io.riskwatch.quant.NumericalFailureException;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.risk.backtest.Coverage;
import io.riskwatch.quant.risk.backtest.TrafficLight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Kind {@code var-backtest}: would the value at risk, told each evening for the next day, have kept its promise? */
@Component
public class VarBacktestAnalysis implements Analysis {

    private static final int SCHEMA_VERSION = 1;

    private final Exposures exposures;
    private final JsonMapper json;

    public VarBacktestAnalysis(Exposures exposures, JsonMapper json) {
        this.exposures = exposures;
        this.json = json;
    }

    @Override
    public String kind() {
        return "var-backtest";
    }

    @Override
    public ObjectNode run(AnalysisJob job, Run run) {
        BacktestParameters asked = BacktestParameters.of(job.parameters(), json);
        run.reached(5);
        Basis basis = Basis.of(job, exposures, asked.common(), null, asked.filled(json), json);
        run.reached(20);
        BacktestParameters parameters = asked.within(basis.returns().length);
        JudgedForecasts judged = judge(basis, parameters, run);
        judged.keep(run);
        TrafficLight light = judged.light();
        var number = judged.number();
        var independence = judged.independence();
        int exceptions = judged.exceptions().count();
        BacktestResult result = new BacktestResult(
                SCHEMA_VERSION,
                kind(),
                basis.provenance(),
                assumptions(basis, parameters),
                sentences(basis, parameters, judged),
                basis.inputs(),
                parameters.method(),
                parameters.confidence(),
                parameters.days(),
                parameters.estimationDays(),
                exceptions,
                parameters.days() * judged.tail(),
                BacktestResult.Kupiec.of(number, parameters.days(), judged.tail()),
                BacktestResult.Christoffersen.of(
                        independence, judged.exceptions().transitions()),
                BacktestResult.CoverageTest.of(Coverage.conditional(number, independence)),
                light.zone(),
                light.cumulativeProbability(),
                judged.plusFactor(),
                judged.chart());
        return json.valueToTree(result);
    }

    /** Each day's forecast knows only the days before it. */
    private static JudgedForecasts judge(Basis basis, BacktestParameters parameters, Run run) {
        double[] returns = basis.returns();
        int first = returns.length - parameters.days();
        double[] forecasts = new double[parameters.days()];
        for (int day = 0; day < forecasts.length; day++) {
            int today = first + day;
            double[] known = Arrays.copyOfRange(returns, today - parameters.estimationDays(), today);
            try {
                forecasts[day] = parameters
                        .method()
                        .measure(new Tails(known, parameters.model(), basis.seed() + day), parameters.confidence(), 1)
                        .valueAtRisk();
            } catch (UndefinedMeasureException | NumericalFailureException e) {
                throw new BadInputException(
                        "parameters.method",
                        "There is no forecast for " + basis.exposure().dates().get(today + 1) + ": " + e.getMessage()
                                + ".");
            }
            run.reached(20 + 75 * (day + 1) / forecasts.length);
        }
        return new JudgedForecasts(
                basis.exposure().dates().subList(first + 1, returns.length + 1),
                Arrays.copyOfRange(returns, first, returns.length),
                forecasts,
                parameters.confidence());
    }

    private static List<String> assumptions(Basis basis, BacktestParameters parameters) {
        List<String> all = basis.assumptions();
        all.add("Each day's value at risk is estimated from the " + parameters.estimationDays()
                + " returns before it, by the method " + parameters.method()
                + "; an exception is a loss greater than it.");
        all.add("Tests reject at a significance of 5 %. The Basel zone follows the probability of at most that many"
                + " exceptions: below 95 % green, below 99.99 % yellow, else red.");
        if (basis.exposure().simulated()) {
            all.add("Prices are simulated: the exchange and its companies are fictional.");
        }
        return all;
    }

    private static List<String> sentences(Basis basis, BacktestParameters parameters, JudgedForecasts judged) {
        List<String> sentences = new ArrayList<>();
        if (basis.exposure().simulated()) {
            sentences.add(Words.SIMULATED);
        }
        int exceptions = judged.exceptions().count();
        sentences.add(String.format(
                Locale.ENGLISH,
                "On %d of the last %d days you would have lost more than the value at risk told the evening before;"
                        + " %.1f such days were to be expected.",
                exceptions,
                parameters.days(),
                parameters.days() * judged.tail()));
        sentences.add(number(judged));
        if (exceptions > 1) {
            sentences.add(
                    judged.independence().rejects(0.05)
                            ? "The bad days come in a row, so after one the next is likelier than the figure says."
                            : "The bad days do not come in a row more often than chance would have it.");
        }
        sentences.add("By the supervisors' colours this is "
                + judged.light().zone().name().toLowerCase(Locale.ENGLISH) + ".");
        int last = parameters.days() - 1;
        sentences.add("For the last day, " + judged.dates().get(last) + ", the announced loss was "
                + basis.words().amount(judged.valueAtRisk()[last]) + "; the day brought "
                + basis.words().amount(judged.returns()[last]) + ".");
        return sentences;
    }

    private static String number(JudgedForecasts judged) {
        if (!judged.number().rejects(0.05)) {
            return "That is near enough to what was promised for so few days.";
        }
        return judged.exceptions().rate() > judged.tail()
                ? "That is too many to be chance: the figure promises too little loss."
                : "That is too few to be chance: the figure promises too much loss.";
    }
}
