package io.riskwatch.quant.kernel;

import jdk.incubator.vector.VectorShape;

/** Asks the Vector API for the processor's width; a class of its own, since it cannot be loaded where the module is absent. */
final class PreferredShape {
    private PreferredShape() {}

    static int bits() {
        return VectorShape.preferredShape().vectorBitSize();
    }
}
