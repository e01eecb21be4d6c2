package io.riskwatch.quant.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.pricing.AmericanOption;
import io.riskwatch.quant.pricing.Bond;
import io.riskwatch.quant.pricing.DayCount;
import io.riskwatch.quant.pricing.EuropeanOption;
import io.riskwatch.quant.pricing.HestonModel;
import io.riskwatch.quant.pricing.MertonJumpModel;
import io.riskwatch.quant.pricing.OptionKind;
import io.riskwatch.quant.simulation.JumpDiffusion;
import io.riskwatch.quant.simulation.StochasticVariance;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/methods on options and bonds, to the digits printed there. */
class PricingMethodsTest {
    private static final EuropeanOption CALL = new EuropeanOption(OptionKind.CALL, 100, 100, 0.05, 0, 1);
    private static final EuropeanOption PUT = new EuropeanOption(OptionKind.PUT, 100, 100, 0.05, 0, 1);

    @Test
    void blackScholes() {
        MethodPage.of("black-scholes")
                .prints("10.45", CALL.price(0.2))
                .prints("5.57", PUT.price(0.2))
                .prints("4.88", CALL.price(0.2) - PUT.price(0.2))
                .prints("0.637", CALL.delta(0.2))
                .prints("-0.363", PUT.delta(0.2))
                .prints("0.0188", CALL.gamma(0.2))
                .prints("37.52", CALL.vega(0.2))
                .prints("-6.41", CALL.theta(0.2))
                .prints("53.23", CALL.rho(0.2))
                .prints("6.09", CALL.elasticity(0.2));
    }

    @Test
    void impliedVolatility() {
        assertThatThrownBy(() -> CALL.impliedVolatility(4)).isInstanceOf(UndefinedMeasureException.class);
        MethodPage.of("implied-volatility")
                .prints("10.45", CALL.price(0.2))
                .prints("12.34", CALL.price(0.25))
                .prints("24.11 %", CALL.impliedVolatility(12))
                .prints("4.88", CALL.price(0));
    }

    @Test
    void americanOption() {
        EuropeanOption european = new EuropeanOption(OptionKind.PUT, 36, 40, 0.06, 0, 1);
        AmericanOption american = new AmericanOption(european, 0.2);
        AmericanOption.Simulated simulated = american.byRegression(20_000, 50, 1);
        MethodPage.of("american-option")
                .prints("3.844", european.price(0.2))
                .prints("4.487", american.onTree(1000))
                .prints("4.478", american.onTree(50, 20))
                .prints("4.49", simulated.price())
                .prints("0.013", simulated.standardError());
    }

    @Test
    void heston() {
        HestonModel model = new HestonModel(0.04, 2, 0.04, 0.5, -0.7);
        assertThat(model.staysPositive()).isFalse();
        MethodPage page = MethodPage.of("heston");
        String[][] printed = {{"21.81", "23.03 %", "21.19"}, {"7.19", "18.05 %", "7.97"}, {"0.80", "14.54 %", "2.15"}};
        for (int i = 0; i < printed.length; i++) {
            EuropeanOption call = new EuropeanOption(OptionKind.CALL, 100, 80 + 20 * i, 0, 0, 1);
            double price = model.price(call);
            page.prints(printed[i][0], price)
                    .prints(printed[i][1], call.impliedVolatility(price))
                    .prints(printed[i][2], call.price(0.2));
        }
        page.prints("0.0468", new StochasticVariance(0, 0.09, 2, 0.04, 0.5, -0.7).varianceMean(1));
    }

    @Test
    void mertonJumps() {
        MertonJumpModel model = new MertonJumpModel(0.15, 0.5, -0.1, 0.15);
        EuropeanOption near = new EuropeanOption(OptionKind.PUT, 100, 100, 0, 0, 0.25);
        EuropeanOption far = new EuropeanOption(OptionKind.PUT, 100, 80, 0, 0, 0.25);
        JumpDiffusion simulated = new JumpDiffusion(0, 0.15, 1, -0.05, 0.1);
        MethodPage.of("merton-jumps")
                .prints("3.58", model.price(near))
                .prints("2.99", near.price(0.15))
                .prints("0.246", model.price(far))
                .prints("0.003", far.price(0.15))
                .prints("26.97 %", far.impliedVolatility(model.price(far)))
                .prints("18.71 %", Math.sqrt(simulated.logVariance(1)))
                .prints("-0.248", simulated.logSkewness(1))
                .prints("0.372", simulated.logExcessKurtosis(1))
                .prints("4.47", simulated.logExcessKurtosis(1 / 12.0));
    }

    @Test
    void bond() {
        Bond bond = Bond.ofYears(3, 0.05, 100, 1);
        LocalDate settlement = LocalDate.of(2026, 4, 1);
        LocalDate maturity = LocalDate.of(2029, 1, 1);
        MethodPage.of("bond")
                .prints("97.33", bond.cleanPrice(0.06))
                .prints("2.857", bond.macaulayDuration(0.06))
                .prints("2.696", bond.modifiedDuration(0.06))
                .prints("10.00", bond.convexity(0.06))
                .prints("94.75", bond.cleanPrice(0.07))
                .prints("-2.65 %", bond.cleanPrice(0.07) / bond.cleanPrice(0.06) - 1)
                .prints("-2.65 %", -0.01 * bond.modifiedDuration(0.06) + 0.5 * 0.0001 * bond.convexity(0.06))
                .prints("6 %", bond.yieldAt(bond.cleanPrice(0.06)))
                .prints(
                        "1.500",
                        Bond.of(settlement, maturity, 0.06, 100, 2, DayCount.THIRTY_360_US)
                                .accrued())
                .prints(
                        "1.492",
                        Bond.of(settlement, maturity, 0.06, 100, 2, DayCount.ACTUAL_ACTUAL)
                                .accrued());
    }
}
