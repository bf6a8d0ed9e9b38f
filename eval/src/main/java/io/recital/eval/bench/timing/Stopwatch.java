package io.recital.eval.bench.timing;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Takes the time by the clock and on the processors, here and in the database. */
public final class Stopwatch {
    private static final double NANOS = 1e9;

    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ServerProcesses server;
    private Spent started;

    /** Runs from now on. */
    public Stopwatch(ServerProcesses server) {
        this.server = server;
        this.started = now();
    }

    /** What went by since the start or the last call; it runs on. */
    public Spent lap() {
        Spent now = now();
        Spent spent = now.minus(started);
        started = now;
        return spent;
    }

    /** Lets what went by since the last lap count for nothing. */
    public void skip() {
        started = now();
    }

    private Spent now() {
        return new Spent(
                System.nanoTime() / NANOS,
                process.getProcessCpuTime() / NANOS,
                server.processorNanos().orElse(0) / NANOS);
    }
}
