package io.recital.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Builds documents from their sources. */
public final class BuildSamples {
    private BuildSamples() {}

    /** All sources of a folder and of those in it, by name. */
    public static List<SourceDocument> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(SourceDocument::read)
                    .toList());
        }
    }

    /** The bytes of one document, the same each time. */
    public static byte[] render(SourceDocument source) throws IOException {
        Renderer renderer =
                switch (source.format()) {
                    case PDF -> new PdfRenderer();
                    case DOCX -> new DocxRenderer();
                    case XLSX -> new XlsxRenderer();
                    case HTML -> new HtmlRenderer();
                    case EML -> new EmlRenderer();
                };
        return renderer.render(source);
    }
}
