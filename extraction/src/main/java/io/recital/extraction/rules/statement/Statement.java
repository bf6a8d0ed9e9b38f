package io.recital.extraction.rules.statement;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence, or a list item under the stems that complete it.
 *
 * @param stems the words that open the list or lists, outermost first; empty for a plain sentence
 * @param body the sentence or the item, without its marker
 * @param next the sentence that follows in the same clause, null at its end
 */
public record Statement(
        List<Stem> stems, Prose prose, Piece body, @Nullable Piece next) {
    /** A list's opening words and the wording that holds them. */
    public record Stem(Prose prose, Piece piece) {}

    public Statement {
        requireNonNull(prose, "prose");
        requireNonNull(body, "body");
        stems = List.copyOf(stems);
    }

    public boolean isItem() {
        return !stems.isEmpty();
    }

    /** Stems and body read as one sentence. */
    public String joined() {
        StringBuilder joined = new StringBuilder();
        for (Stem stem : stems) {
            joined.append(open(stem.piece().text())).append(' ');
        }
        return joined.append(body.text()).toString();
    }

    /** Where the body begins in {@link #joined()}. */
    public int bodyStart() {
        return joined().length() - body.text().length();
    }

    private static String open(String stem) {
        String words = stem.strip();
        return words.matches("(?i).*\\b(?:following|below|follows)\\W*[:—–-]")
                ? words
                : words.replaceFirst("[\\s:—–-]+$", "");
    }

    /** The words it rests on: stems and item, or the sentence. */
    public List<Citation> citations() {
        List<Citation> citations = new ArrayList<>();
        citations.addAll(prose.cite(body, isItem() ? CitationRole.ITEM : CitationRole.CLAUSE));
        for (Stem stem : stems) {
            citations.addAll(stem.prose().cite(stem.piece(), CitationRole.LIST_STEM));
        }
        return citations;
    }
}
