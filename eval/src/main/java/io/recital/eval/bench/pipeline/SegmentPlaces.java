package io.recital.eval.bench.pipeline;

import io.recital.eval.EvalException;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the segments of a text stand in it. LangChain4j's splitters do not say, and set white space anew; everything else
 * they leave as it is and in its order, so that counting it finds the places again.
 */
final class SegmentPlaces {
    private SegmentPlaces() {}

    /** The spans of segments that follow each other without overlap, in code points. */
    static List<Span> of(String text, List<String> segments) {
        StoredText stored = StoredText.of(text);
        List<Span> places = new ArrayList<>();
        int at = 0;
        for (String segment : segments) {
            int start = nextMark(text, at);
            int end = start;
            for (int i = 0; i < segment.length(); i++) {
                char mark = segment.charAt(i);
                if (!Character.isWhitespace(mark)) {
                    end = nextMark(text, end);
                    if (end == text.length() || text.charAt(end) != mark) {
                        throw new EvalException("A segment does not stand in its document where it should");
                    }
                    end++;
                }
            }
            places.add(stored.spanOfUtf16(Math.min(start, end), end));
            at = end;
        }
        return places;
    }

    private static int nextMark(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
