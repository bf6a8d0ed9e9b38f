package io.recital.samples.evidence;

import java.util.Comparator;
import java.util.List;

/** Says to the author of a quote that was not found what stands nearest to it. */
final class Nearest {
    private static final int SHOWN = 90;

    private final List<Atom> atoms;

    Nearest(List<Atom> atoms) {
        this.atoms = atoms.stream()
                .filter(atom -> atom.form() != Atom.Form.FRONT_PAGE)
                .toList();
    }

    static String shorten(String text) {
        return text.length() <= SHOWN ? "“" + text + "”" : "“" + text.substring(0, SHOWN) + "…”";
    }

    String explain(WrittenQuote quote, int found) {
        if (found > 0) {
            return "it stands there " + found + (found == 1 ? " time, not " : " times, not ") + quote.number()
                    + (quote.isOfTable() ? " (whole cells are counted before parts of cells)" : "");
        }
        String words = quote.text().replaceAll("[\\s\\u00a0]+", " ").strip();
        List<String> paths = atoms.stream()
                .filter(atom -> Wording.find(words, atom.text(), 0) >= 0)
                .map(Atom::path)
                .distinct()
                .limit(3)
                .toList();
        if (!paths.isEmpty()) {
            return "it stands under “" + String.join("”, “", paths) + "”";
        }
        List<Atom> named =
                atoms.stream().filter(atom -> atom.path().equals(quote.path())).toList();
        List<Atom> candidates = named.isEmpty() ? atoms : named;
        return (named.isEmpty() ? "nothing has this path; " : "") + difference(words, nearest(words, candidates));
    }

    private static Atom nearest(String words, List<Atom> candidates) {
        return candidates.stream()
                .max(Comparator.comparingInt(atom -> shared(words, atom.text())))
                .orElseThrow();
    }

    private static int shared(String words, String text) {
        int shared = 0;
        for (String word : words.split(" ")) {
            shared += Wording.find(word, text, 0) >= 0 ? word.length() : 0;
        }
        return shared;
    }

    private static String difference(String words, Atom atom) {
        int length = words.length();
        while (length > 0 && !atom.text().contains(words.substring(0, length))) {
            length--;
        }
        if (length < Math.min(8, words.length())) {
            return "nearest, under “" + atom.path() + "”: " + shorten(atom.text());
        }
        int at = atom.text().indexOf(words.substring(0, length)) + length;
        return "under “" + atom.path() + "” the words go on with "
                + shorten(atom.text().substring(at)) + " and not with " + shorten(words.substring(length));
    }
}
