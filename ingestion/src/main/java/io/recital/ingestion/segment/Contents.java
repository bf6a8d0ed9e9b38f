package io.recital.ingestion.segment;

import io.recital.models.clause.BlockKind;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** Finds tables of contents, whose numbers are not clauses. */
final class Contents {
    private static final Pattern TITLE = Pattern.compile(
            "(?i)^\\s*(?:table\\s+of\\s+contents|contents|index(?:\\s+of\\s+\\w+)?)\\b[\\s:.]*(?:page)?\\s*");
    private static final Pattern LEADERS =
            Pattern.compile("(?s).*(?:\\.{4,}|(?:\\s\\.){4,}|\\t|\\s{3,})\\s*[\\dA-Zivx-]{1,5}\\s*$");
    private static final Pattern ENDS_WITH_PAGE = Pattern.compile("(?s).*\\s[A-Z]?-?\\d{1,3}\\s*$");
    private static final Pattern LUMP =
            Pattern.compile("(?s)(?:\\.{4,}|\\s\\d{1,3})\\s+(?:ARTICLE|Article|SECTION|Section|\\d{1,2}\\.\\d{0,2})");
    private static final Pattern LED_LINE = Pattern.compile("(?m)(?:\\.{4,}|(?:\\h\\.){4,})\\h*[\\divx]{1,5}\\h*$");
    private static final Pattern WIDE_GAP = Pattern.compile("\\S\\h{3,}\\S");
    private static final int LONGEST_ENTRY = 160;
    private static final int FURTHEST = 400;

    private Contents() {}

    /** The pieces that are entries of a table of contents, or its heading. */
    static BitSet in(String text, List<Piece> pieces) {
        BitSet contents = new BitSet(pieces.size());
        int last = Math.min(pieces.size(), FURTHEST);
        for (int i = 0; i < last; i++) {
            Piece piece = pieces.get(i);
            String words = head(text, piece);
            boolean titled = TITLE.matcher(words).find() && (piece.length() < 40 || isLump(text, piece));
            if (titled) {
                contents.set(i);
                i = entries(text, pieces, i + 1, contents) - 1;
            } else if (isRun(text, pieces, i)) {
                i = entries(text, pieces, i, contents) - 1;
            }
        }
        return contents;
    }

    private static int entries(String text, List<Piece> pieces, int from, BitSet contents) {
        Label first = null;
        boolean allPaged = true;
        int i = from;
        for (; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            String words = head(text, piece);
            boolean paged = LEADERS.matcher(words).matches()
                    || ENDS_WITH_PAGE.matcher(words).matches();
            boolean entry = isLump(text, piece) || (piece.length() <= LONGEST_ENTRY && (paged || !endsSentence(words)));
            Labels.Reading reading = Labels.at(text, piece.start(), piece.end());
            Label label = reading.labels().isEmpty() ? null : reading.labels().get(0);
            boolean again =
                    !paged && first != null && label != null && label.printed().equalsIgnoreCase(first.printed());
            boolean titleAgain = !paged
                    && i - from > 1
                    && (label == null || piece.isHeading())
                    && Headings.isCapitalHeading(words)
                    && i + 1 < pieces.size()
                    && pieces.get(i + 1).length() > LONGEST_ENTRY;
            paged |= isLump(text, piece);
            boolean plain = !paged
                    && (label == null || piece.isHeading())
                    && !isPaged(text, pieces, i + 1)
                    && !WIDE_GAP.matcher(words).find();
            boolean begins = piece.block().kind() == BlockKind.TITLE
                    || (allPaged && plain && isLongEnough(text, pieces, from, i));
            if (!entry || again || titleAgain || begins) {
                break;
            }
            allPaged &= paged || isPaged(text, pieces, i + 1);
            first = first == null ? label : first;
            contents.set(i);
        }
        return unlessLong(pieces, from, i, contents, text);
    }

    /** Whether enough entries with page numbers stand before a piece to say that one without is no entry. */
    private static boolean isLongEnough(String text, List<Piece> pieces, int from, int to) {
        return to - from >= 3 || (to > from && isLump(text, pieces.get(to - 1)));
    }

    private static boolean isPaged(String text, List<Piece> pieces, int index) {
        if (index >= pieces.size() || pieces.get(index).block().kind() == BlockKind.TITLE) {
            return false;
        }
        String words = head(text, pieces.get(index));
        return isLump(text, pieces.get(index)) || LEADERS.matcher(words).matches();
    }

    /** Entries without page numbers can only be told from headings by their number; a short run is no table. */
    private static int unlessLong(List<Piece> pieces, int from, int to, BitSet contents, String text) {
        if (to - from >= 1 && to < pieces.size()) {
            return to;
        }
        boolean lump = to > from && isLump(text, pieces.get(from));
        if (!lump && to >= pieces.size()) {
            contents.clear(from, to);
            return from;
        }
        return Math.max(to, from);
    }

    private static boolean isRun(String text, List<Piece> pieces, int from) {
        if (from + 3 > pieces.size()) {
            return false;
        }
        for (int i = from; i < from + 3; i++) {
            Piece piece = pieces.get(i);
            if (piece.isTableRow()
                    || piece.length() > LONGEST_ENTRY
                    || !piece.in(text).matches("(?s).*(?:\\.{4,}|(?:\\s\\.){4,})\\s*[\\divx-]{1,5}\\s*$")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLump(String text, Piece piece) {
        return piece.length() > LONGEST_ENTRY
                && (LUMP.matcher(piece.in(text)).results().limit(4).count() >= 4
                        || LED_LINE.matcher(piece.in(text)).results().limit(3).count() >= 3);
    }

    private static boolean endsSentence(String words) {
        return words.matches("(?s).*[a-z][.;:,]\\s*$") && words.length() > 40;
    }

    private static String head(String text, Piece piece) {
        return text.substring(piece.start(), Math.min(piece.end(), piece.start() + LONGEST_ENTRY + 1));
    }
}
