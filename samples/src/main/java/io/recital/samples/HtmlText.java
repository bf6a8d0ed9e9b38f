package io.recital.samples;

import java.util.List;

/** Writes blocks as HTML; {@link HtmlRenderer} and {@link EmlRenderer} put a page around them. */
final class HtmlText {
    private final StringBuilder page = new StringBuilder();
    private final SourceDocument source;

    private HtmlText(SourceDocument source) {
        this.source = source;
    }

    /** All blocks of a document. */
    static String of(SourceDocument source) {
        HtmlText text = new HtmlText(source);
        for (int i = 0; i < source.blocks().size(); i++) {
            text.add(i, source.blocks().get(i));
        }
        return text.page.toString();
    }

    private void add(int place, Block block) {
        if (block instanceof Block.Title title) {
            element("h1", " id=\"b" + place + "\"", inline(title.text()));
        } else if (block instanceof Block.Centred centred) {
            element("p", " class=\"centred\"", inline(centred.text()));
        } else if (block instanceof Block.Heading heading) {
            String words = number(heading.number()) + inline(heading.text());
            element("h" + (heading.level() + 1), " id=\"b" + place + "\"", words);
        } else if (block instanceof Block.Paragraph paragraph) {
            paragraph(paragraph);
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Bilingual clause) {
            bilingual(clause);
        } else if (block instanceof Block.Signatures signatures) {
            signatures(signatures);
        } else if (block instanceof Block.Cover cover) {
            cover(cover);
        } else if (block instanceof Block.Contents) {
            contents();
        } else if (block instanceof Block.Scan) {
            throw new SampleException(
                    SampleException.Category.SOURCE, source.name() + ": only a PDF has pages that are scanned");
        }
    }

    private void element(String tag, String attributes, String inner) {
        page.append('<').append(tag).append(attributes).append('>').append(inner);
        page.append("</").append(tag).append(">\n");
    }

    private void paragraph(Block.Paragraph paragraph) {
        String kind = paragraph.marker().isEmpty() ? "i" : "n i";
        String words = number(paragraph.marker()) + inline(paragraph.text());
        element("p", " class=\"" + kind + paragraph.indent() + "\"", words);
    }

    private void cover(Block.Cover cover) {
        page.append("<section class=\"cover\">\n");
        for (int i = 0; i < cover.lines().size(); i++) {
            element(
                    "p",
                    i == cover.title() ? " class=\"name\"" : "",
                    inline(cover.lines().get(i)));
        }
        page.append("</section>\n");
    }

    private void contents() {
        page.append("<nav>\n<p class=\"name\">Contents</p>\n<ul>\n");
        for (ContentsEntry entry : ContentsEntry.of(source)) {
            String words = (entry.number() + " " + escape(entry.text())).strip();
            page.append("<li><a href=\"#b").append(entry.block()).append("\">");
            page.append(words).append("</a></li>\n");
        }
        page.append("</ul>\n</nav>\n");
    }

    private void table(Block.Table table) {
        page.append("<table>\n<thead>\n");
        row("th", table.header(), table);
        page.append("</thead>\n<tbody>\n");
        table.rows().forEach(row -> row("td", row, table));
        page.append("</tbody>\n</table>\n");
    }

    private void row(String tag, List<String> cells, Block.Table table) {
        page.append("<tr>");
        for (int column = 0; column < cells.size(); column++) {
            page.append('<').append(tag).append(table.rightAligned().get(column) ? " class=\"right\">" : ">");
            page.append(inline(cells.get(column))).append("</").append(tag).append('>');
        }
        page.append("</tr>\n");
    }

    private void bilingual(Block.Bilingual clause) {
        page.append("<table class=\"bilingual\">\n<tr>");
        clause.languages()
                .forEach(
                        language -> page.append("<th>").append(inline(language)).append("</th>"));
        page.append("</tr>\n");
        for (List<String> row : clause.rows()) {
            page.append("<tr>");
            row.forEach(cell -> page.append("<td>").append(inline(cell)).append("</td>"));
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    private void signatures(Block.Signatures signatures) {
        page.append("<table class=\"signatures\"><tr>");
        for (Block.Signatory signatory : signatures.signatories()) {
            List<String> lines =
                    signatory.lines().stream().map(HtmlText::inline).toList();
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

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
