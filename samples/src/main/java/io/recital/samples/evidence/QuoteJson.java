package io.recital.samples.evidence;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Quotes with their offsets, as the built files hold them. */
public final class QuoteJson {
    private QuoteJson() {}

    /**
     * The quotes in order; one that a page's end divides becomes two, the second marked as continued.
     *
     * @param named whether each names its file, as quotes from several documents do
     */
    public static ArrayNode write(List<PlacedQuote> quotes, boolean named) {
        ArrayNode array = JsonMapper.shared().createArrayNode();
        for (PlacedQuote quote : quotes) {
            if (quote.parts().isEmpty()) {
                head(array.addObject(), quote, quote.written().text(), named).put("scanned", true);
            }
            boolean continued = false;
            for (PlacedQuote.Part part : quote.parts()) {
                ObjectNode node = head(
                        array.addObject(),
                        quote,
                        quote.parts().size() == 1 ? quote.written().text() : part.text(),
                        named);
                node.put("start", part.span().start()).put("end", part.span().end());
                if (part.page() == 0) {
                    node.putNull("page");
                } else {
                    node.put("page", part.page());
                }
                if (continued) {
                    node.put("continued", true);
                }
                continued = true;
            }
        }
        return array;
    }

    private static ObjectNode head(ObjectNode node, PlacedQuote quote, String text, boolean named) {
        if (named) {
            node.put("file", quote.file());
        }
        WrittenQuote written = quote.written();
        return node.put("text", text)
                .put("occurrence", written.number())
                .put("path", written.path())
                .put(
                        "role",
                        written.citationRole().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
