package io.recital.eval.bench.timing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The processes of an embedded database server, as Linux counts them; nothing is known of them elsewhere. */
public final class ServerProcesses {
    private static final long NANOS_PER_TICK = 10_000_000;

    private final Path dataDir;

    public ServerProcesses(Path dataDir) {
        this.dataDir = dataDir;
    }

    /** Bytes in memory; pages that several share count once, files that the system caches do not. */
    public OptionalLong memory() {
        try {
            long bytes = 0;
            for (ProcessHandle process : all()) {
                bytes += Files.readAllLines(of(process, "smaps_rollup")).stream()
                        .filter(line -> line.startsWith("Pss:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                        .sum();
            }
            return OptionalLong.of(bytes);
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** Nanoseconds on a processor since the start, of all that run and of those that have ended. */
    public OptionalLong processorNanos() {
        try {
            List<ProcessHandle> all = all();
            long ticks = ticks(all.get(0), 4);
            for (ProcessHandle child : all.subList(1, all.size())) {
                ticks += ticks(child, 2);
            }
            return OptionalLong.of(ticks * NANOS_PER_TICK);
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** The postmaster first. */
    private List<ProcessHandle> all() throws IOException {
        Path noted = dataDir.resolve("postgres").resolve("postmaster.pid");
        long server = Long.parseLong(Files.readAllLines(noted).get(0).strip());
        ProcessHandle postmaster =
                ProcessHandle.of(server).orElseThrow(() -> new IOException("The server is gone: " + server));
        return Stream.concat(Stream.of(postmaster), postmaster.children()).toList();
    }

    /**
     * What {@code stat} counts as utime and stime and, for a parent, as cutime and cstime.
     *
     * @param fields 2 without children that have ended, 4 with them
     */
    private static long ticks(ProcessHandle process, int fields) throws IOException {
        String stat = Files.readString(of(process, "stat"));
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int i = 0; i < fields; i++) {
            ticks += Long.parseLong(afterName[11 + i]);
        }
        return ticks;
    }

    private static Path of(ProcessHandle process, String file) {
        return Path.of("/proc", Long.toString(process.pid()), file);
    }
}
