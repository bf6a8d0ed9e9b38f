package io.recital.models.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvisioningTest {
    @TempDir
    Path cache;

    @Test
    void aBuildThatCannotProvideTheServerGoesOnAndTheServiceRepeatsWhy() throws Exception {
        String said = provision(cache);

        assertThat(said)
                .contains("WARNING: no embedded PostgreSQL: the archive missing.jar cannot be unpacked")
                .contains("needs RECITAL_DATABASE_URL");
        assertThatThrownBy(() -> ServerBundle.get(cache))
                .hasMessageContaining("the archive missing.jar cannot be unpacked. Either install pgvector");
        assertThat(cache.toFile().list()).as("nothing half made stays").hasSize(2);
    }

    @Test
    void aSecondBuildFindsEverythingDone() throws Exception {
        Path provided = ServerBundle.get().home();

        assertThat(provision(provided.getParent())).isEmpty();
        assertThat(provided).isDirectory();
    }

    private static String provision(Path cache) throws IOException, InterruptedException {
        String[] name = ServerBundle.get().home().getFileName().toString().split("-", 3);
        ProcessBuilder script = new ProcessBuilder(
                        "sh",
                        "src/main/scripts/provision-pgvector.sh",
                        "missing.jar",
                        name[1],
                        name[2],
                        System.getProperty("java.home"))
                .redirectErrorStream(true);
        script.environment().put("RECITAL_CACHE_DIR", cache.toString());
        Process process = script.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s", said).isZero();
        return said;
    }
}
