package io.riskwatch.quant.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.pricing.AmericanOption;
import io.riskwatch.quant.pricing.Bond;
import io.riskwatch.quant.pricing.DayCount;
import io.riskwatch.quant.pricing.EuropeanOption;
import io.riskwatch.quant.pricing.HestonModel;
import io.riskwatch.quant.pricing.MertonJumpModel;
import io.riskwatch.quant.pricing.OptionKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class PricingOracleTest {
    static List<OracleCase> cases() {
        return Stream.concat(OracleCases.of("options").stream(), OracleCases.of("bonds").stream())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void pricesMatchTheReference(OracleCase one) {
        one.assertMatches(
                switch (one.id()) {
                    case "OPN-01", "OPN-04" -> Map.of("price", european(one.input("options")));
                    case "OPN-03" -> Map.of("value", greeks(one.input("rows")));
                    case "OPN-05" -> Map.of("price", american(one));
                    case "OPN-07" -> heston(one);
                    case "OPN-09" -> Map.of("price", jumps(one.table("rows")));
                    case "BND-01" -> excel(one);
                    case "BND-02" -> Map.of("rows", bonds(one.table("rows")));
                    default -> throw new AssertionError("no computation for " + one.id());
                });
    }

    /** type, strike, spot, q, r, T, vol; every price must give its volatility back. */
    private static double[] european(JsonNode rows) {
        return rows.valueStream()
                .mapToDouble(row -> {
                    EuropeanOption option = option(row, 0);
                    double volatility = row.get(6).asDouble();
                    double price = option.price(volatility);
                    assertThat(option.impliedVolatility(price)).isCloseTo(volatility, within(1e-9));
                    return price;
                })
                .toArray();
    }

    private static EuropeanOption option(JsonNode row, int at) {
        return new EuropeanOption(
                row.get(at).asString().equals("c") ? OptionKind.CALL : OptionKind.PUT,
                row.get(at + 2).asDouble(),
                row.get(at + 1).asDouble(),
                row.get(at + 4).asDouble(),
                row.get(at + 3).asDouble(),
                row.get(at + 5).asDouble());
    }

    private static double[] greeks(JsonNode rows) {
        return rows.valueStream()
                .mapToDouble(row -> {
                    EuropeanOption option = option(row, 1);
                    double v = row.get(7).asDouble();
                    return switch (row.get(0).asString()) {
                        case "delta" -> option.delta(v);
                        case "elasticity" -> option.elasticity(v);
                        case "gamma" -> option.gamma(v);
                        case "vega" -> option.vega(v);
                        case "theta" -> option.theta(v);
                        case "theta_day" -> option.theta(v) / 365;
                        case "rho" -> option.rho(v);
                        case "divrho" -> option.dividendRho(v);
                        default -> throw new AssertionError(row.get(0));
                    };
                })
                .toArray();
    }

    /** Spot, volatility, years. The simulation is judged against the tree on a few rows. */
    private static double[] american(OracleCase one) {
        double[][] rows = one.table("rows");
        AmericanOption[] options = Arrays.stream(rows)
                .map(row -> new AmericanOption(
                        new EuropeanOption(OptionKind.PUT, row[0], one.number("K"), one.number("r"), 0, row[2]),
                        row[1]))
                .toArray(AmericanOption[]::new);
        // the table allows exercise on 50 dates a year
        double[] tree = Arrays.stream(options)
                .mapToDouble(o -> o.onTree((int) (50 * o.european().years()), 20))
                .toArray();
        for (int k = 0; k < rows.length; k += 7) {
            AmericanOption.Simulated simulated = options[k].byRegression(20_000, (int) (50 * rows[k][2]), 7);
            assertThat(simulated.price()).isCloseTo(tree[k], within(3 * simulated.standardError() + 0.02));
        }
        return tree;
    }

    private static Map<String, ?> heston(OracleCase one) {
        HestonModel model = new HestonModel(
                one.number("v0"), one.number("kappa"), one.number("theta"), one.number("sigma"), one.number("rho"));
        return Map.of(
                "call", strikes(one, model, OptionKind.CALL),
                "put", strikes(one, model, OptionKind.PUT));
    }

    private static double[] strikes(OracleCase one, HestonModel model, OptionKind kind) {
        return Arrays.stream(one.array("strikes"))
                .map(k -> model.price(new EuropeanOption(
                        kind, one.number("S"), k, one.number("r"), one.number("q"), one.number("T"))))
                .toArray();
    }

    private static double[] jumps(double[][] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> MertonJumpModel.ofTotal(0.25, row[3], row[2])
                        .price(new EuropeanOption(OptionKind.CALL, 100, row[0], 0.08, 0, row[1])))
                .toArray();
    }

    private static Map<String, ?> excel(OracleCase one) {
        JsonNode price = one.input("price");
        JsonNode yield = one.input("yld");
        JsonNode first = one.input("duration");
        JsonNode second = one.input("duration2");
        return Map.of(
                "price", bond(price).cleanPrice(price.get(3).asDouble()),
                "yld", bond(yield).yieldAt(yield.get(3).asDouble()),
                "duration", bond(first).macaulayDuration(first.get(3).asDouble()),
                "mduration", bond(first).modifiedDuration(first.get(3).asDouble()),
                "duration2", bond(second).macaulayDuration(second.get(3).asDouble()));
    }

    private static Bond bond(JsonNode row) {
        DayCount basis = row.get(5).asInt() == 0 ? DayCount.THIRTY_360_US : DayCount.ACTUAL_ACTUAL;
        return Bond.of(
                LocalDate.parse(row.get(0).asString()),
                LocalDate.parse(row.get(1).asString()),
                row.get(2).asDouble(),
                100,
                row.get(4).asInt(),
                basis);
    }

    private static List<double[]> bonds(double[][] rows) {
        List<double[]> values = new ArrayList<>();
        IntStream.range(0, rows.length).forEach(k -> {
            double[] row = rows[k];
            Bond bond = Bond.ofYears((int) row[2], row[0], 100, (int) row[3]);
            double y = row[1];
            assertThat(bond.yieldAt(bond.cleanPrice(y))).isCloseTo(y, within(1e-12));
            values.add(new double[] {
                bond.cleanPrice(y), bond.macaulayDuration(y), bond.modifiedDuration(y), bond.convexity(y)
            });
        });
        return values;
    }
}
