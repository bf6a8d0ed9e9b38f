package io.recital.eval.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The memory of this very process: what the kernel counts as resident, and what is alive on the Java heap. */
final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path RESET = Path.of("/proc/self/clear_refs");
    private static final String RESET_PEAK = "5";

    private ProcessMemory() {}

    /** Bytes resident now; empty where the kernel does not say. */
    static OptionalLong resident() {
        return status("VmRSS:");
    }

    /** The most bytes resident since {@link #forgetPeak}; empty where the kernel does not say. */
    static OptionalLong peak() {
        return status("VmHWM:");
    }

    /** Starts a new peak; false where the kernel does not let us. */
    static boolean forgetPeak() {
        try {
            Files.writeString(RESET, RESET_PEAK);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Bytes alive on the heap after a full collection. */
    static long heapAlive() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static OptionalLong status(String field) {
        try {
            List<String> lines = Files.readAllLines(STATUS);
            return lines.stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
