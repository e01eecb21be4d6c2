package io.riskwatch.localstack.platform;

import io.riskwatch.localstack.process.Commands;
import io.riskwatch.localstack.process.StackException;
import io.riskwatch.localstack.server.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A service's executable archive, unpacked: a thin archive beside its libraries starts in two thirds of the time of the archive that
 * holds them.
 */
final class ServiceApplication {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private ServiceApplication() {}

    /** The runnable archive below the folder, unpacked anew when the built one has changed. */
    static Path unpacked(Path root, Service service, Path applications) {
        Path built =
                root.resolve(service.module()).resolve("target").resolve(service.module() + "-0.1.0-SNAPSHOT-exec.jar");
        if (!Files.isRegularFile(built)) {
            throw new StackException(service.module() + " is not built: " + built + " is missing");
        }
        Path application = applications.resolve(service.module());
        Path stamp = applications.resolve(service.module() + ".stamp");
        try {
            String identity =
                    Files.size(built) + " " + Files.getLastModifiedTime(built).toMillis() + " " + built;
            Path runnable = application.resolve(built.getFileName());
            if (Files.isRegularFile(runnable)
                    && Files.exists(stamp)
                    && Files.readString(stamp).equals(identity)) {
                return runnable;
            }
            Files.createDirectories(applications);
            Files.deleteIfExists(stamp);
            Directories.delete(application);
            Commands.output(
                    LIMIT,
                    List.of(
                            Java.program(),
                            "-XX:TieredStopAtLevel=1",
                            "-Djarmode=tools",
                            "-jar",
                            built.toString(),
                            "extract",
                            "--destination",
                            application.toString()),
                    Map.of(),
                    root);
            Files.writeString(stamp, identity);
            return runnable;
        } catch (IOException e) {
            throw new StackException("Could not unpack " + built + ": " + e.getMessage(), e);
        }
    }
}
