package io.riskwatch.localstack;

import io.riskwatch.localstack.process.RunAs;
import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Temporary directories are 0700. Where the kernel grants no user namespaces, PostgreSQL runs as nobody and has to pass. */
final class Reachable {

    private Reachable() {}

    static Path reachable(Path directory) throws IOException {
        try {
            RunAs.unprivileged(directory);
        } catch (StackException closed) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
        }
        return directory;
    }
}
