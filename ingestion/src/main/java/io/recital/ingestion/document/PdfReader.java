package io.recital.ingestion.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Reads PDF: lines with their places, furniture apart, paragraphs joined, tables as rows. */
final class PdfReader implements DocumentReader {
    static final String MEDIA_TYPE = "application/pdf";

    @Override
    public ParseOutcome read(SourceFile source) throws IOException, DocumentRefusal {
        PdfCompleteness.check(source.path());
        try (PDDocument document = open(source.path())) {
            if (document.getNumberOfPages() == 0) {
                throw new DocumentRefusal(RefusalCategory.EMPTY, "The PDF has no pages.");
            }
            return read(document);
        } catch (InvalidPasswordException e) {
            throw new DocumentRefusal(
                    RefusalCategory.PASSWORD_PROTECTED,
                    "The PDF is protected by a password; save it without one and send it again.");
        }
    }

    private static PDDocument open(Path path) throws IOException {
        return Loader.loadPDF(new RandomAccessReadBufferedFile(path.toFile()), IOUtils.createTempFileOnlyStreamCache());
    }

    private static ParseOutcome read(PDDocument document) throws IOException, DocumentRefusal {
        List<PdfPage> pages = new ArrayList<>();
        PdfPageReader reader = new PdfPageReader();
        for (int number = 1; number <= document.getNumberOfPages(); number++) {
            pages.add(reader.read(document, number));
        }
        List<Integer> scans =
                pages.stream().filter(PdfPage::isScan).map(PdfPage::number).toList();
        PdfText text = new PdfText(pages);
        if (!text.hasWords()) {
            if (scans.isEmpty()) {
                throw new DocumentRefusal(RefusalCategory.EMPTY, "The PDF's pages are blank.");
            }
            return new ParseOutcome.NeedsOcr("The PDF holds images of pages and no text.", MEDIA_TYPE, pages.size());
        }
        for (int page : scans) {
            text.warn("Page " + page + " is an image without text.");
        }
        String title = document.getDocumentInformation().getTitle();
        return new ParseOutcome.Parsed(text.document(title, false));
    }
}
