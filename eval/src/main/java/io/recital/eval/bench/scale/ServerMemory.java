package io.recital.eval.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What the processes of the embedded server hold in memory. */
final class ServerMemory {
    private ServerMemory() {}

    /**
     * Bytes, pages that several processes share counted once, without what the system caches of files; empty where the
     * kernel does not say.
     */
    static OptionalLong resident(Path dataDir) {
        try {
            long server = Long.parseLong(Files.readAllLines(
                            dataDir.resolve("postgres").resolve("postmaster.pid"))
                    .get(0)
                    .strip());
            ProcessHandle postmaster = ProcessHandle.of(server).orElseThrow();
            long bytes = 0;
            for (ProcessHandle process : Stream.concat(Stream.of(postmaster), postmaster.children())
                    .toList()) {
                bytes += proportional(Path.of("/proc/" + process.pid() + "/smaps_rollup"));
            }
            return OptionalLong.of(bytes);
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static long proportional(Path rollup) throws IOException {
        List<String> lines = Files.readAllLines(rollup);
        return lines.stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .sum();
    }
}
