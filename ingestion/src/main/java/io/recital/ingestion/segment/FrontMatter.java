package io.recital.ingestion.segment;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which pieces stand before the first clause: title page, preamble, recitals.
 *
 * @param cover how many pieces stand on a cover, before a table of contents
 * @param preamble first piece of the preamble, -1 when there is none
 * @param recitals first piece of the recitals, -1 when there are none
 * @param recitalsEnd the piece that closes the recitals ("NOW, THEREFORE, …"), -1 when none does
 */
record FrontMatter(int cover, int preamble, int recitals, int recitalsEnd) {
    private static final int FURTHEST = 120;
    private static final int MOST_RECITALS = 60;
    private static final int LONGEST_COVER = 40;
    private static final int SENTENCE = 120;
    private static final Pattern BARE = Pattern.compile("(?i)\\W*(?:by and )?between\\W*");
    private static final Pattern BELONGS = Pattern.compile(
            "(?i)^\\W*(?:(?:attached )?to (?:the|that|this)\\b|this (?:schedule|exhibit|annex|appendix|attachment)\\b)");
    private static final Pattern GERMAN_RECITALS = Pattern.compile("(?i)\\W*preamble\\W*");
    private static final Pattern PREAMBLE = Pattern.compile("(?is)^[\\W\\d]*(?:"
            + "this\\s.{0,200}?\\b(?:agreement|contract|amendment|lease|deed|addendum|schedule|undertaking|order|licen[cs]e|statement of work|memorandum|letter)\\b"
            + ".{0,300}?\\b(?:made|entered|between|among|effective|dated|executed|sets? (?:forth|out)|governs?|concluded|is by)\\b"
            + "|(?:by and )?between:?\\s*$"
            + "|parties:?\\s*$"
            + "|(?:agreement|contract|deed|amendment)\\b[^.]{0,80}\\b(?:made|entered into|dated)\\b.{0,300}\\b(?:between|among)\\b"
            + "|dear\\s)");
    private static final Pattern RECITALS = Pattern.compile(
            "(?is)^\\s*(?:[A-Z0-9]{1,2}[.)]\\s*)?(?:recitals?|w\\s*i\\s*t\\s*n\\s*e\\s*s\\s*s\\s*e\\s*t\\s*h|background|preliminary statements?|introduction)\\s*(?:of the parties)?\\s*[:;.,]?\\s*$"
                    + "|^\\s*(?:\\(?[A-Z0-9]{1,2}[.)]\\s*)?whereas\\b|^\\s*recitals?[\\s:]+(?:\\(?[A-Z0-9][.)]|whereas)");
    private static final Pattern CLOSING = Pattern.compile(
            "(?is)^\\W*(?:\\(?[A-Z0-9]{1,2}[.)]\\s*)?(?:now\\W{0,3}\\s*therefore\\b|therefore\\b|in consideration of\\b|it is (?:hereby |therefore )?agreed|agreed terms|"
                    + "the parties (?:hereby |therefore )?agree|operative provisions|agreement\\s*$|.{0,160}\\bagree(?:d|s)? as follows\\W*$)");

    static FrontMatter in(String text, List<Piece> pieces, BitSet contents) {
        int cover = cover(text, pieces, contents);
        if (isAttachment(text, pieces, contents.get(cover) ? contents.nextClearBit(cover) : cover)) {
            return new FrontMatter(cover, -1, -1, -1);
        }
        int limit = Math.min(pieces.size(), cover + FURTHEST);
        int preamble = -1;
        int recitals = -1;
        for (int i = cover; i < limit && recitals < 0; i++) {
            if (contents.get(i) || pieces.get(i).isTableRow()) {
                continue;
            }
            String words = pieces.get(i).in(text);
            if (beginsBody(text, pieces.get(i))) {
                break;
            }
            boolean open = preamble < 0
                    || (words.length() > SENTENCE
                            && BARE.matcher(pieces.get(preamble).in(text)).matches());
            if (RECITALS.matcher(words).find()
                    || (preamble >= 0 && GERMAN_RECITALS.matcher(words).matches())) {
                recitals = i;
            } else if (open && PREAMBLE.matcher(words).find()) {
                preamble = i;
            }
        }
        return new FrontMatter(cover, preamble, recitals, recitals < 0 ? -1 : closing(text, pieces, recitals));
    }

    /** What stands before a table of contents is a cover, unless the contract's first sentence stands there. */
    private static int cover(String text, List<Piece> pieces, BitSet contents) {
        int first = contents.nextSetBit(0);
        if (first < 0 || first > LONGEST_COVER) {
            return 0;
        }
        for (int i = 0; i < first; i++) {
            Piece piece = pieces.get(i);
            boolean sentence = piece.length() > SENTENCE
                    && !piece.isHeading()
                    && PREAMBLE.matcher(piece.in(text)).find();
            if (piece.isTableRow() || sentence || beginsBody(text, piece)) {
                return 0;
            }
        }
        return first;
    }

    /** Whether the document is itself a schedule of another: it is headed so, and says to what it belongs. */
    private static boolean isAttachment(String text, List<Piece> pieces, int first) {
        if (first + 1 >= pieces.size()) {
            return false;
        }
        Piece piece = pieces.get(first);
        Labels.Reading reading = Labels.at(text, piece.start(), piece.end());
        return !reading.labels().isEmpty()
                && reading.labels().get(0).kind() == LabelKind.ATTACHMENT
                && pieces.subList(first + 1, Math.min(pieces.size(), first + 3)).stream()
                        .anyMatch(next -> BELONGS.matcher(next.in(text)).find());
    }

    private static boolean beginsBody(String text, Piece piece) {
        Labels.Reading reading = Labels.at(text, piece.start(), piece.end());
        if (reading.labels().isEmpty() || reading.labels().get(0).value() != 1) {
            return false;
        }
        Label label = reading.labels().get(0);
        String after = text.substring(reading.end(), piece.end());
        return (label.kind() == LabelKind.ARTICLE || label.kind() == LabelKind.DECIMAL)
                && !PREAMBLE.matcher(after).find()
                && !RECITALS.matcher(after).find();
    }

    private static int closing(String text, List<Piece> pieces, int recitals) {
        int limit = Math.min(pieces.size(), recitals + MOST_RECITALS);
        for (int i = recitals + 1; i < limit; i++) {
            if (CLOSING.matcher(pieces.get(i).in(text)).find()) {
                return i;
            }
        }
        return -1;
    }

    boolean holdsPreamble() {
        return preamble >= 0;
    }

    /** Whether the piece stands on the title page. */
    boolean isTitlePage(int piece) {
        int end = preamble >= 0 ? preamble : recitals;
        return piece < cover || piece < end;
    }

    /** Whether the piece stands before the body for certain. */
    boolean isFront(int piece) {
        return isTitlePage(piece) || piece == preamble || piece == recitals || isRecital(piece);
    }

    boolean isRecital(int piece) {
        return recitals >= 0 && piece >= recitals && piece <= recitalsEnd;
    }
}
