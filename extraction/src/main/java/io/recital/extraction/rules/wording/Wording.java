package io.recital.extraction.rules.wording;

import io.recital.models.clause.Block;
import io.recital.models.clause.Clause;
import io.recital.models.clause.SentenceSplitter;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The wording of a clause or of a whole document without page furniture, of which every part can be cited verbatim.
 *
 * <p>Indices into it are Java string indices; {@link #cite} turns them into spans of the stored text.
 */
public final class Wording {
    private final ContractReading reading;
    private final String text;
    private final int[] starts;
    private final int[] storedStarts;

    private Wording(ContractReading reading, String text, int[] starts, int[] storedStarts) {
        this.reading = reading;
        this.text = text;
        this.starts = starts;
        this.storedStarts = storedStarts;
    }

    /** The wording of one clause. */
    public static Wording of(ContractReading reading, Clause clause) {
        String slice = reading.text().slice(clause.span());
        if (slice.equals(clause.text())) {
            return new Wording(reading, slice, new int[] {0}, new int[] {
                reading.text().utf16(clause.span().start())
            });
        }
        return within(reading, clause.span());
    }

    /** The wording of the whole document. */
    public static Wording of(ContractReading reading) {
        return within(reading, reading.text().span());
    }

    /** The wording of a part of the document. */
    public static Wording within(ContractReading reading, Span span) {
        StoredText stored = reading.text();
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        List<Integer> storedStarts = new ArrayList<>();
        int next = span.start();
        for (Block block : reading.parsed().blocks()) {
            if (block.kind().isFurniture() && block.span().overlaps(span)) {
                int until = Math.max(next, Math.min(block.span().start(), span.end()));
                append(stored, next, until, text, starts, storedStarts);
                next = Math.max(next, Math.min(block.span().end(), span.end()));
            }
        }
        append(stored, next, span.end(), text, starts, storedStarts);
        return new Wording(reading, text.toString(), toArray(starts), toArray(storedStarts));
    }

    private static void append(
            StoredText stored, int from, int to, StringBuilder text, List<Integer> starts, List<Integer> storedStarts) {
        if (from < to || starts.isEmpty()) {
            starts.add(text.length());
            storedStarts.add(stored.utf16(from));
            text.append(stored.slice(new Span(from, to)));
        }
    }

    private static int[] toArray(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The wording as a Java string. */
    public String text() {
        return text;
    }

    /** The words between two indices. */
    public String words(int start, int end) {
        return text.substring(start, end);
    }

    /** The sentences, in order. */
    public List<Sentence> sentences() {
        StoredText plain = StoredText.of(text);
        return SentenceSplitter.split(plain).stream()
                .map(span -> new Sentence(plain.utf16(span.start()), plain.utf16(span.end()), plain.slice(span)))
                .toList();
    }

    /** The span of the stored text that a range of this wording stands at. */
    public Span span(int start, int end) {
        return reading.text().spanOfUtf16(stored(start), stored(end - 1) + 1);
    }

    /** The first index that stands at an offset of the stored text or after it. */
    public int indexOf(int offset) {
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (span(middle, middle + 1).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Cites a range without the white space around it. */
    public Citation cite(int start, int end, CitationRole role) {
        int from = start;
        int to = end;
        while (from < to - 1 && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from + 1 && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return reading.cite(span(from, to), role);
    }

    private int stored(int index) {
        int piece = Arrays.binarySearch(starts, index);
        if (piece < 0) {
            piece = -piece - 2;
        }
        return storedStarts[piece] + index - starts[piece];
    }

    /**
     * A sentence of a wording.
     *
     * @param start Java string index in the wording
     * @param end after its last character
     */
    public record Sentence(int start, int end, String text) {}
}
