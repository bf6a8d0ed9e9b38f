package io.recital.samples.evidence;

import io.recital.models.evidence.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the quotes of one document: in its source by clause and occurrence, and from there in the stored text. */
public final class QuotedDocument {
    private final StoredDocument document;
    private final List<Atom> atoms;
    private final Squeezed stored;
    private final Placement placement;

    /** A quote's place in one piece of the source. */
    private record Hit(int atom, int at) {}

    public QuotedDocument(StoredDocument document) {
        this.document = document;
        this.atoms = Atom.of(document.source());
        this.stored = document.squeezed();
        this.placement = new Placement(atoms, stored);
    }

    public StoredDocument document() {
        return document;
    }

    /** The clauses, as quotes name them, of pieces that the stored text does not hold in their place. */
    public List<String> unplaced() {
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < atoms.size(); i++) {
            Atom atom = atoms.get(i);
            boolean sought = atom.form() == Atom.Form.TEXT
                    || atom.form() == Atom.Form.CELL
                    || atom.form() == Atom.Form.TABLE_HEADER;
            if (sought && !atom.scanned() && placement.start(i) == Placement.NOWHERE) {
                pieces.add("[" + atom.path() + "] " + Nearest.shorten(atom.text()));
            }
        }
        return pieces;
    }

    /** Where the quote stands; an {@link UnfoundQuote} says why it does not. */
    public PlacedQuote place(WrittenQuote quote) throws UnfoundQuote {
        List<Hit> hits = hits(quote);
        if (hits.size() < quote.number()) {
            throw new UnfoundQuote(new Nearest(atoms).explain(quote, hits.size()));
        }
        Hit hit = hits.get(quote.number() - 1);
        boolean image = atoms.get(hit.atom()).scanned();
        if (image != quote.isScanned()) {
            throw new UnfoundQuote(
                    image
                            ? "it stands on a scanned page: add \"scanned\": true"
                            : "it stands in the text: take \"scanned\" away");
        }
        return new PlacedQuote(document.file(), quote, image ? List.of() : parts(hit, quote));
    }

    private List<Hit> hits(WrittenQuote quote) {
        String words = quote.text().replaceAll("[\\s\\u00a0]+", " ").strip();
        List<Hit> whole = new ArrayList<>();
        List<Hit> within = new ArrayList<>();
        for (int i = 0; i < atoms.size(); i++) {
            Atom atom = atoms.get(i);
            if (!atom.path().equals(quote.path()) || atom.form() == Atom.Form.FRONT_PAGE) {
                continue;
            }
            boolean cell = atom.form() == Atom.Form.CELL || atom.form() == Atom.Form.TABLE_HEADER;
            if (cell && atom.text().equals(words)) {
                whole.add(new Hit(i, 0));
            }
            for (int at = Wording.find(words, atom.text(), 0); at >= 0; at = Wording.find(words, atom.text(), at + 1)) {
                within.add(new Hit(i, at));
            }
        }
        return quote.isOfTable() && !whole.isEmpty() ? whole : within;
    }

    private List<PlacedQuote.Part> parts(Hit hit, WrittenQuote quote) throws UnfoundQuote {
        String piece = Squeezed.squeeze(quote.text());
        int before = Squeezed.squeeze(atoms.get(hit.atom()).text().substring(0, hit.at()))
                .length();
        int start = placement.start(hit.atom());
        int from = start == Placement.NOWHERE ? search(hit.atom(), piece) : start + before;
        List<PlacedQuote.Part> parts = new ArrayList<>();
        int begin = from;
        for (int i = from + 1; i <= from + piece.length(); i++) {
            if (i == from + piece.length() || !joined(i)) {
                parts.add(part(begin, i));
                begin = i;
            }
        }
        return parts;
    }

    /** A piece that could not be placed may still hold the quote in the gap where it belongs. */
    private int search(int atom, String piece) throws UnfoundQuote {
        String gap = stored.text().substring(placement.floor(atom), placement.ceiling(atom));
        int at = gap.indexOf(piece);
        if (at < 0 || gap.indexOf(piece, at + 1) >= 0) {
            throw new UnfoundQuote("the text that is stored of " + document.file() + " does not hold it "
                    + (at < 0 ? "as it is written" : "just once") + "; there stands: "
                    + Nearest.shorten(gap.isEmpty() ? "nothing" : gap));
        }
        return placement.floor(atom) + at;
    }

    /** Whether nothing but white space stands before the character and after the one before it. */
    private boolean joined(int index) {
        String between = document.text().value().substring(stored.origin(index - 1) + 1, stored.origin(index));
        return between.chars().allMatch(c -> Squeezed.isBlank((char) c));
    }

    private PlacedQuote.Part part(int from, int to) {
        Span span = document.text().spanOfUtf16(stored.origin(from), stored.origin(to - 1) + 1);
        String words = document.text().slice(span).lines().map(String::strip).collect(Collectors.joining(" "));
        return new PlacedQuote.Part(
                words.replaceAll("[\\s\\u00a0]+", " "),
                span,
                document.parsed().pages().pageAt(span.start()).orElse(0));
    }
}
