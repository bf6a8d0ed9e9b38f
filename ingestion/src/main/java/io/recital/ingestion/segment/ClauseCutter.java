package io.recital.ingestion.segment;

import io.recital.models.clause.BlockKind;
import io.recital.models.clause.ClauseKind;
import io.recital.models.clause.TableRow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Walks once through a document and begins a clause wherever a number, a heading or a part of the document begins. */
final class ClauseCutter {
    private static final int SHORT_DEFINITION = 60;
    private static final Pattern DEFINED = Pattern.compile("(?s)^[\"“”]([^\"“”]{1,80})[\"“”,]+.{0,120}?"
            + "\\b(?:means?|refers? to|ha(?:s|ve) the|shall have the|includes?|is defined)\\b.*");

    private static final Pattern SALUTATION = Pattern.compile("(?i)^\\W*dear\\s");

    private final String text;
    private final List<Piece> pieces;
    private final List<Marker> markers;
    private final BitSet contents;
    private final FrontMatter front;
    private final Outline outline = new Outline();
    private final ClauseStarts starts;
    private final List<Draft> drafts = new ArrayList<>();
    private final ClausePath paths = new ClausePath();
    private boolean headingExpected;
    private @Nullable Draft recitals;
    private int lastRecital;
    private @Nullable Draft parties;
    private int lastParty;

    ClauseCutter(String text, List<Piece> pieces) {
        this.text = text;
        this.pieces = pieces;
        this.markers = Markers.in(text, pieces);
        this.contents = Contents.in(text, pieces);
        this.front = FrontMatter.in(text, pieces, contents);
        this.starts = new ClauseStarts(text, pieces, markers, front, outline);
    }

    List<Draft> cut() {
        int marker = 0;
        for (int i = 0; i < pieces.size(); i++) {
            int first = marker;
            while (marker < markers.size() && markers.get(marker).piece() == i) {
                marker++;
            }
            if (contents.get(i)) {
                addContents(i);
            } else if (pieces.get(i).isTableRow()) {
                addRow(pieces.get(i));
            } else {
                cut(i, first, marker);
            }
        }
        if (!starts.hasBodyBegun()) {
            drafts.replaceAll(Draft::outsidePreamble);
        }
        return drafts;
    }

    private void cut(int piece, int firstMarker, int lastMarker) {
        int from = firstMarker;
        boolean numbered = false;
        boolean numbers = !front.isTitlePage(piece);
        if (numbers && from < lastMarker && markers.get(from).startsPiece()) {
            numbered = beginIfItFits(from++, lastMarker);
        }
        if (!numbered) {
            addUnnumbered(piece);
        }
        for (int i = from; numbers && i < lastMarker; i++) {
            beginIfItFits(i, lastMarker);
        }
    }

    private void addContents(int piece) {
        if (drafts.isEmpty() || !isContents(last())) {
            Draft draft = open(pieces.get(piece).start(), ClauseKind.OTHER, "", null);
            draft.head(Segmenter.CONTENTS, pieces.get(piece).start());
        }
        headingExpected = false;
    }

    private void addRow(Piece piece) {
        if (drafts.isEmpty() || isContents(last())) {
            open(piece.start(), ClauseKind.CLAUSE, "", null);
        }
        TableRow row = Objects.requireNonNull(piece.block().row());
        last().rows.add(row);
        headingExpected = false;
    }

    static boolean isContents(Draft draft) {
        return draft.kind == ClauseKind.OTHER && Segmenter.CONTENTS.equals(draft.heading());
    }

    private Draft last() {
        return drafts.get(drafts.size() - 1);
    }

    private Draft open(int start, ClauseKind kind, String path, @Nullable Node parent) {
        Draft draft = new Draft(
                start,
                start,
                kind,
                path,
                parent == null ? null : parent.draft(),
                parent == null ? List.of() : parent.headings());
        drafts.add(draft);
        return draft;
    }

    private boolean beginIfItFits(int index, int lastMarker) {
        Marker marker = markers.get(index);
        Piece piece = pieces.get(marker.piece());
        int limit = index + 1 < lastMarker
                ? Math.max(marker.body(), markers.get(index + 1).start())
                : piece.end();
        int headEnd = Headings.endOf(text, marker.body(), limit);
        if (marker.strength() == Marker.Strength.GENERATED && piece.isHeading() && headEnd == marker.body()) {
            headEnd = limit;
        }
        if (front.isRecital(marker.piece()) && !marker.isDivision()) {
            return beginRecital(marker);
        }
        if (namesParty(marker)) {
            return beginParty(marker);
        }
        boolean headed = headEnd > marker.body() || marker.body() >= limit;
        Outline.Place place = starts.place(index, headed);
        if (place == null) {
            return false;
        }
        beginNumbered(marker, place, headEnd, piece);
        headingExpected = marker.body() >= limit && limit == piece.end();
        return true;
    }

    private boolean beginRecital(Marker marker) {
        int value = marker.readings().get(0).value();
        if (!marker.startsPiece() || recitals == null || value != lastRecital + 1) {
            return false;
        }
        lastRecital = value;
        String path = "Recital " + marker.readings().get(0).printed();
        Draft draft =
                new Draft(marker.start(), marker.body(), ClauseKind.RECITAL, path, recitals, recitals.headingPath());
        drafts.add(draft);
        return true;
    }

    private boolean namesParty(Marker marker) {
        return !starts.hasBodyBegun()
                && marker.startsPiece()
                && marker.readings().get(0).kind() == LabelKind.BRACKETED_DIGIT
                && marker.readings().get(0).value() == lastParty + 1
                && !drafts.isEmpty()
                && last().kind == ClauseKind.PREAMBLE;
    }

    private boolean beginParty(Marker marker) {
        lastParty++;
        Draft list = parties == null ? last() : parties;
        parties = list;
        String path = (list.heading() == null ? "" : list.path) + "(" + lastParty + ")";
        drafts.add(new Draft(marker.start(), marker.body(), ClauseKind.PREAMBLE, path, list, list.headingPath()));
        return true;
    }

    private void beginNumbered(Marker marker, Outline.Place place, int headEnd, Piece piece) {
        Label label = place.label();
        boolean attachment = label.kind() == LabelKind.ATTACHMENT;
        if (attachment) {
            outline.clear();
        }
        boolean defines = DEFINED.matcher(text.substring(marker.body(), Math.min(piece.end(), marker.body() + 300)))
                .find();
        ClauseKind kind = attachment ? ClauseKind.SCHEDULE : defines ? ClauseKind.DEFINITION : ClauseKind.CLAUSE;
        Draft draft = open(marker.start(), kind, paths.of(label, place.parent()), place.parent());
        if (headEnd > marker.body()) {
            draft.head(text.substring(marker.body(), headEnd), headEnd);
        } else if (label.kind().isDivision()) {
            draft.head(label.printed(), marker.body());
        }
        outline.enter(new Node(
                place.parent(), label, draft, piece.isHeading() ? piece.block().level() : 0));
        starts.bodyBegins();
    }

    private void addUnnumbered(int index) {
        Piece piece = pieces.get(index);
        String words = piece.in(text);
        boolean expected = headingExpected;
        headingExpected = false;
        if (front.isFront(index)) {
            addFrontMatter(index, words);
        } else if (starts.beginSignatures(index, words)) {
            outline.clear();
            open(piece.start(), ClauseKind.SIGNATURE, "Signatures", null);
        } else if (expected
                && (piece.isHeading() || Headings.isCapitalHeading(words) || Headings.isTitleHeading(words))) {
            last().head(words, piece.end());
        } else if (starts.isHeading(index, words)) {
            beginHeading(piece, words);
        } else if (piece.length() <= SHORT_DEFINITION * 100
                && DEFINED.matcher(words).matches()) {
            beginDefinition(piece, words);
        } else if (drafts.isEmpty() || isContents(last())) {
            beginWithoutHeading(piece);
        } else if (leavesList(index)) {
            Node item = Objects.requireNonNull(outline.current());
            Node parent = Objects.requireNonNull(item.parent());
            open(piece.start(), ClauseKind.CLAUSE, parent.draft().path, parent);
        } else if (last().kind == ClauseKind.TITLE && piece.length() > 200) {
            open(piece.start(), ClauseKind.PREAMBLE, "Preamble", null);
        }
    }

    /** Whether a paragraph follows the last item of a list that the layout sets off, and so belongs to what the list is in. */
    private boolean leavesList(int index) {
        Node item = outline.current();
        if (index == 0 || item == null || item.parent() == null || item.draft() != last()) {
            return false;
        }
        if (!item.is(LabelKind.LOWER) && !item.is(LabelKind.LOWER_ROMAN)) {
            return false;
        }
        Piece before = pieces.get(index - 1);
        Piece piece = pieces.get(index);
        return before.block().kind() == BlockKind.LIST_ITEM
                && piece.block().kind() == BlockKind.PARAGRAPH
                && Character.isUpperCase(text.charAt(piece.start()))
                && text.charAt(before.end() - 1) == '.';
    }

    private void addFrontMatter(int index, String words) {
        Piece piece = pieces.get(index);
        if (index == front.preamble()) {
            beginPreamble(piece, words);
        } else if (index == front.recitals()) {
            recitals = open(piece.start(), ClauseKind.RECITAL, "Recitals", null);
            if (Headings.isCapitalHeading(words) || Headings.isTitleHeading(words)) {
                recitals.head(words, piece.end());
            }
        } else if (front.isRecital(index) && last().path.startsWith("Recital ") && index == front.recitalsEnd()) {
            open(piece.start(), ClauseKind.RECITAL, "Recitals", null);
        } else if (drafts.isEmpty() || (front.isTitlePage(index) && last().kind != ClauseKind.TITLE)) {
            open(piece.start(), ClauseKind.TITLE, "", null);
        }
    }

    private void beginPreamble(Piece piece, String words) {
        if (SALUTATION.matcher(words).find()) {
            open(piece.start(), ClauseKind.CLAUSE, "", null);
            return;
        }
        boolean headed = piece.isHeading() || Headings.isTitleHeading(words) || Headings.isCapitalHeading(words);
        String line = words.strip().replaceAll("\\s+", " ");
        Draft preamble =
                open(piece.start(), ClauseKind.PREAMBLE, headed && line.length() <= 20 ? line : "Preamble", null);
        if (!preamble.path.equals("Preamble")) {
            preamble.head(words, piece.end());
        }
    }

    private void beginWithoutHeading(Piece piece) {
        Node parent = outline.current();
        if (parent != null) {
            open(piece.start(), ClauseKind.CLAUSE, parent.draft().path, parent);
        } else if (piece.length() > 200) {
            open(piece.start(), ClauseKind.PREAMBLE, "Preamble", null);
        } else {
            open(piece.start(), ClauseKind.TITLE, "", null);
        }
    }

    private void beginHeading(Piece piece, String words) {
        int level = piece.isHeading() ? piece.block().level() : 0;
        if (drafts.isEmpty()) {
            Draft title = open(piece.start(), ClauseKind.TITLE, "", null);
            title.head(words, piece.end());
            return;
        }
        Node parent = outline.aboveHeading(level);
        String line = words.strip().replaceAll("\\s+", " ");
        Draft draft = open(piece.start(), ClauseKind.CLAUSE, paths.ofHeading(line, parent), parent);
        draft.head(line, piece.end());
        outline.enter(new Node(parent, null, draft, level));
        starts.bodyBegins();
    }

    private void beginDefinition(Piece piece, String words) {
        Node parent = outline.aboveDefinition();
        Matcher matcher = DEFINED.matcher(words);
        String term = matcher.matches() ? matcher.group(1).strip() : "";
        Draft draft = open(piece.start(), ClauseKind.DEFINITION, paths.ofDefinition(term, parent), parent);
        outline.enter(new Node(parent, null, draft, 0));
    }
}
