package io.riskwatch.quant.oracle;

import io.riskwatch.quant.performance.AnnualReturn;
import io.riskwatch.quant.performance.TrackRecord;
import io.riskwatch.quant.performance.cashflow.Dietz;
import io.riskwatch.quant.performance.cashflow.InternalRate;
import io.riskwatch.quant.performance.cashflow.TimeWeightedReturn;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CashflowOracleTest {
    static List<OracleCase> cases() {
        return OracleCases.of("cashflow");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void ratesMatchTheReference(OracleCase one) {
        one.assertMatches(
                switch (one.id()) {
                    case "CF-01" ->
                        Map.of(
                                "xirr",
                                InternalRate.xirr(one.array("cashflows"), days(one))
                                        .rate());
                    case "CF-02" ->
                        Map.of(
                                "xnpv",
                                InternalRate.presentValue(one.array("cashflows"), days(one), one.number("rate")));
                    case "CF-03" -> {
                        double[] flows = one.array("irr");
                        yield Map.of(
                                "irr2",
                                        InternalRate.irr(Arrays.copyOf(flows, 3))
                                                .rate(),
                                "irr4",
                                        InternalRate.irr(Arrays.copyOf(flows, 5))
                                                .rate(),
                                "irr5", InternalRate.irr(flows).rate(),
                                "mirr",
                                        InternalRate.modified(
                                                one.array("mirr"), one.number("finance"), one.number("reinvest")));
                    }
                    case "CF-05" -> history(one);
                    case "CF-06" ->
                        Map.of(
                                "q", TrackRecord.compoundedBy(one.array("monthly"), 3),
                                "cagr3", AnnualReturn.compound(one.array("three_years"), 1));
                    default -> throw new AssertionError("no computation for " + one.id());
                });
    }

    private static long[] days(OracleCase one) {
        return Arrays.stream(one.array("days")).mapToLong(d -> (long) d).toArray();
    }

    private static Map<String, ?> history(OracleCase one) {
        double[][] rows = one.table("flows");
        double start = one.number("start");
        double end = one.number("end");
        int length = one.integer("days");
        double[] flows = Arrays.stream(rows).mapToDouble(r -> r[1]).toArray();
        double[] before = Arrays.stream(rows).mapToDouble(r -> r[2]).toArray();
        int[] flowDays = Arrays.stream(rows).mapToInt(r -> (int) r[0]).toArray();
        double[] payments = new double[flows.length + 2];
        payments[0] = -start;
        payments[payments.length - 1] = end;
        for (int i = 0; i < flows.length; i++) {
            payments[i + 1] = -flows[i];
        }
        long[] paymentDays = LongStream.concat(
                        LongStream.concat(
                                LongStream.of(0), Arrays.stream(flowDays).asLongStream()),
                        LongStream.of(length))
                .toArray();
        return Map.of(
                "twr", TimeWeightedReturn.betweenFlows(start, before, flows, end),
                "modified_dietz", Dietz.modified(start, end, flows, flowDays, length),
                "simple_dietz", Dietz.simple(start, end, flows),
                "xirr", InternalRate.xirr(payments, paymentDays).rate());
    }
}
