package io.recital.extraction.rules.party;

import io.recital.extraction.rules.wording.Wording;
import io.recital.models.clause.SentenceSplitter;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a contract says whom it calls a party: {@code (each a “Party” and together the “Parties”)}, or a sentence that does. */
public final class JointName {
    private static final int AFTER = 2_500;
    private static final int BEFORE = 500;
    private static final Pattern QUOTED =
            Pattern.compile("[\"“”'‘]\\s?(?:Party|Parties|PARTY|PARTIES)\\s?[,.;]?[\"“”'’]");

    private JointName() {}

    /** The span of these words, soon after the names. */
    public static Optional<Span> find(Wording wording, List<ContractParty> parties) {
        if (parties.size() < 2) {
            return Optional.empty();
        }
        String text = wording.text();
        int from = wording.indexOf(parties.get(0).span().start());
        Matcher quoted = QUOTED.matcher(text).region(from, Math.min(text.length(), from + AFTER));
        if (!quoted.find()) {
            return Optional.empty();
        }
        Span words = around(wording, quoted.start(), quoted.end());
        int free = words.start();
        for (ContractParty party : parties) {
            int end = Math.max(party.span().end(), party.aliasSpan().end());
            free = words.overlaps(party.span()) || words.overlaps(party.aliasSpan()) ? Math.max(free, end) : free;
        }
        return afterNames(wording, words, free);
    }

    /** Where the names stand in the same sentence, what follows them. */
    private static Optional<Span> afterNames(Wording wording, Span words, int from) {
        String text = wording.text();
        int start = wording.indexOf(from);
        int end = wording.indexOf(words.end());
        while (start < end && from > words.start() && !Character.isLetter(text.charAt(start))) {
            start++;
        }
        boolean said = start < end && QUOTED.matcher(text.substring(start, end)).find();
        return said ? Optional.of(wording.span(start, end)) : Optional.empty();
    }

    private static Span around(Wording wording, int start, int end) {
        String text = wording.text();
        int open = text.lastIndexOf('(', start);
        int close = text.indexOf(')', end);
        boolean inside = open >= 0 && close > 0 && start - open < BEFORE && text.lastIndexOf(')', start) < open;
        return inside ? wording.span(open + 1, close) : sentence(wording, start);
    }

    private static Span sentence(Wording wording, int at) {
        int from = Math.max(0, at - BEFORE);
        StoredText near = StoredText.of(
                wording.text().substring(from, Math.min(wording.text().length(), at + BEFORE)));
        return SentenceSplitter.split(near).stream()
                .filter(span -> near.utf16(span.start()) <= at - from && at - from < near.utf16(span.end()))
                .findFirst()
                .map(span -> wording.span(from + near.utf16(span.start()), from + near.utf16(span.end())))
                .orElse(wording.span(at, at + 1));
    }
}
