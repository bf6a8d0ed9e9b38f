package io.recital.models.store.embedded;

import com.sun.security.auth.module.UnixSystem;
import io.recital.models.store.error.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL runs, because it refuses to run as root: an ordinary user runs it directly, root runs it as nobody.
 *
 * <p>Root's home directory is closed to nobody, so there the server keeps the one capability that opens directories
 * (CAP_DAC_OVERRIDE; {@code no_setuid_fixup} makes {@code access(2)} honour it). Where that is not allowed, a user
 * namespace in which root's id has no name serves: the server then sees itself as nobody, and the files stay root's.
 */
record ServerUser(List<String> prefix, int uid) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    private static final List<String> AS_NOBODY_THROUGH_CLOSED_DIRECTORIES = Stream.concat(
                    AS_NOBODY.stream(),
                    Stream.of(
                            "--securebits=+no_setuid_fixup",
                            "--inh-caps=+dac_override",
                            "--ambient-caps=+dac_override"))
            .toList();
    private static final List<String> IN_A_NAMESPACE = List.of("unshare", "--user");

    /** Who can run the bundle's server on files below the data directory. */
    static ServerUser find(ServerBundle bundle, Path dataDir) {
        int uid = Math.toIntExact(new UnixSystem().getUid());
        if (uid != ROOT) {
            return new ServerUser(List.of(), uid);
        }
        return Stream.of(
                        new ServerUser(AS_NOBODY, NOBODY),
                        new ServerUser(AS_NOBODY_THROUGH_CLOSED_DIRECTORIES, NOBODY),
                        new ServerUser(IN_A_NAMESPACE, ROOT))
                .filter(user -> user.reaches(bundle.binary("postgres"), dataDir))
                .findFirst()
                .orElseThrow(() -> new StoreException(
                        StoreException.Category.SET_UP,
                        "PostgreSQL does not run as root, and neither setpriv nor unshare is allowed here;"
                                + " run Recital as an ordinary user, or set RECITAL_DATABASE_URL"));
    }

    /** The command, run as this user. */
    List<String> running(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Gives the file, or the directory with all that is in it, to this user where it is somebody else's. */
    void own(Path path) throws IOException {
        if (prefix.isEmpty() || ownedBy(path) == uid) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            // The top comes last: only when all of it is given away does it look so.
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.setAttribute(each, "unix:uid", uid);
            }
        }
    }

    private static int ownedBy(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private boolean reaches(Path binary, Path directory) {
        List<String> probe = running(List.of("test", "-x", binary.toString(), "-a", "-x", directory.toString()));
        try {
            return new ProcessBuilder(probe)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // The command is not installed: the next way is tried.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(StoreException.Category.SERVER, "Interrupted while starting the database", e);
        }
    }
}
