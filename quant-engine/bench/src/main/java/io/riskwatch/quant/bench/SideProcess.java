package io.riskwatch.quant.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A side's running process: ready and warm once constructed, then idle until it is asked for a run. */
final class SideProcess implements AutoCloseable {
    private static final long READY_SECONDS = 300;
    private static final long RUN_SECONDS = 180;
    private static final String END = "\0end";

    private final Process process;
    private final Writer in;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private SideProcess(Process process) {
        this.process = process;
        this.in = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts the side and waits until it is warm. */
    static SideProcess start(List<String> command, Path directory, Path errors) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectError(errors.toFile());
        // OpenBLAS chooses its own kernels, and no side gets more threads than the other
        builder.environment().keySet().removeAll(List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"));
        for (String threads : List.of("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "NUMBA_NUM_THREADS")) {
            builder.environment().put(threads, "1");
        }
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        SideProcess side = new SideProcess(builder.start());
        Thread reader = Thread.ofVirtual().start(side::read);
        Runtime.getRuntime().addShutdownHook(new Thread(side.process::destroyForcibly));
        String first = side.next(READY_SECONDS);
        if (!"ready".equals(first)) {
            side.close();
            reader.interrupt();
            throw new SideMissingException(
                    first.startsWith("missing ") ? first.substring("missing ".length()) : "said \"" + first + "\"");
        }
        return side;
    }

    Reading run() throws IOException {
        in.write("run\n");
        in.flush();
        return Reading.parse(next(RUN_SECONDS));
    }

    private void read() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("ready") || line.startsWith("run") || line.startsWith("missing ")) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            lines.add("missing " + e.getMessage());
        }
        lines.add(END);
    }

    private String next(long seconds) {
        try {
            String line = lines.poll(seconds, TimeUnit.SECONDS);
            if (line == null) {
                throw new SideMissingException("did not answer within " + seconds + " s");
            }
            if (line.equals(END)) {
                throw new SideMissingException("ended before it answered");
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SideMissingException("interrupted");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
