package io.riskwatch.quant.simulation;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.kernel.Blocks;
import io.riskwatch.quant.kernel.BrownianPaths;
import io.riskwatch.quant.kernel.RandomStream;
import java.util.function.IntConsumer;

/** Many paths of one Brownian motion, block by block. */
final class BrownianSimulation {
    private BrownianSimulation() {}

    static SimulatedPaths of(
            GeometricBrownianMotion model, double start, double years, int steps, int paths, SimulationRun run) {
        Arguments.positive("start", start);
        Arguments.positive("years", years);
        Arguments.atLeast("steps", steps, 1);
        PathBlocks.requireMemory(paths, 2);
        PathBlocks.requireFloatRange("the path", model, start, years);
        float mean = (float) (model.logDrift() * years / steps);
        float deviation = (float) (model.volatility() * Math.sqrt(years / steps));
        int blocks = PathBlocks.of(paths);
        float[] ends = new float[blocks * PathBlocks.SIZE];
        float[] lows = new float[ends.length];
        Blocks.run(
                blocks,
                run.threads(),
                () -> {
                    RandomStream stream = new RandomStream();
                    BrownianPaths walker = new BrownianPaths(run.reduction().balance());
                    return (IntConsumer) block -> {
                        int from = block * PathBlocks.SIZE;
                        stream.begin(run.seed(), block);
                        walker.walk(stream, steps, mean, deviation, ends, lows, from, PathBlocks.SIZE);
                        BrownianPaths.exponentials(ends, from, PathBlocks.SIZE, (float) start);
                        BrownianPaths.exponentials(lows, from, PathBlocks.SIZE, (float) start);
                    };
                },
                run.watch());
        return new SimulatedPaths(new SimulatedValues(ends, paths), new SimulatedValues(lows, paths));
    }
}
