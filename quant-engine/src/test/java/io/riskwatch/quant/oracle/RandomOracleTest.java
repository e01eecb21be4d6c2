package io.riskwatch.quant.oracle;

import io.riskwatch.quant.distribution.ChiSquared;
import io.riskwatch.quant.distribution.Normal;
import io.riskwatch.quant.random.Mt19937;
import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.random.SobolSequence;
import io.riskwatch.quant.random.SplitMix64;
import io.riskwatch.quant.random.Xoshiro256PlusPlus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class RandomOracleTest {
    static List<OracleCase> cases() {
        return OracleCases.of("rng");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void generatorsGiveTheKnownNumbers(OracleCase one) {
        one.assertMatches(
                switch (one.id()) {
                    case "RNG-01" -> Map.of("out", philox(one.input("ctr"), one.input("key")));
                    case "RNG-03" -> {
                        long[] s = longs(one.input("seed"));
                        yield Map.of("out", hex(new Xoshiro256PlusPlus(s[0], s[1], s[2], s[3]), one));
                    }
                    case "RNG-05" ->
                        Map.of(
                                "out",
                                hex(
                                        new SplitMix64(Long.parseUnsignedLong(
                                                one.input("seed").asString(), 16)),
                                        one));
                    case "RNG-06" -> {
                        Mt19937 twister = new Mt19937(one.integer("seed"));
                        int last = 0;
                        for (int i = 0; i < one.integer("n"); i++) {
                            last = twister.nextInt();
                        }
                        yield Map.of("value", Integer.toUnsignedLong(last));
                    }
                    case "RNG-07" -> {
                        SobolSequence sobol = new SobolSequence(one.integer("dim"));
                        yield Map.of(
                                "points",
                                IntStream.range(0, one.integer("n"))
                                        .mapToObj(i -> sobol.next())
                                        .toArray());
                    }
                    case "RNG-09" -> {
                        SobolSequence sobol = new SobolSequence(1);
                        sobol.next();
                        yield Map.of(
                                "x",
                                IntStream.range(0, one.integer("n"))
                                        .mapToDouble(i -> sobol.next()[0])
                                        .toArray());
                    }
                    case "RNG-10" ->
                        Map.of(
                                "x",
                                Arrays.stream(one.array("p"))
                                        .map(Normal::quantile)
                                        .toArray());
                    case "RNG-12" -> bands(one.number("n"), one.number("bins"));
                    default -> throw new AssertionError("no computation for " + one.id());
                });
    }

    /** Two-sided 0.1 % bands of the checks that {@code GeneratorQualityTest} applies to every generator. */
    static Map<String, Double> bands(double n, double bins) {
        ChiSquared chiSquared = new ChiSquared(bins - 1);
        return Map.of(
                "mean_se", Math.sqrt(1 / 12.0 / n),
                "var_se", Math.sqrt(1 / 180.0 / n),
                "chi2_lo", chiSquared.quantile(0.0005),
                "chi2_hi", chiSquared.quantile(0.9995),
                "ks_999", Math.sqrt(-0.5 * Math.log(0.001 / 2)) / Math.sqrt(n),
                "serial_se", 1 / Math.sqrt(n),
                "normal_kurt_se", Math.sqrt(24 / n),
                "normal_skew_se", Math.sqrt(6 / n));
    }

    private static List<List<String>> philox(JsonNode counters, JsonNode keys) {
        List<List<String>> out = new ArrayList<>();
        for (int i = 0; i < counters.size(); i++) {
            int[] block = Philox4x32.block(ints(counters.get(i)), ints(keys.get(i)));
            out.add(Arrays.stream(block).mapToObj(w -> "%08x".formatted(w)).toList());
        }
        return out;
    }

    private static int[] ints(JsonNode words) {
        return IntStream.range(0, words.size())
                .map(i -> Integer.parseUnsignedInt(words.get(i).asString(), 16))
                .toArray();
    }

    private static long[] longs(JsonNode words) {
        return IntStream.range(0, words.size())
                .mapToLong(i -> Long.parseUnsignedLong(words.get(i).asString(), 16))
                .toArray();
    }

    private static List<String> hex(RandomGenerator generator, OracleCase one) {
        return IntStream.range(0, one.expected().get("out").size())
                .mapToObj(i -> "%016x".formatted(generator.nextLong()))
                .toList();
    }
}
