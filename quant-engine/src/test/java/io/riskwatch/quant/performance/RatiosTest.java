package io.riskwatch.quant.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.UndefinedMeasureException;
import org.junit.jupiter.api.Test;

class RatiosTest {
    private static final double[] RETURNS = {0.17, 0.15, 0.23, -0.05, 0.12, 0.09, 0.13, -0.04};

    @Test
    void sortinoMatchesThePublishedExample() {
        // Rollinger and Hoffman (2013): mean 0.10, downside deviation 0.02264, ratio 4.417
        assertThat(Volatility.downside(RETURNS, 0, 1)).isCloseTo(0.02264, within(1e-5));
        assertThat(SortinoRatio.annualised(RETURNS, 0, 1)).isCloseTo(4.417, within(6e-4));
    }

    @Test
    void theVolatilityOfTwoReturnsByHand() {
        assertThat(Volatility.annualised(new double[] {0.01, 0.03}, 252))
                .isCloseTo(Math.sqrt(0.0002) * Math.sqrt(252), within(1e-15));
    }

    @Test
    void sharpeIsTheMeanExcessOverItsDeviation() {
        double[] returns = {0.01, 0.03}; // mean 0.02, deviation 0.01 sqrt(2)
        assertThat(SharpeRatio.annualised(returns, 0.01, 252))
                .isCloseTo(0.01 / (0.01 * Math.sqrt(2)) * Math.sqrt(252), within(1e-12));
        assertThat(SharpeRatio.annualised(returns, new double[] {0.01, 0.01}, 252))
                .isCloseTo(SharpeRatio.annualised(returns, 0.01, 252), within(1e-12));
    }

    @Test
    void ratiosWithoutADenominatorSayWhy() {
        double[] constant = {0.01, 0.01, 0.01};
        assertThatThrownBy(() -> SharpeRatio.annualised(constant, 0, 252))
                .isInstanceOf(UndefinedMeasureException.class)
                .hasMessageContaining("never vary");
        assertThatThrownBy(() -> SortinoRatio.annualised(constant, 0, 252))
                .isInstanceOf(UndefinedMeasureException.class);
        assertThatThrownBy(() -> CalmarRatio.of(constant, 252)).isInstanceOf(UndefinedMeasureException.class);
        assertThatThrownBy(() -> OmegaRatio.of(constant, 0)).isInstanceOf(UndefinedMeasureException.class);
        assertThatThrownBy(() -> MarketModel.of(RETURNS, new double[8], 0))
                .isInstanceOf(UndefinedMeasureException.class)
                .hasMessageContaining("benchmark");
    }

    @Test
    void growthIsAnnualisedByElapsedPeriods() {
        // DOMAIN D3: 100 -> 200 within the 366 days of 2024 is about 99.6 %, not days / 252
        assertThat(AnnualReturn.compound(1.0, 365, 365)).isCloseTo(1, within(1e-15));
        assertThat(AnnualReturn.compound(1.0, 364, 365)).isCloseTo(Math.pow(2, 365 / 364.0) - 1, within(1e-15));
        assertThatThrownBy(() -> AnnualReturn.compound(-1.5, 365, 365)).hasMessageContaining("totalReturn");
    }

    @Test
    void aPortfolioTwiceAsLeveragedHasBetaTwo() {
        double[] doubled = new double[RETURNS.length];
        for (int t = 0; t < doubled.length; t++) {
            doubled[t] = 2 * RETURNS[t] + 0.001;
        }
        MarketModel model = MarketModel.of(doubled, RETURNS, 0);
        assertThat(model.beta()).isCloseTo(2, within(1e-14));
        assertThat(model.alphaPerPeriod()).isCloseTo(0.001, within(1e-15));
        assertThat(model.correlation()).isCloseTo(1, within(1e-14));
    }

    @Test
    void theTrackRecordThatProvesARatioIsTheOneAtWhichTheProbabilityReachesTheConfidence() {
        SharpeSignificance significance = new SharpeSignificance(0.2, -0.5, 5, 60);
        int needed = (int) Math.ceil(significance.minimumTrackRecord(0, 0.95));
        assertThat(new SharpeSignificance(0.2, -0.5, 5, needed).probabilityAbove(0))
                .isGreaterThanOrEqualTo(0.95);
        assertThat(new SharpeSignificance(0.2, -0.5, 5, needed - 1).probabilityAbove(0))
                .isLessThan(0.95);
        assertThatThrownBy(() -> significance.minimumTrackRecord(0.3, 0.95))
                .isInstanceOf(UndefinedMeasureException.class);
        assertThat(SharpeSignificance.of(RETURNS, 0).sharpeRatio())
                .isCloseTo(SharpeRatio.annualised(RETURNS, 0, 1), within(1e-15));
    }

    @Test
    void rollingMeasuresSeeOneWindowAfterAnother() {
        assertThat(Rolling.of(new double[] {0.1, 0.2, 0.3}, 2, r -> AnnualReturn.arithmetic(r, 1)))
                .containsExactly(new double[] {0.15, 0.25}, within(1e-15));
        assertThatThrownBy(() -> Rolling.of(new double[] {0.1}, 2, r -> 0)).hasMessageContaining("window");
    }
}
