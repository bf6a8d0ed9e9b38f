package io.recital.models.store.embedded;

import io.recital.models.store.error.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs PostgreSQL's own tools (initdb, pg_ctl) as the user who may run the server. */
record ServerTools(ServerBundle bundle, ServerUser user) {
    private static final int SHOWN_CHARACTERS = 500;

    static ServerTools find(Path dataDir) {
        ServerBundle bundle = ServerBundle.get();
        return new ServerTools(bundle, ServerUser.find(bundle, dataDir));
    }

    /** Runs the tool to its end; throws what it said when it fails. */
    void run(String tool, List<String> arguments) {
        List<String> command = Stream.concat(Stream.of(bundle.binary(tool).toString()), arguments.stream())
                .toList();
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(user.running(new ArrayList<>(command))).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new StoreException(
                        StoreException.Category.SERVER,
                        "PostgreSQL's %s failed (status %d): %s".formatted(tool, status, tail(said)));
            }
        } catch (IOException e) {
            throw new StoreException(
                    StoreException.Category.SERVER,
                    "PostgreSQL's %s cannot be run: %s".formatted(tool, e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(
                    StoreException.Category.SERVER, "Interrupted while PostgreSQL's %s ran".formatted(tool), e);
        }
    }

    /** The end of what a tool or the server wrote, in one line. */
    static String tail(String text) {
        String line = String.join(" | ", text.strip().split("\\R+"));
        return line.length() <= SHOWN_CHARACTERS ? line : "…" + line.substring(line.length() - SHOWN_CHARACTERS);
    }
}
