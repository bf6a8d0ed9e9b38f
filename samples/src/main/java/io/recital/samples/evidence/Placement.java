package io.recital.samples.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Places the pieces of a source in the stored text, in order: long pieces that stand there once are fixed first, and the
 * others between them. Indices are those of the squeezed text.
 */
final class Placement {
    static final int NOWHERE = -1;

    private static final int LONG = 20;

    private final List<Atom> atoms;
    private final String text;
    private final Squeezed stored;
    private final int[] starts;
    private int cursor;

    Placement(List<Atom> atoms, Squeezed stored) {
        this.atoms = atoms;
        this.stored = stored;
        this.text = stored.text();
        this.starts = new int[atoms.size()];
        java.util.Arrays.fill(starts, NOWHERE);
        anchor();
        fill();
    }

    /** Where the piece starts, or {@link #NOWHERE}. */
    int start(int atom) {
        return starts[atom];
    }

    /** The end of what is placed before the piece. */
    int floor(int atom) {
        for (int i = atom - 1; i >= 0; i--) {
            if (starts[i] != NOWHERE) {
                return starts[i] + squeezed(i).length();
            }
        }
        return 0;
    }

    /** The start of what is placed after the piece. */
    int ceiling(int atom) {
        for (int i = atom + 1; i < starts.length; i++) {
            if (starts[i] != NOWHERE) {
                return starts[i];
            }
        }
        return text.length();
    }

    private void anchor() {
        String source = String.join(
                "\n", atoms.stream().map(a -> Squeezed.squeeze(a.text())).toList());
        int last = NOWHERE;
        for (int i = 0; i < atoms.size(); i++) {
            String piece = squeezed(i);
            boolean sequential =
                    atoms.get(i).form() == Atom.Form.TEXT || atoms.get(i).form() == Atom.Form.CELL;
            if (sequential && piece.length() >= LONG && isOnce(piece, source) && isOnce(piece, text)) {
                int at = text.indexOf(piece);
                if (at > last) {
                    starts[i] = at;
                    last = at;
                }
            }
        }
    }

    private static boolean isOnce(String piece, String whole) {
        int first = whole.indexOf(piece);
        return first >= 0 && whole.indexOf(piece, first + 1) < 0;
    }

    private void fill() {
        Map<String, Integer> columns = new HashMap<>();
        int columnsEnd = 0;
        for (int i = 0; i < atoms.size(); i++) {
            Atom atom = atoms.get(i);
            if (isInColumns(atom)) {
                starts[i] = find(squeezed(i), columns.getOrDefault(squeezed(i), cursor), ceiling(i));
                if (starts[i] != NOWHERE) {
                    columns.put(squeezed(i), starts[i] + 1);
                    columnsEnd = Math.max(columnsEnd, starts[i] + squeezed(i).length());
                }
                continue;
            }
            columns.clear();
            cursor = Math.max(cursor, columnsEnd);
            place(i);
        }
    }

    private static boolean isInColumns(Atom atom) {
        return atom.form() == Atom.Form.SIGNATURE || atom.form() == Atom.Form.BILINGUAL;
    }

    private void place(int i) {
        String piece = squeezed(i);
        if (starts[i] == NOWHERE && !atoms.get(i).scanned()) {
            String preceding = Squeezed.squeeze(atoms.get(i).preceding());
            int from = text.startsWith(preceding, cursor) ? cursor + preceding.length() : cursor;
            starts[i] =
                    atoms.get(i).form() == Atom.Form.FRONT_PAGE ? listed(piece, from) : find(piece, from, ceiling(i));
        }
        if (starts[i] != NOWHERE) {
            cursor = starts[i] + piece.length();
        }
        if (atoms.get(i).form() == Atom.Form.FRONT_PAGE && starts[i] != NOWHERE) {
            skipLeaderAndPageNumber();
        }
    }

    /** Lines of the contents page follow one another; a heading that it leaves out must not be sought further down. */
    private int listed(String piece, int from) {
        int at = text.indexOf(piece, from);
        return at > from + LONG ? NOWHERE : at;
    }

    private void skipLeaderAndPageNumber() {
        while (cursor < text.length() && ".…".indexOf(text.charAt(cursor)) >= 0) {
            cursor++;
        }
        int number = cursor;
        while (cursor < text.length()
                && Character.isDigit(text.charAt(cursor))
                && (cursor == number || !stored.startsWord(cursor))) {
            cursor++;
        }
    }

    /** The first place of whole words between two indices. */
    private int find(String piece, int from, int to) {
        for (int at = text.indexOf(piece, from); at >= 0; at = text.indexOf(piece, at + 1)) {
            if (at + piece.length() > to) {
                return NOWHERE;
            }
            if (stored.startsWord(at) && stored.startsWord(at + piece.length())) {
                return at;
            }
        }
        return NOWHERE;
    }

    private String squeezed(int atom) {
        return Squeezed.squeeze(atoms.get(atom).text());
    }
}
