package io.recital.ingestion.document;

import io.recital.models.clause.BlockKind;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Walks an HTML tree and writes its visible words as blocks. */
final class HtmlBlocks {
    private static final Set<String> INVISIBLE = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "title",
            "meta",
            "link",
            "object",
            "iframe",
            "svg",
            "canvas",
            "audio",
            "video",
            "select",
            "datalist",
            "ix:header");
    private static final Set<String> FLOWING = Set.of(
            "p",
            "div",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "aside",
            "nav",
            "address",
            "blockquote",
            "pre",
            "center",
            "form",
            "fieldset",
            "figure",
            "figcaption",
            "dl",
            "dt",
            "dd",
            "ul",
            "ol",
            "li",
            "hr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "body",
            "html",
            "details",
            "summary",
            "caption");
    private static final Pattern HIDING = Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden");

    private final TextAssembly assembly;
    private final StringBuilder inline = new StringBuilder();
    private BlockKind kind = BlockKind.PARAGRAPH;
    private int level;

    HtmlBlocks(TextAssembly assembly) {
        this.assembly = assembly;
    }

    void read(Element body) {
        walk(body);
        flush();
    }

    static boolean isHidden(Element element) {
        String name = element.normalName();
        return INVISIBLE.contains(name)
                || element.hasAttr("hidden")
                || (name.equals("input") || name.equals("button"))
                || HIDING.matcher(element.attr("style").toLowerCase(Locale.ROOT))
                        .find();
    }

    private void walk(Element element) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode words) {
                inline.append(isPreformatted(element) ? words.getWholeText() : words.text());
            } else if (node instanceof Element child && !isHidden(child)) {
                enter(child);
            }
        }
    }

    private void enter(Element child) {
        String name = child.normalName();
        if (name.equals("br")) {
            inline.append('\n');
        } else if (name.equals("table") && HtmlTable.isData(child)) {
            flush();
            HtmlTable.read(child).writeTo(assembly);
        } else if (FLOWING.contains(name) || isTablePart(name)) {
            enterBlock(child, name);
        } else {
            walk(child);
        }
    }

    private void enterBlock(Element child, String name) {
        flush();
        BlockKind outerKind = kind;
        int outerLevel = level;
        if (name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))) {
            kind = BlockKind.HEADING;
            level = name.charAt(1) - '0';
        } else if (name.equals("li")) {
            kind = BlockKind.LIST_ITEM;
            level = (int) child.parents().stream()
                    .filter(parent -> parent.normalName().equals("ul")
                            || parent.normalName().equals("ol"))
                    .count();
        }
        walk(child);
        flush();
        kind = outerKind;
        level = outerLevel;
    }

    private static boolean isTablePart(String name) {
        return name.equals("tr") || name.equals("td") || name.equals("th") || name.equals("tbody");
    }

    private static boolean isPreformatted(Element element) {
        return element.normalName().equals("pre") || element.closest("pre") != null;
    }

    private void flush() {
        String words = inline.toString()
                .replaceAll("[ \\t\\r\\u00A0]*\\n[ \\t\\r\\u00A0]*", "\n")
                .replaceAll("[ \\t\\r]+", " ")
                .strip();
        inline.setLength(0);
        if (words.isEmpty()) {
            return;
        }
        if (kind != BlockKind.PARAGRAPH) {
            assembly.block(kind, level, null, words);
        } else if (LineShape.isPageNumber(words)) {
            assembly.block(BlockKind.PAGE_NUMBER, words);
        } else if (LineShape.isHeading(words)) {
            assembly.block(BlockKind.HEADING, words);
        } else {
            assembly.block(LineShape.isListItem(words) ? BlockKind.LIST_ITEM : BlockKind.PARAGRAPH, words);
        }
    }
}
