package io.recital.ingestion.segment;

import io.recital.ingestion.segment.Marker.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds every place of a document where a number may begin a clause, and leaves out cross-references. */
final class Markers {
    private static final Pattern CANDIDATE = Pattern.compile("(?<=\\s)(?=\\(?[A-Za-z\\d§])(?:\\(?[A-Za-z]{1,5}[.)]"
            + "|\\(?\\d{1,2}\\)|\\d{1,2}(?:\\.\\d{1,3}){0,4}[.:]?|§|(?:(?:SECTION|Section|ARTICLE|Article|SCHEDULE|Schedule"
            + "|EXHIBIT|Exhibit|ANNEX|Annex|APPENDIX|Appendix|ATTACHMENT|Attachment)\\s))(?=\\s|\\S)");
    private static final Pattern REFERENCE_BEFORE = Pattern.compile(
            "(?i)(?<![\\w-])(?:sections?|sec\\.|articles?|clauses?|paragraphs?|sub-?(?:sections?|clauses?|paragraphs?)|schedules?|exhibits?"
                    + "|annex(?:es)?|appendix|attachments?|items?|no\\.|rule|part|page|the|under|of|to|in|with|by|from|than"
                    + "|about|least|for|at)\\s*$");
    private static final Pattern ENDED =
            Pattern.compile("[.;:!?)\\]”\"…][”\"’']?\\s*$|(?i)[;,]\\s*(?:and|or|and/or)\\s*$");
    private static final Pattern LABEL_TAIL = Pattern.compile("[\\s\u00A0]*(?:[-–—:.][\\s\u00A0]+)?[*_]{0,3}");
    private static final Pattern GOES_ON = Pattern.compile("\\s*(?:[,;)(]|\\p{Ll})");
    private static final Pattern LOWER = Pattern.compile("\\s*\\p{Ll}");
    private static final int BEFORE = 40;
    private static final int FEW = 3;
    /** A paragraph so long has lost its line breaks: numbers in it may begin clauses without an end before them. */
    private static final int COLLAPSED = 1200;

    private final String text;
    private final List<Piece> pieces;
    private final List<Marker> found = new ArrayList<>();

    private Markers(String text, List<Piece> pieces) {
        this.text = text;
        this.pieces = pieces;
    }

    static List<Marker> in(String text, List<Piece> pieces) {
        Markers markers = new Markers(text, pieces);
        for (int i = 0; i < pieces.size(); i++) {
            if (!pieces.get(i).isTableRow()) {
                markers.read(i);
            }
        }
        return markers.withoutStrayNumbers();
    }

    /** Where main numbers are written "7." or "Article VII", a bare 7 is a page number or an amount. */
    private List<Marker> withoutStrayNumbers() {
        long dotted = found.stream()
                .filter(marker -> marker.startsPiece() && !isBare(marker))
                .filter(marker -> marker.readings().get(0).kind() == LabelKind.ARTICLE
                        || (marker.readings().get(0).kind() == LabelKind.DECIMAL
                                && marker.readings().get(0).depth() == 1))
                .count();
        found.removeIf(marker -> isBare(marker) && (dotted >= FEW || !marker.startsPiece()));
        return found;
    }

    private boolean isBare(Marker marker) {
        Label label = marker.readings().get(0);
        int end = marker.start() + label.printed().length();
        return label.kind() == LabelKind.DECIMAL
                && label.depth() == 1
                && label.printed().indexOf('.') < 0
                && marker.strength() != Strength.GENERATED
                && text.startsWith(label.printed(), marker.start())
                && (end >= text.length() || ".:)".indexOf(text.charAt(end)) < 0);
    }

    private void read(int index) {
        Piece piece = pieces.get(index);
        List<Label> generated = piece.block().label() == null
                ? List.of()
                : Labels.of(piece.block().label());
        int at = piece.start();
        if (!generated.isEmpty()) {
            found.add(new Marker(at, at, generated, Strength.GENERATED, index));
        } else {
            at = readAt(index, afterEmphasis(piece), Strength.PARAGRAPH);
        }
        Matcher matcher = CANDIDATE.matcher(text);
        matcher.useTransparentBounds(true);
        int from = Math.min(Math.max(at, piece.start() + 1), piece.end());
        matcher.region(from, piece.end());
        while (matcher.find()) {
            Strength strength = strengthAt(piece, matcher.start());
            if (strength != null && (isDecimalAt(matcher.start()) || endedBefore(piece, matcher.start()))) {
                readAt(index, matcher.start(), strength);
            }
        }
    }

    /** Where the words begin, after the stars of Markdown. */
    private int afterEmphasis(Piece piece) {
        int at = piece.start();
        while (at < piece.end() && "*_".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private boolean isDecimalAt(int at) {
        return Character.isDigit(text.charAt(at)) || text.charAt(at) == '§' || lastMarkerEndsAt(at);
    }

    private boolean endedBefore(Piece piece, int at) {
        return ENDED.matcher(text.substring(Math.max(piece.start(), at - BEFORE), at))
                .find();
    }

    private int readAt(int index, int at, Strength strength) {
        Piece piece = pieces.get(index);
        Labels.Reading reading = Labels.at(text, at, piece.end());
        if (reading.labels().isEmpty() || isReference(index, at, strength, reading)) {
            return at;
        }
        Matcher tail = LABEL_TAIL.matcher(text);
        tail.region(reading.end(), piece.end());
        int body = tail.lookingAt() ? tail.end() : reading.end();
        int start = strength == Strength.PARAGRAPH ? piece.start() : at;
        found.add(new Marker(start, body, reading.labels(), strength, index));
        return body;
    }

    private @Nullable Strength strengthAt(Piece piece, int at) {
        int blank = at;
        boolean newLine = false;
        while (blank > piece.start() && Piece.isBlank(text.charAt(blank - 1))) {
            blank--;
            newLine |= text.charAt(blank) == '\n';
        }
        boolean ended = endedBefore(piece, blank);
        boolean collapsed = piece.length() >= COLLAPSED;
        boolean wide = at - blank >= 3 || text.charAt(at - 1) == '\t';
        if ((newLine && (ended || isHeadingLine(piece, blank))) || (wide && (ended || collapsed))) {
            return Strength.LINE;
        }
        return ended || collapsed || lastMarkerEndsAt(at) ? Strength.SENTENCE : null;
    }

    private boolean lastMarkerEndsAt(int at) {
        return !found.isEmpty() && found.get(found.size() - 1).body() == at;
    }

    private boolean isHeadingLine(Piece piece, int end) {
        int start = Math.max(piece.start(), text.lastIndexOf('\n', end - 1) + 1);
        String line = text.substring(start, end);
        return Headings.isCapitalHeading(line) || Headings.isTitleHeading(line);
    }

    /** A number that ends or continues a sentence ("set forth in Section 5.2 of …") begins no clause. */
    private boolean isReference(int index, int at, Strength strength, Labels.Reading reading) {
        Label label = reading.labels().get(0);
        int end = pieces.get(index).end();
        String after = text.substring(reading.end(), Math.min(end, reading.end() + BEFORE));
        boolean worded = label.kind().isDivision()
                || (label.kind() == LabelKind.DECIMAL && !Character.isDigit(text.charAt(at)) && text.charAt(at) != '§');
        if (worded && GOES_ON.matcher(after).lookingAt()) {
            return true;
        }
        if (strength != Strength.PARAGRAPH) {
            return REFERENCE_BEFORE
                    .matcher(text.substring(Math.max(0, at - BEFORE), at))
                    .find();
        }
        return index > 0 && !pieces.get(index - 1).isHeading() && goesOn(pieces.get(index - 1), label, after);
    }

    /** Whether a paragraph only goes on with the sentence of the one before, which a page break cut. */
    private boolean goesOn(Piece previous, Label label, String after) {
        String before = text.substring(Math.max(previous.start(), previous.end() - BEFORE), previous.end());
        boolean lower = LOWER.matcher(after).lookingAt();
        if (label.kind() == LabelKind.DECIMAL && lower && !ENDED.matcher(before).find()) {
            return true;
        }
        return REFERENCE_BEFORE.matcher(before).find()
                && !after.isBlank()
                && !Headings.isCapitals(before)
                && !Headings.isTitleHeading(previous.in(text));
    }
}
