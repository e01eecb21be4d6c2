package io.riskwatch.quant.pricing;

import io.riskwatch.quant.Arguments;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.complex.Complex;

/**
 * Prices under a variance that wanders and returns to its mean: dv = kappa (theta - v) dt + xi sqrt(v) dW, correlated with the
 * price.
 *
 * <p>Call = S e^(-qT) - sqrt(S K) e^(-(r + q) T / 2) / pi x integral over u from 0 of Re(e^(iuk) phi(u - i/2)) / (u^2 + 1/4), k =
 * ln(S / K) + (r - q) T (Lewis), with the characteristic function in the form without branch cuts ("little trap"); puts by
 * parity. Accurate to about 1e-10 of the spot.
 *
 * <p>Sources: S. Heston (1993); A. Lewis, "Option Valuation under Stochastic Volatility" (2000); H. Albrecher et al., "The little
 * Heston trap" (2007).
 *
 * @param initialVariance v0, greater than 0
 * @param reversion kappa, greater than 0
 * @param meanVariance theta, greater than 0
 * @param volatilityOfVariance xi, greater than 0
 * @param correlation rho in [-1, 1]
 */
public record HestonModel(
        double initialVariance,
        double reversion,
        double meanVariance,
        double volatilityOfVariance,
        double correlation) {
    private static final GaussIntegratorFactory GAUSS = new GaussIntegratorFactory();
    private static final int POINTS = 32;
    private static final double NEGLIGIBLE = 1e-16;
    private static final double FARTHEST = 1e6;

    public HestonModel {
        Arguments.positive("initialVariance", initialVariance);
        Arguments.positive("reversion", reversion);
        Arguments.positive("meanVariance", meanVariance);
        Arguments.positive("volatilityOfVariance", volatilityOfVariance);
        Arguments.within("correlation", correlation, -1, 1);
    }

    /** Whether the variance never touches zero: 2 kappa theta is at least xi^2 (Feller). */
    public boolean staysPositive() {
        return 2 * reversion * meanVariance >= volatilityOfVariance * volatilityOfVariance;
    }

    /** The price of a European option. */
    public double price(EuropeanOption option) {
        double years = option.years();
        double growth = (option.rate() - option.dividendYield()) * years;
        double moneyness = Math.log(option.spot() / option.strike()) + growth;
        double integral = 0;
        double from = 0;
        boolean decayed = false;
        while (!decayed && from < FARTHEST) {
            double to = from + (from < 64 ? 4 : 16);
            integral += GAUSS.legendre(POINTS, from, to).integrate(u -> integrand(u, moneyness, years));
            decayed = characteristic(new Complex(to, -0.5), years).abs() / to < NEGLIGIBLE;
            from = to;
        }
        double carried = option.spot() * Math.exp(-option.dividendYield() * years);
        double discounted = option.strike() * Math.exp(-option.rate() * years);
        double call = carried - Math.sqrt(carried * discounted) / Math.PI * integral;
        return option.kind() == OptionKind.CALL ? call : call - carried + discounted;
    }

    private double integrand(double u, double moneyness, double years) {
        Complex phi = characteristic(new Complex(u, -0.5), years);
        double real = phi.getReal() * Math.cos(u * moneyness) - phi.getImaginary() * Math.sin(u * moneyness);
        return real / (u * u + 0.25);
    }

    /** E[exp(i u X)] of X = ln(S_T / F). */
    private Complex characteristic(Complex u, double years) {
        double xi2 = volatilityOfVariance * volatilityOfVariance;
        Complex iu = u.multiply(Complex.I);
        Complex b = iu.multiply(-correlation * volatilityOfVariance).add(reversion);
        Complex d = b.multiply(b).add(iu.add(u.multiply(u)).multiply(xi2)).sqrt();
        // (b - d) / xi^2 and log(...) / xi^2 without the cancellation that a small xi would bring
        Complex minus = iu.add(u.multiply(u)).negate().divide(b.add(d));
        Complex g = minus.multiply(xi2).divide(b.add(d));
        Complex decay = d.multiply(-years).exp();
        Complex one = Complex.ONE;
        Complex gDecay = one.subtract(g.multiply(decay));
        Complex turned = minus.divide(b.add(d)).multiply(one.subtract(decay)).divide(one.subtract(g));
        Complex c = minus.multiply(years)
                .subtract(turned.multiply(logarithmOverArgument(turned.multiply(xi2)))
                        .multiply(2))
                .multiply(reversion * meanVariance);
        Complex v = minus.multiply(one.subtract(decay)).divide(gDecay);
        return c.add(v.multiply(initialVariance)).exp();
    }

    /** log(1 + z) / z, by its series where z is small. */
    private static Complex logarithmOverArgument(Complex z) {
        if (z.abs() > 1e-3) {
            return z.add(1).log().divide(z);
        }
        Complex sum = Complex.ZERO;
        for (int k = 7; k >= 1; k--) {
            sum = sum.multiply(z).negate().add(1.0 / k);
        }
        return sum;
    }
}
