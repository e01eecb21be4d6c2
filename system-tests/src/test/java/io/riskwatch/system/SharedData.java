package io.riskwatch.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real price files that lie beside the checkout where the project is developed and checked, not in a user's clone. */
public final class SharedData {

    private SharedData() {}

    /** The file's bytes; without the folder the test is skipped with a message, which in CI is a failure of the run. */
    public static byte[] read(String name) {
        Path file = Path.of("..", "..", "shared", "data", name); // from the module's folder, where failsafe runs
        Assumptions.assumeTrue(
                Files.isRegularFile(file), () -> "skipped: no ../shared/data/" + name + " beside the checkout");
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
