package io.recital.retrieval.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SpellingTest {
    @Test
    void findsTheWordThatWasMeant() {
        assertThat(Spelling.nearest("insurence", Set.of("insurance", "instance")))
                .contains("insurance");
        assertThat(Spelling.nearest("anual", Set.of("annual", "usual"))).contains("annual");
    }

    @Test
    void leavesAWordAloneThatIsNearNone() {
        assertThat(Spelling.nearest("helicopter", Set.of("insurance", "annual")))
                .isEmpty();
        assertThat(Spelling.nearest("fee", Set.of("free"))).isEmpty();
        assertThat(Spelling.nearest("likes", Set.of("lines", "bikes"))).isEmpty();
    }
}
