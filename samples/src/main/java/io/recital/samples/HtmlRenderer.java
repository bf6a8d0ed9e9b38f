package io.recital.samples;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a sample as one HTML page, as a contract system exports it. */
final class HtmlRenderer implements Renderer {
    private static final String STYLE = """
            body { font: 11pt/1.5 Georgia, "Times New Roman", serif; background: #eceff1; color: #1a1a1a; margin: 0; }
            body > * { max-width: 42em; margin: 0 auto; padding: 0 4em; background: #fff; }
            header, footer { display: flex; justify-content: space-between; font: 8.5pt Arial, sans-serif; color: #555; }
            header { padding-top: 2.5em; } footer { padding-top: 3em; padding-bottom: 2.5em; }
            main { padding-top: 1.5em; padding-bottom: 1em; }
            h1 { text-align: center; font-size: 1.5em; line-height: 1.3; margin: 1em 0 1.2em; }
            h2 { font-size: 1.12em; margin: 1.8em 0 0.6em; } h3 { font-size: 1em; margin: 1.4em 0 0.5em; }
            h4 { font-size: 1em; font-style: italic; font-weight: normal; }
            p { margin: 0 0 0.75em; text-align: justify; } p.centred { text-align: center; }
            p.i1 { margin-left: 3em; } p.i2 { margin-left: 6em; } p.n { position: relative; padding-left: 3em; }
            p.n span.n { position: absolute; left: 0; } h2 span.n, h3 span.n { margin-right: 1em; }
            table { border-collapse: collapse; width: 100%; margin: 1em 0 1.4em; font-size: 0.9em; line-height: 1.35; }
            th, td { border: 1px solid #888; padding: 0.4em 0.6em; text-align: left; vertical-align: top; }
            th { background: #e8ecef; } .right { text-align: right; }
            table.signatures td, table.bilingual td, table.bilingual th { border: 0; width: 50%; background: none; }
            table.signatures td { line-height: 2.1; padding-top: 1.5em; }
            section.cover { text-align: center; padding: 5em 0 4em; border-bottom: 1px solid #888; }
            section.cover p { text-align: center; } .name { font-size: 1.5em; font-weight: bold; }
            nav ul { list-style: none; padding: 0; } nav a { color: #24466b; }
            """;

    @Override
    public byte[] render(SourceDocument source) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(source.drafter() == SourceDocument.Drafter.US ? "en-US" : "en-GB")
                .append("\">\n<head>\n<meta charset=\"UTF-8\">\n<title>")
                .append(HtmlText.escape(source.title()))
                .append("</title>\n<meta name=\"dcterms.created\" content=\"")
                .append(source.madeAt())
                .append("\">\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n");
        furniture("header", source.header(), page);
        page.append("<main>\n").append(HtmlText.of(source)).append("</main>\n");
        furniture("footer", source.footer(), page);
        return page.append("</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void furniture(String tag, List<String> ends, StringBuilder page) {
        page.append('<').append(tag).append('>');
        for (String end : ends) {
            String words = end.replace("{page}", "1").replace("{pages}", "1");
            page.append("<span>").append(HtmlText.escape(words)).append("</span> ");
        }
        page.append("</").append(tag).append(">\n");
    }
}
