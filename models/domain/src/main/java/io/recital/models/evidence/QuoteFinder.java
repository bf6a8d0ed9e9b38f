package io.recital.models.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a quote in a part of the stored text; line breaks and runs of blanks in either count as one blank. */
public final class QuoteFinder {
    private QuoteFinder() {}

    /** Where the quote stands first within a span of the text; empty when it does not. */
    public static Optional<Span> find(StoredText text, Span within, String quote) {
        return list(text, within, quote).stream().findFirst();
    }

    /** All places of the quote within a span of the text, in their order. */
    public static List<Span> list(StoredText text, Span within, String quote) {
        String[] words = quote.strip().split("\\s+");
        if (quote.isBlank()) {
            return List.of();
        }
        StringBuilder pattern = new StringBuilder();
        for (String word : words) {
            pattern.append(pattern.isEmpty() ? "" : "\\s+").append(Pattern.quote(word));
        }
        Matcher matcher = Pattern.compile(pattern.toString())
                .matcher(text.value())
                .region(text.utf16(within.start()), text.utf16(within.end()));
        List<Span> places = new ArrayList<>();
        while (matcher.find()) {
            places.add(text.spanOfUtf16(matcher.start(), matcher.end()));
        }
        return places;
    }
}
