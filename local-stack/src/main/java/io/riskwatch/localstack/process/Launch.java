package io.riskwatch.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is to be run.
 *
 * @param name how people call it, in messages and log file names
 * @param command program and arguments
 * @param environment the variables added to the bare base environment of {@link Supervisor}
 * @param directory working directory
 * @param log file that receives standard output and error, started anew at each launch; the one before is kept as {@code .previous}
 * @param stopSignal how it is asked to end, and what the kernel sends when this JVM dies
 * @param runAs the user it is
 */
public record Launch(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Path log,
        StopSignal stopSignal,
        RunAs runAs) {

    /** The signal that makes a program end orderly. */
    public enum StopSignal {
        TERM,
        INT
    }

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
