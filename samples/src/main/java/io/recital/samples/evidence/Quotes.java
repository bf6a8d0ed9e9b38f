package io.recital.samples.evidence;

import io.recital.samples.Complaints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All documents of the portfolio, in which quotes are placed. */
public final class Quotes {
    private final Map<String, QuotedDocument> documents = new LinkedHashMap<>();

    public Quotes(List<StoredDocument> stored) {
        stored.forEach(document -> documents.put(document.source().name(), new QuotedDocument(document)));
    }

    /** The names of the documents' sources. */
    public Set<String> names() {
        return Set.copyOf(documents.keySet());
    }

    public Optional<QuotedDocument> find(String name) {
        return Optional.ofNullable(documents.get(name));
    }

    /**
     * Where the quote stands; empty, with a complaint, when it does not.
     *
     * @param document the source's name, for quotes that name none
     */
    public Optional<PlacedQuote> place(WrittenQuote quote, String document, String where, Complaints complaints) {
        String name = quote.document() == null ? document : quote.document();
        QuotedDocument quoted = documents.get(name);
        String what = "quote [" + quote.path() + "] " + Nearest.shorten(quote.text());
        if (quoted == null) {
            complaints.add(where, what + ": there is no document “" + name + "”");
            return Optional.empty();
        }
        try {
            return Optional.of(quoted.place(quote));
        } catch (UnfoundQuote e) {
            complaints.add(where, what + " in " + name + ": " + e.getMessage());
            return Optional.empty();
        }
    }
}
