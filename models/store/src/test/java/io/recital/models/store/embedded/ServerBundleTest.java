package io.recital.models.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.models.store.error.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerBundleTest {
    @TempDir
    Path cache;

    @Test
    void findsWhatTheBuildProvided() {
        assertThat(ServerBundle.get().binary("postgres")).isExecutable();
    }

    @Test
    void namesBothWaysOutWhenThereIsNoPgvector() {
        assertThatThrownBy(() -> ServerBundle.get(cache))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.category()).isEqualTo(StoreException.Category.SET_UP))
                .hasMessageContaining("install pgvector and build again")
                .hasMessageContaining("or set RECITAL_DATABASE_URL");
    }

    @Test
    void repeatsWhyTheBuildCouldNotProvideIt() throws Exception {
        Path home = ServerBundle.get().home();
        Files.writeString(cache.resolve(home.getFileName() + ".problem"), "missing gcc, needed to compile pgvector\n");

        assertThatThrownBy(() -> ServerBundle.get(cache))
                .hasMessageContaining("missing gcc, needed to compile pgvector. Either");
    }
}
