package io.riskwatch.quant.methods;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.quant.performance.ActiveReturn;
import io.riskwatch.quant.performance.ActiveReturn.Market;
import io.riskwatch.quant.performance.AnnualReturn;
import io.riskwatch.quant.performance.CalmarRatio;
import io.riskwatch.quant.performance.Drawdowns;
import io.riskwatch.quant.performance.GainDecomposition;
import io.riskwatch.quant.performance.Kelly;
import io.riskwatch.quant.performance.MarketModel;
import io.riskwatch.quant.performance.OmegaRatio;
import io.riskwatch.quant.performance.PartialMoments;
import io.riskwatch.quant.performance.Rolling;
import io.riskwatch.quant.performance.SharpeSignificance;
import io.riskwatch.quant.performance.TrackRecord;
import io.riskwatch.quant.performance.Volatility;
import io.riskwatch.quant.performance.cashflow.Dietz;
import io.riskwatch.quant.performance.cashflow.InternalRate;
import io.riskwatch.quant.performance.cashflow.TimeWeightedReturn;
import io.riskwatch.quant.stat.Quantile;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/methods on performance, to the digits printed there. */
class PerformanceMethodsTest {
    @Test
    void annualReturn() {
        double[] upAndDown = {0.5, -0.5};
        MethodPage.of("annual-return")
                .prints("10.00 %", AnnualReturn.compound(0.21, 504, 252))
                .prints("0.00 %", AnnualReturn.arithmetic(upAndDown, 1))
                .prints("-13.40 %", AnnualReturn.compound(upAndDown, 1));
    }

    @Test
    void calmarRatio() {
        double[] returns = {0.2, -0.25, 0.2};
        MethodPage.of("calmar-ratio")
                .prints("2.60 %", AnnualReturn.compound(returns, 1))
                .prints("-25.00 %", Drawdowns.ofReturns(returns).maximum())
                .prints("0.104", CalmarRatio.of(returns, 1));
    }

    @Test
    void omegaRatio() {
        double[] returns = {0.04, -0.01, 0.02, -0.02};
        MethodPage.of("omega-ratio")
                .prints("2.00", OmegaRatio.of(returns, 0))
                .prints("0.80", OmegaRatio.of(returns, 0.01))
                .prints("0.949 %", OmegaRatio.perPeriod(0.12, 12));
    }

    @Test
    void ulcerPainMartin() {
        double[] returns = {-0.1, 0, 1 / 3.0};
        MethodPage.of("ulcer-pain-martin")
                .prints("8.16 %", Drawdowns.ofReturns(returns).ulcerIndex())
                .prints("6.67 %", Drawdowns.ofReturns(returns).painIndex())
                .prints("6.27 %", AnnualReturn.compound(returns, 1))
                .prints("0.522", TrackRecord.martinRatio(returns, 0.02, 1))
                .prints("0.640", TrackRecord.painRatio(returns, 0.02, 1));
    }

    @Test
    void tailRatio() {
        double[] returns = new double[21];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = (i - 10) * (i < 10 ? 0.01 : 0.02);
        }
        MethodPage.of("tail-ratio")
                .prints("-9.00 %", Quantile.of(returns, 0.05))
                .prints("18.00 %", Quantile.of(returns, 0.95))
                .prints("2.00", TrackRecord.tailRatio(returns));
    }

    @Test
    void trackRecord() {
        double[] returns = {0.10, -0.05, 0.03, 0.04};
        MethodPage.of("track-record")
                .prints("75 %", TrackRecord.hitRate(returns))
                .prints("4.00 %", TrackRecord.meanAbsoluteDeviation(returns))
                .prints("0.128", TrackRecord.stability(returns))
                .prints("1.000", TrackRecord.stability(new double[] {0.02, 0.02, 0.02, 0.02}));
    }

    @Test
    void kelly() {
        MethodPage.of("kelly")
                .prints("1.50", Kelly.fraction(0.08, 0.2, 0.02))
                .prints("6.50 %", Kelly.growth(1.5, 0.08, 0.2, 0.02))
                .prints("5.375 %", Kelly.growth(0.75, 0.08, 0.2, 0.02))
                .prints("2.00 %", Kelly.growth(3, 0.08, 0.2, 0.02))
                .prints("10 %", Kelly.bet(0.55, 1));
    }

    @Test
    void sharpeSignificance() {
        SharpeSignificance ratio = new SharpeSignificance(0.3, -0.5, 4, 36);
        double varianceOfTrials = 0.15 * 0.15;
        MethodPage.of("sharpe-significance")
                .prints("0.1865", ratio.standardError())
                .prints("94.6 %", ratio.probabilityAbove(0))
                .prints("37.6", ratio.minimumTrackRecord(0, 0.95))
                .prints("0.236", SharpeSignificance.expectedBestOf(10, varianceOfTrials))
                .prints("63.4 %", ratio.deflated(10, varianceOfTrials));
    }

    @Test
    void activeReturn() {
        ActiveReturn active =
                ActiveReturn.of(new double[] {0.03, -0.01, 0.04, 0}, new double[] {0.02, -0.02, 0.02, 0.01});
        MethodPage.of("active-return")
                .prints("9.00 %", active.annualised(12))
                .prints("4.36 %", active.trackingError(12))
                .prints("1.258 %", active.trackingError(1))
                .prints("2.06", active.informationRatio(12))
                .prints("75 %", active.hitRate());
    }

    @Test
    void marketModel() {
        double[] portfolio = {0.02, -0.02, 0.05, 0.01};
        double[] benchmark = {0.01, -0.01, 0.03, 0.01};
        MarketModel model = MarketModel.of(portfolio, benchmark, 0.002);
        MethodPage.of("market-model")
                .prints("1.75", model.beta())
                .prints("-0.10 %", model.alphaPerPeriod())
                .prints("-1.20 %", model.annualAlpha(12))
                .prints("-1.19 %", model.compoundAlpha(12))
                .prints("0.990", model.correlation())
                .prints("8.91 %", ActiveReturn.of(portfolio, benchmark).treynorRatio(0.002, 12));
    }

    @Test
    void captureRatio() {
        ActiveReturn active =
                ActiveReturn.of(new double[] {0.03, -0.02, 0.01, -0.01}, new double[] {0.04, -0.05, 0.02, -0.03});
        MethodPage.of("capture-ratio")
                .prints("66.6 %", active.capture(Market.UP))
                .prints("63.0 %", active.annualisedCapture(Market.UP, 12))
                .prints("37.5 %", active.capture(Market.DOWN))
                .prints("42.8 %", active.annualisedCapture(Market.DOWN, 12))
                .prints("1.00", active.beta(Market.UP))
                .prints("0.50", active.beta(Market.DOWN));
    }

    @Test
    void gainDecomposition() {
        GainDecomposition gain = GainDecomposition.of(10, 100, 110, 0.90, 0.95);
        MethodPage.of("gain-decomposition")
                .prints("90.00", gain.price())
                .prints("50.00", gain.currency())
                .prints("5.00", gain.cross())
                .prints("145.00", gain.total());
    }

    @Test
    void timeWeightedReturn() {
        TimeWeightedReturn daily =
                TimeWeightedReturn.daily(new double[] {100, 120, 216}, new double[] {0, 0, 120}, new double[3]);
        MethodPage.of("time-weighted-return")
                .prints("8.00 %", TimeWeightedReturn.betweenFlows(100, new double[] {120}, new double[] {120}, 216))
                .prints("8.00 %", daily.total())
                .prints("20.00 %", daily.returns()[0])
                .prints("-10.00 %", daily.returns()[1])
                .prints(
                        "-1.25 %",
                        InternalRate.irr(new double[] {-100, -120, 216}).rate());
    }

    @Test
    void dietz() {
        MethodPage.of("dietz")
                .prints("4.69 %", Dietz.modified(1000, 1150, new double[] {100}, new int[] {10}, 30))
                .prints("4.76 %", Dietz.simple(1000, 1150, new double[] {100}));
    }

    @Test
    void internalRate() {
        double[] payments = {-100, 60, 60};
        InternalRate oneOfTwo = InternalRate.irr(new double[] {-100, 230, -132});
        assertThat(oneOfTwo.severalSignChanges()).isTrue();
        assertThat(InternalRate.irr(payments).severalSignChanges()).isFalse();
        MethodPage.of("internal-rate")
                .prints("13.07 %", InternalRate.irr(payments).rate())
                .prints("4.13", InternalRate.presentValue(payments, new long[] {0, 365, 730}, 0.1))
                .prints("10.91 %", InternalRate.modified(payments, 0.1, 0.05))
                .prints("10.00 %", oneOfTwo.rate());
    }

    @Test
    void partialMoments() {
        PartialMoments moments = PartialMoments.of(new double[] {0.04, -0.01, 0.02, -0.02}, 0.01);
        MethodPage.of("partial-moments")
                .prints("1.25 %", moments.downsidePotential())
                .prints("1.00 %", moments.upsidePotential())
                .prints("1.80 %", moments.downsideDeviation())
                .prints("1.58 %", moments.upsideRisk())
                .prints("-0.139", moments.kappa2())
                .prints("-0.20", moments.omegaSharpe());
    }

    @Test
    void rollingMeasures() {
        double[] volatilities =
                Rolling.of(new double[] {0.01, 0.03, -0.01, 0.01}, 2, window -> Volatility.annualised(window, 1));
        double[] groups = TrackRecord.compoundedBy(new double[] {0.01, 0.02, 0.03, 0.04}, 3);
        assertThat(volatilities).hasSize(3);
        assertThat(groups).hasSize(2);
        MethodPage.of("rolling-measures")
                .prints("1.41 %", volatilities[0])
                .prints("2.83 %", volatilities[1])
                .prints("1.41 %", volatilities[2])
                .prints("6.11 %", groups[0])
                .prints("4.00 %", groups[1]);
    }
}
