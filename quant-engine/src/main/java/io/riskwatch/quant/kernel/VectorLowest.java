package io.riskwatch.quant.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link LowestValues}' scan on the Vector API: what passes is pressed together by one instruction. Only AVX-512 has it for floats and
 * for ints; narrower machines are as fast without.
 */
final class VectorLowest {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_512;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_512;
    private static final int WIDTH = FLOATS.length();

    private VectorLowest() {}

    static int passing(float[] values, int size, float most, float[] candidates, int[] places) {
        IntVector numbers = IntVector.zero(INTS).addIndex(1);
        int found = 0;
        int i = 0;
        for (int end = size - WIDTH; i <= end; i += WIDTH) {
            FloatVector x = FloatVector.fromArray(FLOATS, values, i);
            VectorMask<Float> passes = x.compare(VectorOperators.LE, most);
            x.compress(passes).intoArray(candidates, found);
            numbers.compress(passes.cast(INTS)).intoArray(places, found);
            found += passes.trueCount();
            numbers = numbers.add(WIDTH);
        }
        return LowestValues.passing(values, i, size, most, candidates, places, found);
    }
}
