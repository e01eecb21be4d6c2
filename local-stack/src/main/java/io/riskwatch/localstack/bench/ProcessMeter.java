package io.riskwatch.localstack.bench;

import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process has cost so far, as Linux counts it. */
public final class ProcessMeter {

    /** Ticks per second of /proc/PID/stat on every Linux there is. */
    private static final double TICKS_PER_SECOND = 100;

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    /** Behind the name in brackets, which may hold blanks, user and system time are the 12th and the 13th word. */
    private static final int USER_TIME = 11;

    private ProcessMeter() {}

    /** Processor seconds of the process, user and system. */
    public static double cpuSeconds(long pid) {
        String stat = read(pid, "stat");
        String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(words[USER_TIME]) + Long.parseLong(words[USER_TIME + 1])) / TICKS_PER_SECOND;
    }

    /** Bytes of memory the process holds. */
    public static long residentBytes(long pid) {
        Matcher resident = RESIDENT.matcher(read(pid, "status"));
        return resident.find() ? Long.parseLong(resident.group(1)) * 1024 : 0;
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            throw new StackException("Could not read what process " + pid + " costs", e);
        }
    }
}
