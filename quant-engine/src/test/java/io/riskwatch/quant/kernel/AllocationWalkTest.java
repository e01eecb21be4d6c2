package io.riskwatch.quant.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.random.Variates;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class AllocationWalkTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    @Property(tries = 40)
    void theScalarTwinAgreesWithTheVectorKernel(
            @ForAll @LongRange(min = 0) long seed,
            @ForAll boolean entryCosts,
            @ForAll boolean bands,
            @ForAll @IntRange(min = 2, max = 11) int assets) {
        assumeTrue(Lanes.vectorised(), "jdk.incubator.vector is absent: nothing to compare the scalar twin with");
        int lanes = AllocationWalk.lanes();
        Philox4x32 random = new Philox4x32(seed, 0);
        double[] growths = new double[300 * assets];
        Arrays.setAll(growths, i -> Math.exp(0.02 * Variates.normal(random)));
        double[] targets = new double[assets * lanes];
        Arrays.fill(targets, 1.0 / assets);
        double[] every = new double[lanes];
        double[] tolerances = new double[lanes];
        double[] shifts = new double[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            double moved = 0.8 / assets * Variates.uniform(random);
            targets[lane] += moved;
            targets[lanes + lane] -= moved;
            every[lane] = lane % 2 == 0 ? 5 + lane : INF;
            tolerances[lane] = bands && lane % 2 == 1 ? 0.01 * lane : INF;
            shifts[lane] = 1e-4 * lane;
        }
        AllocationWalk all = AllocationWalk.through(
                new AllocationWalk.Variants(growths, targets, every, tolerances, shifts, 0.003, entryCosts));
        for (int lane = 0; lane < lanes; lane++) {
            double[] own = new double[assets];
            for (int i = 0; i < assets; i++) {
                own[i] = targets[i * lanes + lane];
            }
            AllocationWalk one = AllocationWalk.through(new AllocationWalk.Variants(
                    growths,
                    own,
                    new double[] {every[lane]},
                    new double[] {tolerances[lane]},
                    new double[] {shifts[lane]},
                    0.003,
                    entryCosts));
            assertThat(all.isDoubtful(lane)).isEqualTo(one.isDoubtful(0)).isFalse();
            assertThat(all.wealth(lane)).isCloseTo(one.wealth(0), within(1e-12));
            assertThat(all.sum(lane)).isCloseTo(one.sum(0), within(1e-12));
            assertThat(all.sumOfSquares(lane)).isCloseTo(one.sumOfSquares(0), within(1e-12));
            assertThat(all.leastOfPeak(lane)).isCloseTo(one.leastOfPeak(0), within(1e-12));
            assertThat(all.turnover(lane)).isCloseTo(one.turnover(0), within(1e-12));
        }
    }

    @Test
    void aWeightOnItsBandAndValuesBeyondDoublesAreDoubtful() {
        assertThat(oneAsset(0.5, new double[] {2, 1, 1, 1}, 1.0 / 6).isDoubtful(0))
                .isTrue();
        assertThat(oneAsset(0.5, new double[] {2, 1, 1, 1}, 0.1).isDoubtful(0)).isFalse();
        assertThat(oneAsset(0.5, new double[] {0, 0, 1, 1}, INF).isDoubtful(0)).isTrue();
        assertThat(oneAsset(0.5, new double[] {1e250, 1, 1, 1}, INF).isDoubtful(0))
                .isTrue();
    }

    private static AllocationWalk oneAsset(double weight, double[] growths, double tolerance) {
        return AllocationWalk.through(new AllocationWalk.Variants(
                growths,
                new double[] {weight, 1 - weight},
                new double[] {INF},
                new double[] {tolerance},
                new double[1],
                0,
                false));
    }
}
