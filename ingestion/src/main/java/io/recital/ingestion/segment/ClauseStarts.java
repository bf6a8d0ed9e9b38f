package io.recital.ingestion.segment;

import io.recital.ingestion.segment.Marker.Strength;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Weighs what stands around a number or a heading: the part of the document, what comes before, what comes next. */
final class ClauseStarts {
    private static final int LOOK_AHEAD = 60;
    private static final int LONG_PARAGRAPH = 120;
    private static final int LONG_LINE = 160;
    private static final Pattern SIGNATURES = Pattern.compile(
            "(?is)^\\W*(?:in witness where?of\\b|in witness thereof\\b|signed (?:by|for|as (?:an?|of))\\b|executed (?:by|as)\\b|as witness\\b"
                    + "|signature pages? (?:follows|to)|signatures?\\W*$|remainder of (?:this )?page|by:\\s*(?:_{3,}|/s/)|/s/"
                    + "|the parties (?:hereto )?have (?:executed|signed|caused)|agreed (?:to )?and accepted)|^\\s*/s/");
    private static final Pattern FILING_EXHIBIT = Pattern.compile("Exhibit \\d{1,2}\\.\\d.*");
    /** What stands between the names of the parties. */
    private static final Pattern JOINS =
            Pattern.compile("(?i)\\W*(?:(?:by and )?(?:between|among)|and|by|-and-|with)\\W*");

    private static final Pattern ENDED =
            Pattern.compile("(?s).*[.;:!?)\\]_”\"*][”\"’']?\\s*$|(?is).*\\b(?:and|or)\\s*$");

    private final String text;
    private final List<Piece> pieces;
    private final List<Marker> markers;
    private final FrontMatter front;
    private final Outline outline;
    private final BitSet numbered = new BitSet();
    private final BitSet attached = new BitSet();
    private boolean bodyBegun;
    private boolean signing;

    ClauseStarts(String text, List<Piece> pieces, List<Marker> markers, FrontMatter front, Outline outline) {
        this.text = text;
        this.pieces = pieces;
        this.markers = markers;
        this.front = front;
        this.outline = outline;
        for (Marker marker : markers) {
            if (marker.startsPiece()) {
                numbered.set(marker.piece());
                if (marker.readings().get(0).kind() == LabelKind.ATTACHMENT) {
                    attached.set(marker.piece());
                }
            }
        }
    }

    boolean hasBodyBegun() {
        return bodyBegun;
    }

    void bodyBegins() {
        bodyBegun = true;
        signing = false;
    }

    /** Where the numbered clause belongs that begins at a marker; null when none begins there. */
    Outline.@Nullable Place place(int index, boolean headed) {
        Marker marker = markers.get(index);
        if (!mayBegin(index, marker, headed)) {
            return null;
        }
        boolean heads = headed || leads(index, marker.readings().get(0));
        Outline.Place place = outline.place(marker, heads, nextLike(index));
        return place != null && standsOut(index, marker, place.label(), headed) ? place : null;
    }

    private boolean mayBegin(int index, Marker marker, boolean headed) {
        LabelKind kind = marker.readings().get(0).kind();
        if (kind == LabelKind.ATTACHMENT) {
            return isAttachment(index, marker);
        }
        if (kind.isDivision()) {
            return marker.startsPiece()
                    || marker.strength() == Strength.LINE
                    || text.startsWith("ARTICLE", marker.start());
        }
        if (signing) {
            return marker.startsPiece() && kind == LabelKind.DECIMAL && headed;
        }
        if (!bodyBegun && front.holdsPreamble() && kind.isLettered()) {
            return marker.startsPiece() && headed && (kind == LabelKind.UPPER || kind == LabelKind.UPPER_ROMAN);
        }
        return true;
    }

    /** Numbers inside a paragraph count only where the words around them are those of a clause. */
    private boolean standsOut(int index, Marker marker, Label label, boolean headed) {
        if (marker.startsPiece() || label.kind().isDivision()) {
            return true;
        }
        if (label.kind() == LabelKind.DECIMAL) {
            boolean capital = marker.body() < text.length() && !Character.isLowerCase(text.charAt(marker.body()));
            return capital
                    && (marker.strength() == Strength.LINE || headed || label.depth() >= 2 || leads(index, label));
        }
        if (marker.strength() == Strength.LINE && label.value() > 1) {
            return true;
        }
        return goesOn(index, marker.strength() == Strength.LINE ? Strength.LINE : Strength.PARAGRAPH);
    }

    /** Whether the next main number is the one after this. */
    private boolean leads(int index, Label label) {
        if (label.kind() != LabelKind.DECIMAL
                || label.depth() > 1
                || markers.get(index).startsPiece()) {
            return false;
        }
        for (int i = index + 1; i < Math.min(markers.size(), index + LOOK_AHEAD); i++) {
            Label next = markers.get(i).readings().get(0);
            if (next.kind() == LabelKind.DECIMAL && next.depth() == 1) {
                return next.value() == label.value() + 1;
            }
        }
        return false;
    }

    /** Whether the list goes on with a number of the same form at a stronger place before the next main number. */
    private boolean goesOn(int index, Strength least) {
        Marker marker = markers.get(index);
        String form = marker.readings().get(0).form();
        for (int i = index + 1; i < Math.min(markers.size(), index + LOOK_AHEAD); i++) {
            Marker next = markers.get(i);
            Label label = next.readings().get(0);
            boolean strong = next.strength().compareTo(least) >= 0;
            if (next.startsPiece()
                    && (label.kind() == LabelKind.DECIMAL || label.kind().isDivision())) {
                return false;
            }
            if (strong && label.form().equals(form) && label.kind().isLettered()) {
                return next.readings().stream()
                        .anyMatch(reading -> marker.readings().stream()
                                .anyMatch(here -> here.kind() == reading.kind() && reading.value() > here.value()));
            }
        }
        return false;
    }

    private List<Label> nextLike(int index) {
        String form = markers.get(index).readings().get(0).form();
        for (int i = index + 1; i < Math.min(markers.size(), index + LOOK_AHEAD); i++) {
            Marker next = markers.get(i);
            if (next.strength() != Strength.SENTENCE
                    && next.readings().get(0).kind().isLettered()
                    && next.readings().get(0).form().equals(form)) {
                return next.readings();
            }
        }
        return List.of();
    }

    private boolean isAttachment(int index, Marker marker) {
        String printed = marker.readings().get(0).printed();
        boolean fits = marker.startsPiece() || marker.strength() == Strength.LINE;
        if (!fits || FILING_EXHIBIT.matcher(printed).matches() || (front.holdsPreamble() && !bodyBegun)) {
            return false;
        }
        Node open = outline.attachment();
        if (open != null && open.label() != null && open.label().printed().equalsIgnoreCase(printed)) {
            return false;
        }
        Piece piece = pieces.get(marker.piece());
        String after = text.substring(marker.body(), piece.end());
        boolean line =
                piece.end() - marker.start() <= LONG_LINE && !after.matches("(?s).*[a-z]{2}[.;,]\\s*(?:and)?\\s*$");
        boolean set = after.isBlank()
                || after.matches("(?s)\\R.*")
                || Headings.endOf(text, marker.body(), piece.end()) > marker.body();
        return (line || set) && !(inList(marker.piece()) && returns(index, printed));
    }

    private boolean inList(int piece) {
        return attached.get(piece + 1) || (piece > 0 && attached.get(piece - 1));
    }

    private boolean returns(int index, String printed) {
        for (int i = index + 1; i < markers.size(); i++) {
            Marker later = markers.get(i);
            if (later.startsPiece() && later.readings().get(0).printed().equalsIgnoreCase(printed)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the signatures begin here, or go on. */
    boolean beginSignatures(int index, String words) {
        boolean late = bodyBegun || index * 2 > pieces.size();
        if (signing || !late || !SIGNATURES.matcher(words).find()) {
            return false;
        }
        signing = true;
        return true;
    }

    /** Whether an unnumbered piece is a heading. */
    boolean isHeading(int index, String words) {
        Piece piece = pieces.get(index);
        boolean followed = index + 1 < pieces.size()
                && (numbered.get(index + 1)
                        || pieces.get(index + 1).length() >= LONG_PARAGRAPH
                        || pieces.get(index + 1).isTableRow());
        if (signing) {
            boolean numbers = index + 1 < pieces.size()
                    && (numbered.get(index + 1) || pieces.get(index + 1).length() >= 2 * LONG_PARAGRAPH);
            boolean out = numbers && (piece.isHeading() || Headings.isCapitalHeading(words));
            signing = !out;
            return out;
        }
        if (!bodyBegun
                && index > 0
                && JOINS.matcher(pieces.get(index - 1).in(text)).matches()) {
            return false;
        }
        if (piece.isHeading()) {
            return piece.length() <= LONG_LINE;
        }
        if (numbered.get(index) || !afterEnd(index)) {
            return false;
        }
        if (Headings.isCapitalHeading(words)) {
            return bodyBegun || followed;
        }
        return followed && Headings.isTitleHeading(words);
    }

    private boolean afterEnd(int index) {
        if (index == 0) {
            return true;
        }
        Piece previous = pieces.get(index - 1);
        return previous.isTableRow()
                || previous.isHeading()
                || previous.length() < 60
                || ENDED.matcher(previous.in(text).substring(Math.max(0, previous.length() - 20)))
                        .matches();
    }
}
