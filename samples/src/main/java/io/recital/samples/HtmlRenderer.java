package io.recital.samples;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a sample as one HTML page, as a contract system exports it. */
final class HtmlRenderer implements Renderer {
    private static final String STYLE = """
            body { font: 11pt/1.45 Georgia, serif; max-width: 46em; margin: 2em auto; color: #111; }
            header, footer { display: flex; justify-content: space-between; font: 8.5pt sans-serif; color: #555; }
            header { border-bottom: 1px solid #999; } footer { border-top: 1px solid #999; margin-top: 3em; }
            h1 { text-align: center; font-size: 1.5em; } p.centred { text-align: center; }
            h2 { font-size: 1.1em; margin-top: 1.6em; } h3 { font-size: 1em; }
            p.i1 { margin-left: 2.5em; } p.i2 { margin-left: 5em; } span.n { margin-right: 0.8em; }
            table { border-collapse: collapse; width: 100%; margin: 1em 0; font-size: 0.92em; }
            th, td { border: 1px solid #666; padding: 0.3em 0.5em; text-align: left; vertical-align: top; }
            th { background: #e6e6e6; } .right { text-align: right; }
            table.signatures td { border: 0; width: 50%; line-height: 2; }
            """;

    @Override
    public byte[] render(SourceDocument source) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(source.drafter() == SourceDocument.Drafter.UK ? "en-GB" : "en-US")
                .append("\">\n<head>\n<meta charset=\"UTF-8\">\n<title>")
                .append(escape(source.title()))
                .append("</title>\n<meta name=\"dcterms.created\" content=\"")
                .append(source.madeAt())
                .append("\">\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n");
        furniture("header", source.header(), page);
        page.append("<main>\n");
        source.blocks().forEach(block -> add(block, page));
        page.append("</main>\n");
        furniture("footer", source.footer(), page);
        return page.append("</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void furniture(String tag, List<String> ends, StringBuilder page) {
        page.append('<').append(tag).append('>');
        for (String end : ends) {
            String words = end.replace("{page}", "1").replace("{pages}", "1");
            page.append("<span>").append(escape(words)).append("</span> ");
        }
        page.append("</").append(tag).append(">\n");
    }

    private static void add(Block block, StringBuilder page) {
        if (block instanceof Block.Title title) {
            page.append("<h1>").append(inline(title.text())).append("</h1>\n");
        } else if (block instanceof Block.Centred centred) {
            page.append("<p class=\"centred\">").append(inline(centred.text())).append("</p>\n");
        } else if (block instanceof Block.Heading heading) {
            String tag = "h" + (heading.level() + 1);
            page.append('<').append(tag).append('>').append(number(heading.number()));
            page.append(inline(heading.text())).append("</").append(tag).append(">\n");
        } else if (block instanceof Block.Paragraph paragraph) {
            page.append("<p class=\"i").append(paragraph.indent()).append("\">").append(number(paragraph.marker()));
            page.append(inline(paragraph.text())).append("</p>\n");
        } else if (block instanceof Block.Table table) {
            table(table, page);
        } else if (block instanceof Block.Signatures signatures) {
            signatures(signatures, page);
        }
    }

    private static void table(Block.Table table, StringBuilder page) {
        page.append("<table>\n<thead>\n");
        row("th", table.header(), table, page);
        page.append("</thead>\n<tbody>\n");
        table.rows().forEach(row -> row("td", row, table, page));
        page.append("</tbody>\n</table>\n");
    }

    private static void row(String tag, List<String> cells, Block.Table table, StringBuilder page) {
        page.append("<tr>");
        for (int column = 0; column < cells.size(); column++) {
            page.append('<').append(tag).append(table.rightAligned().get(column) ? " class=\"right\">" : ">");
            page.append(inline(cells.get(column))).append("</").append(tag).append('>');
        }
        page.append("</tr>\n");
    }

    private static void signatures(Block.Signatures signatures, StringBuilder page) {
        page.append("<table class=\"signatures\"><tr>");
        for (Block.Signatory signatory : signatures.signatories()) {
            List<String> lines =
                    signatory.lines().stream().map(HtmlRenderer::inline).toList();
            page.append("<td>").append(String.join("<br>\n", lines)).append("</td>");
        }
        page.append("</tr></table>\n");
    }

    private static String number(String number) {
        return number.isEmpty() ? "" : "<span class=\"n\">" + number + "</span> ";
    }

    private static String inline(String marked) {
        StringBuilder text = new StringBuilder();
        for (Run run : Run.parse(marked)) {
            String words = escape(run.text());
            text.append(
                    switch (run.face()) {
                        case REGULAR -> words;
                        case BOLD -> "<strong>" + words + "</strong>";
                        case ITALIC -> "<em>" + words + "</em>";
                    });
        }
        return text.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
