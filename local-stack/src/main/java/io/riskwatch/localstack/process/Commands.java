package io.riskwatch.localstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Short programs that are run to their end. */
public final class Commands {

    /**
     * How a program ended.
     *
     * @param exit its exit code
     * @param output standard output and error together
     */
    public record Result(int exit, String output) {
        public boolean ok() {
            return exit == 0;
        }
    }

    private Commands() {}

    public static Result run(Duration limit, List<String> command) {
        return run(limit, command, Map.of(), Path.of("/"));
    }

    /** Runs the program in the bare environment plus the given variables; refuses to wait longer than the limit. */
    public static Result run(Duration limit, List<String> command, Map<String, String> environment, Path directory) {
        Path output = null;
        try {
            output = Files.createTempFile("riskwatch-command", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            Supervisor.setEnvironment(builder.environment(), environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new StackException(
                        "`" + String.join(" ", command) + "` did not end within " + limit.toSeconds() + " s");
            }
            return new Result(
                    process.exitValue(),
                    Files.readString(output, StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new StackException("Could not run `" + String.join(" ", command) + "`: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while running " + command.getFirst(), e);
        } finally {
            if (output != null) {
                output.toFile().delete();
            }
        }
    }

    /** As {@link #run}, but an exit code other than 0 is an exception with the program's own words. */
    public static String output(Duration limit, List<String> command, Map<String, String> environment, Path directory) {
        Result result = run(limit, command, environment, directory);
        if (!result.ok()) {
            throw new StackException(
                    "`" + String.join(" ", command) + "` ended with " + result.exit() + ":\n" + result.output());
        }
        return result.output();
    }
}
