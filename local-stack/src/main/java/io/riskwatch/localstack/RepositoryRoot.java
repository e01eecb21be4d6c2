package io.riskwatch.localstack;

import io.riskwatch.localstack.process.StackException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The clone this JVM works in. */
public final class RepositoryRoot {

    private RepositoryRoot() {}

    /** The nearest directory above the working directory that is the root of a clone. */
    public static Path find() {
        Path start = Path.of("").toAbsolutePath();
        for (Path p = start; p != null; p = p.getParent()) {
            if (Files.isDirectory(p.resolve(".mvn")) && Files.isDirectory(p.resolve("local-stack"))) {
                return p;
            }
        }
        throw new StackException("No clone of Riskwatch at or above " + start);
    }
}
