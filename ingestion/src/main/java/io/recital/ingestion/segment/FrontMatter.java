package io.recital.ingestion.segment;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which pieces stand before the first clause: title page, preamble, recitals.
 *
 * @param preamble first piece of the preamble, -1 when there is none
 * @param recitals first piece of the recitals, -1 when there are none
 * @param recitalsEnd the piece that closes the recitals ("NOW, THEREFORE, …"), -1 when none does
 */
record FrontMatter(int preamble, int recitals, int recitalsEnd) {
    private static final int FURTHEST = 120;
    private static final int MOST_RECITALS = 60;
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
        int limit = Math.min(pieces.size(), FURTHEST);
        int preamble = -1;
        int recitals = -1;
        for (int i = 0; i < limit && recitals < 0; i++) {
            if (contents.get(i) || pieces.get(i).isTableRow()) {
                continue;
            }
            String words = pieces.get(i).in(text);
            if (beginsBody(text, pieces.get(i))) {
                break;
            }
            if (RECITALS.matcher(words).find()) {
                recitals = i;
            } else if (preamble < 0 && PREAMBLE.matcher(words).find()) {
                preamble = i;
            }
        }
        return new FrontMatter(preamble, recitals, recitals < 0 ? -1 : closing(text, pieces, recitals));
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
        return piece < end;
    }

    /** Whether the piece stands before the body for certain. */
    boolean isFront(int piece) {
        return isTitlePage(piece) || piece == preamble || piece == recitals || isRecital(piece);
    }

    boolean isRecital(int piece) {
        return recitals >= 0 && piece >= recitals && piece <= recitalsEnd;
    }
}
