package io.recital.models.finding;

import io.recital.models.clause.Clause;
import io.recital.models.contract.CitableText;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.QuoteFinder;
import io.recital.models.evidence.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Puts what a person stated to the current versions of the documents that it quotes: it is carried over where each of its
 * quotes stands there word for word at one place, and is lost otherwise.
 *
 * <p>A quote of a few words, such as a sum in a table, says too little to be known again by itself: it has to stand at the
 * same clause, among the same words.
 */
public final class CarryOver {
    private static final int SPEAKING = 5;
    private static final Pattern NUMBER = Pattern.compile("^(?:\\(?\\d+(?:\\.\\d+)*[.)]?|\\([a-z]{1,4}\\))\\s+");

    private static final Pattern GOES_ON = Pattern.compile("[\\p{L}\\d]\\|[\\p{L}\\d]|\\d\\|[.,]\\d|\\d[.,]\\|\\d");

    private final Function<UUID, CitableText> versions;
    private final Function<UUID, CitableText> current;

    /**
     * Between which texts.
     *
     * @param versions the text of a document version
     * @param current the text of a contract's current version
     */
    public CarryOver(Function<UUID, CitableText> versions, Function<UUID, CitableText> current) {
        this.versions = versions;
        this.current = current;
    }

    /** What became of it. */
    public sealed interface Outcome permits Carried, Lost {}

    /**
     * It goes on.
     *
     * @param finding of the current version, with an id of its own
     * @param clauseChanged whether a clause that it quotes says something else besides its words now
     */
    public record Carried(Finding finding, boolean clauseChanged) implements Outcome {}

    /** It has to be stated again. */
    public record Lost(LostStatement statement) implements Outcome {}

    /** What became of a finding that was stated of earlier versions. */
    public Outcome of(Finding stated) {
        List<Citation> citations = new ArrayList<>();
        boolean changed = false;
        for (Citation citation : stated.citations()) {
            CitableText now = current.apply(citation.contract());
            if (now.document().equals(citation.document())) {
                citations.add(citation);
                continue;
            }
            CitableText before = versions.apply(citation.document());
            Optional<Span> place = find(citation, before, now);
            if (place.isEmpty()) {
                return new Lost(new LostStatement(stated, citation, now.document(), reason(citation, before, now)));
            }
            citations.add(now.cite(place.get(), citation.role()));
            changed |= !clause(before, citation.span()).equals(clause(now, place.get()));
        }
        return new Carried(stated.at(current.apply(stated.contract()), citations), changed);
    }

    private static Optional<Span> find(Citation citation, CitableText before, CitableText now) {
        List<Span> places = places(citation, before, now);
        List<Span> same = at(citation.path(), now, places);
        if (same.size() == 1
                && at(citation.path(), before, places(citation, before, before)).size() == 1
                && (isSpeaking(citation) || standsAmongTheSame(citation, before, now, same.get(0)))) {
            return Optional.of(same.get(0));
        }
        return isOnce(citation, before, places) && isSpeaking(citation) ? Optional.of(places.get(0)) : Optional.empty();
    }

    private static boolean isOnce(Citation citation, CitableText before, List<Span> places) {
        return places.size() == 1 && places(citation, before, before).size() == 1;
    }

    private static boolean isSpeaking(Citation citation) {
        return citation.quote().strip().split("\\s+").length >= SPEAKING;
    }

    /** All places of the words; none where they go on as another word or figure, such as GBP 15 in GBP 150. */
    private static List<Span> places(Citation citation, CitableText before, CitableText text) {
        boolean whole = isWhole(before, citation.span());
        return QuoteFinder.list(text.parsed().text(), text.parsed().text().span(), citation.quote()).stream()
                .filter(span -> !whole || isWhole(text, span))
                .toList();
    }

    private static boolean isWhole(CitableText text, Span span) {
        String all = text.parsed().text().value();
        return !goesOn(all, text.parsed().text().utf16(span.start()))
                && !goesOn(all, text.parsed().text().utf16(span.end()));
    }

    /** Whether one word or figure stands on both sides of a place. */
    private static boolean goesOn(String text, int place) {
        String around = text.substring(Math.max(0, place - 2), place) + "|"
                + text.substring(place, Math.min(text.length(), place + 2));
        return GOES_ON.matcher(around).find();
    }

    private static List<Span> at(String path, CitableText text, List<Span> places) {
        return path.isEmpty()
                ? List.of()
                : places.stream()
                        .filter(span -> text.findClauseAt(span.start())
                                .filter(clause -> clause.path().equals(path))
                                .isPresent())
                        .toList();
    }

    private static boolean standsAmongTheSame(Citation citation, CitableText before, CitableText now, Span place) {
        String line = line(before, citation.span());
        return (line.length() > plain(citation.quote()).length() && line.equals(line(now, place)))
                || clause(before, citation.span()).equals(clause(now, place));
    }

    /** The line of the text around a place, such as a row of a table. */
    private static String line(CitableText text, Span span) {
        String all = text.parsed().text().value();
        int start = text.parsed().text().utf16(span.start());
        int end = text.parsed().text().utf16(span.end());
        int next = all.indexOf('\n', end);
        return plain(all.substring(all.lastIndexOf('\n', start - 1) + 1, next < 0 ? all.length() : next));
    }

    /** What the clause says at a place, whatever its number. */
    private static String clause(CitableText text, Span span) {
        return text.findClauseAt(span.start())
                .map(Clause::text)
                .map(CarryOver::plain)
                .map(words -> NUMBER.matcher(words).replaceFirst(""))
                .orElse("");
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String reason(Citation citation, CitableText before, CitableText now) {
        int places = places(citation, before, now).size();
        if (places == 0) {
            return "no longer stands in " + now.file();
        }
        return places == 1 && isOnce(citation, before, places(citation, before, now))
                ? "stands among other words in " + now.file()
                : "stands at " + (places == 1 ? "one place" : places + " places") + " in " + now.file()
                        + ", and nothing tells which is meant";
    }
}
