package io.riskwatch.quant.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * CPU time of this process with all its threads, compiler and collector included: {@code clock_gettime(CLOCK_PROCESS_CPUTIME_ID)},
 * the clock the peers in C++ and Python read. The JDK's own figure moves in steps of 10 ms.
 */
final class ProcessCpu {
    private static final int CLOCK_PROCESS_CPUTIME_ID =
            System.getProperty("os.name", "").startsWith("Mac") ? 12 : 2;
    private static final MethodHandle CLOCK_GETTIME = clock();
    private static final MemorySegment TIMESPEC =
            Arena.global().allocate(MemoryLayout.sequenceLayout(2, ValueLayout.JAVA_LONG));

    private ProcessCpu() {}

    @SuppressWarnings("restricted") // a call into the C library, which the JVM is told to allow
    private static MethodHandle clock() {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().find("clock_gettime").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    }

    static synchronized long nanos() {
        try {
            int status = (int) CLOCK_GETTIME.invokeExact(CLOCK_PROCESS_CPUTIME_ID, TIMESPEC);
            if (status != 0) {
                throw new IllegalStateException("clock_gettime answered " + status);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("clock_gettime could not be called", e);
        }
        return TIMESPEC.getAtIndex(ValueLayout.JAVA_LONG, 0) * 1_000_000_000L
                + TIMESPEC.getAtIndex(ValueLayout.JAVA_LONG, 1);
    }
}
