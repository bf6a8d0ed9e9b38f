package io.recital.retrieval.answer;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.QuoteFinder;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Words of contracts as a language model sees them: numbered, and fenced off by a mark that nobody can guess. */
final class NumberedSources {
    private final String mark = UUID.randomUUID().toString();
    private final List<Citation> sources = new ArrayList<>();

    /**
     * Adds words and gives them as they are to be shown.
     *
     * @param title of their contract, with what else should be known of them
     */
    String add(String title, Citation words) {
        sources.add(words);
        return "\nPassage " + sources.size() + ", " + mark + "\n" + title + ", " + words.path() + "\n" + words.quote()
                + "\n" + mark + "\n";
    }

    /** A name that somebody else may have chosen, fenced off in the same way. */
    String fenced(String words) {
        return mark + "\n" + words + "\n" + mark + "\n";
    }

    /** The place of a quote in the source of that number; empty when it does not stand there. */
    Optional<Citation> cite(int number, String quote) {
        if (number < 1 || number > sources.size()) {
            return Optional.empty();
        }
        Citation source = sources.get(number - 1);
        StoredText text = StoredText.of(source.quote());
        return QuoteFinder.find(text, text.span(), quote).map(found -> part(source, text, found));
    }

    private static Citation part(Citation source, StoredText text, Span found) {
        String words = text.slice(found);
        return new Citation(
                source.contract(),
                source.document(),
                source.file(),
                source.path(),
                source.page(),
                found.shift(source.span().start()),
                words,
                Sha256.of(words),
                source.role());
    }
}
