package io.recital.retrieval.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.clause.Passage;
import io.recital.models.evidence.Span;
import io.recital.models.inference.Encoder;
import io.recital.models.inference.TextEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RerankedSearchTest {
    private static final String MODEL = "a-model";

    private final List<PassageHit> found = new ArrayList<>();
    private final Map<UUID, float[]> vectors = new HashMap<>();
    private final List<SearchScope> asked = new ArrayList<>();

    private static float[] pointing(int direction) {
        float[] vector = new float[Encoder.DIMENSION];
        vector[direction] = 1;
        return vector;
    }

    /** Every text points one way; the projection turns it another. */
    private static final TextEncoder ONE_WAY = new TextEncoder() {
        @Override
        public String modelId() {
            return MODEL;
        }

        @Override
        public List<float[]> encode(List<String> texts) {
            return texts.stream().map(text -> pointing(0)).toList();
        }
    };

    private PassageHit find(int direction, double words) {
        UUID id = UUID.randomUUID();
        PassageHit hit = new PassageHit(
                new Passage(id, 0, UUID.randomUUID(), "1", List.of(), new Span(0, 4), "text", null, "en"),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "lease.docx",
                "Lease",
                new PassageScore(1, 0.5, 1, words, 1));
        found.add(hit);
        if (direction >= 0) {
            vectors.put(id, pointing(direction));
        }
        return hit;
    }

    private List<PassageHit> search(int limit) {
        PassageSearch inner = (question, embedding, scope) -> {
            asked.add(scope);
            return found.stream().limit(scope.limit()).toList();
        };
        PassageVectors known = (passages, model) -> {
            assertThat(model).isEqualTo(MODEL);
            return vectors;
        };
        return new RerankedSearch(inner, known, ONE_WAY, vector -> pointing(1))
                .search("rent", new QuestionEmbedding(MODEL, pointing(0)), SearchScope.everywhere(limit));
    }

    @Test
    void whatThePassagesMeanCountsThroughTheProjection() {
        PassageHit asWorded = find(0, 0);
        PassageHit asMeant = find(1, 0);

        assertThat(search(2)).containsExactly(asMeant, asWorded);
    }

    @Test
    void wordsCountBesideMeaning() {
        PassageHit without = find(2, 0);
        PassageHit with = find(3, 7.5);

        assertThat(search(2)).containsExactly(with, without);
    }

    @Test
    void aPassageWithoutVectorComesLast() {
        PassageHit without = find(-1, 9);
        PassageHit with = find(1, 0);

        assertThat(search(2)).containsExactly(with, without);
    }

    @Test
    void fiftyAreLookedAtForTheOneThatIsWanted() {
        IntStream.range(0, 40).forEach(i -> find(0, 0));
        PassageHit meant = find(1, 0);

        assertThat(search(1)).containsExactly(meant);
        assertThat(asked.get(0).limit()).isEqualTo(50);
    }

    @Test
    void nothingAndOnlyOneStayAsTheyAre() {
        assertThat(search(3)).isEmpty();
        PassageHit only = find(0, 0);
        assertThat(search(3)).containsExactly(only);
    }
}
