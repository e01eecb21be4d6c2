package io.riskwatch.quant.kernel;

/**
 * The width of the arithmetic that does the work in this process, chosen once at start: the widest vector the processor prefers,
 * or scalar where the module {@code jdk.incubator.vector} is absent or the system property {@code riskwatch.kernel} is
 * {@code scalar}. Figures of the same width are equal to the last bit; across widths they agree within the tolerance each kernel
 * states.
 */
public enum Lanes {
    SCALAR("scalar"),
    VECTOR_128("vector-128"),
    VECTOR_256("vector-256"),
    VECTOR_512("vector-512");

    private static final Lanes ACTIVE = choose();

    private final String label;

    Lanes(String label) {
        this.label = label;
    }

    /** The width in use; the same for the life of the process. */
    public static Lanes active() {
        return ACTIVE;
    }

    /** Whether the Vector API's kernels do the work. */
    public static boolean vectorised() {
        return ACTIVE != SCALAR;
    }

    /** The name a result carries as {@code provenance.kernel}. */
    public String label() {
        return label;
    }

    private static Lanes choose() {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        if (!present || SCALAR.label.equals(System.getProperty("riskwatch.kernel"))) {
            return SCALAR;
        }
        return switch (PreferredShape.bits()) {
            case 512 -> VECTOR_512;
            case 256 -> VECTOR_256;
            case 128 -> VECTOR_128;
            default -> SCALAR;
        };
    }
}
