package io.recital.extraction.llm;

import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a quote in a clause of the stored text; line breaks and runs of blanks in either count as one blank. */
final class QuoteFinder {
    private QuoteFinder() {}

    static Optional<Span> find(StoredText text, Span clause, String quote) {
        String[] words = quote.strip().split("\\s+");
        if (quote.isBlank()) {
            return Optional.empty();
        }
        StringBuilder pattern = new StringBuilder();
        for (String word : words) {
            pattern.append(pattern.isEmpty() ? "" : "\\s+").append(Pattern.quote(word));
        }
        Matcher matcher = Pattern.compile(pattern.toString())
                .matcher(text.value())
                .region(text.utf16(clause.start()), text.utf16(clause.end()));
        return matcher.find() ? Optional.of(text.spanOfUtf16(matcher.start(), matcher.end())) : Optional.empty();
    }
}
