package io.recital.ingestion.document;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a Word document's paragraph styles say about outline level and numbering, inheritance resolved. */
final class WordStyles {
    private static final int DEEPEST = 20;
    private static final Pattern HEADING = Pattern.compile("heading ?([1-9])");

    /** A style's own statements. */
    private record Style(
            String name,
            @Nullable String basedOn,
            @Nullable Integer outline,
            @Nullable String list,
            @Nullable Integer listLevel,
            boolean bold) {}

    private final Map<String, Style> styles = new HashMap<>();
    private String standard = "";

    WordStyles(@Nullable Document xml) {
        for (Element style : WordXml.children(xml == null ? null : xml.getDocumentElement(), "style")) {
            String id = WordXml.attribute(style, "styleId");
            if (id == null || !"paragraph".equals(WordXml.attribute(style, "type"))) {
                continue;
            }
            if ("1".equals(WordXml.attribute(style, "default"))) {
                standard = id;
            }
            styles.put(id, read(style));
        }
    }

    private static Style read(Element style) {
        Element properties = WordXml.child(style, "pPr");
        Element numbering = WordXml.child(properties, "numPr");
        Element run = WordXml.child(style, "rPr");
        String name = WordXml.childValue(style, "name");
        String outline = WordXml.childValue(properties, "outlineLvl");
        String level = WordXml.childValue(numbering, "ilvl");
        return new Style(
                name == null ? "" : name.toLowerCase(Locale.ROOT),
                WordXml.childValue(style, "basedOn"),
                outline == null ? null : WordXml.number(outline, 9),
                WordXml.childValue(numbering, "numId"),
                level == null ? null : WordXml.number(level, 0),
                WordXml.child(run, "b") != null && !WordXml.isOff(WordXml.childValue(run, "b")));
    }

    /** Heading depth, 1 the highest; 0 for text that is no heading. */
    int headingLevel(@Nullable String id) {
        Integer level = find(id, style -> {
            Matcher heading = HEADING.matcher(style.name());
            return heading.matches()
                    ? Integer.valueOf(heading.group(1))
                    : style.outline() == null ? null : style.outline() + 1;
        });
        return level == null || level > 9 ? 0 : level;
    }

    boolean isTitle(@Nullable String id) {
        Style style = id == null ? null : styles.get(id);
        return style != null && (style.name().equals("title") || style.name().equals("subtitle"));
    }

    boolean isBold(@Nullable String id) {
        return find(id, style -> style.bold() ? Boolean.TRUE : null) != null;
    }

    @Nullable
    String list(@Nullable String id) {
        return find(id, Style::list);
    }

    @Nullable
    Integer listLevel(@Nullable String id) {
        return find(id, Style::listLevel);
    }

    private <T> @Nullable T find(@Nullable String id, Function<Style, @Nullable T> statement) {
        String next = id == null ? standard : id;
        for (int i = 0; i < DEEPEST && next != null; i++) {
            Style style = styles.get(next);
            if (style == null) {
                return null;
            }
            T value = statement.apply(style);
            if (value != null) {
                return value;
            }
            next = style.basedOn();
        }
        return null;
    }
}
