package io.riskwatch.quant.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The programs that run the sides, where they are installed. */
final class Tools {
    private static final long COMPILE_SECONDS = 300;

    private final Path peers;
    private final Path binaries;

    Tools(Path peers, Path binaries) {
        this.peers = peers;
        this.binaries = binaries;
    }

    /** Where the peers' sources are, and every side runs. */
    Path directory() {
        return peers;
    }

    /** The command that starts the side's process; compiles it first where that is needed. */
    List<String> command(Side side) throws IOException {
        List<String> command = new ArrayList<>();
        switch (side.language()) {
            case JAVA -> {
                command.addAll(java());
                command.add(ContenderProgram.class.getName());
                command.addAll(side.words());
            }
            case SOURCE -> {
                command.addAll(java());
                command.addAll(script(side));
            }
            case CPP -> command.add(compiled(side).toString());
            case PYTHON -> {
                // the system's Python, where Debian's packages are; another one only where that is missing
                command.add(
                        Files.isExecutable(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : installed("python3"));
                command.addAll(script(side));
            }
            case R -> {
                command.add(installed("Rscript"));
                command.addAll(script(side));
            }
        }
        return command;
    }

    private static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Xms1g",
                "-Xmx3g",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-cp",
                System.getProperty("java.class.path", ""));
    }

    private List<String> script(Side side) {
        List<String> words = new ArrayList<>(side.words());
        words.set(0, peers.resolve(words.getFirst()).toString());
        return words;
    }

    private Path compiled(Side side) throws IOException {
        Files.createDirectories(binaries);
        String source = side.words().getFirst();
        Path binary = binaries.resolve(source.replace(".cpp", ""));
        List<String> command = new ArrayList<>(
                List.of(installed("g++"), "-std=c++17", "-O3", "-march=native", "-pthread", "-o", binary.toString()));
        command.add(peers.resolve(source).toString());
        command.addAll(side.words().subList(1, side.words().size()));
        Path log = binaries.resolve(source + ".log");
        Process compiler = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!compiler.waitFor(COMPILE_SECONDS, TimeUnit.SECONDS)) {
                compiler.destroyForcibly();
                throw new SideMissingException("g++ did not end within " + COMPILE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SideMissingException("interrupted");
        }
        if (compiler.exitValue() != 0) {
            String reason = Files.readAllLines(log).stream()
                    .filter(line -> line.contains("error"))
                    .findFirst()
                    .orElse("exit " + compiler.exitValue());
            throw new SideMissingException("does not compile: " + reason.replaceFirst("^.*?error", "error"));
        }
        return binary;
    }

    private static String installed(String program) {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path candidate = Path.of(directory, program);
            if (Files.isExecutable(candidate)) {
                return candidate.toString();
            }
        }
        throw new SideMissingException(program + " is not installed");
    }
}
