package io.recital.ingestion.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** Reads PDF: lines with their places, furniture apart, paragraphs joined, tables as rows. */
final class PdfReader implements DocumentReader {
    static final String MEDIA_TYPE = "application/pdf";

    private final PdfOcr ocr;

    PdfReader(@Nullable Path tesseract, Runnable ocrStarted) {
        this.ocr = new PdfOcr(tesseract, ocrStarted);
    }

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

    private ParseOutcome read(PDDocument document) throws IOException, DocumentRefusal {
        List<PdfPage> pages = new ArrayList<>();
        PdfPageReader reader = new PdfPageReader();
        for (int number = 1; number <= document.getNumberOfPages(); number++) {
            pages.add(reader.read(document, number));
        }
        List<Integer> scans =
                pages.stream().filter(PdfPage::isScan).map(PdfPage::number).toList();
        if (scans.isEmpty()) {
            return text(document, pages, List.of(), false);
        }
        String obstacle = ocr.findObstacle(scans.size());
        if (obstacle == null) {
            return readByOcr(document, pages, scans);
        }
        if (scans.size() == pages.size()) {
            return new ParseOutcome.NeedsOcr(
                    "All " + pages.size() + " pages are images without text, and " + obstacle + ".",
                    MEDIA_TYPE,
                    pages.size());
        }
        String warning =
                sentence(scans, " image without text and was not read: ", " images without text and were not read: ");
        return text(document, pages, List.of(warning + obstacle + "."), false);
    }

    private ParseOutcome readByOcr(PDDocument document, List<PdfPage> pages, List<Integer> scans)
            throws IOException, DocumentRefusal {
        List<PdfPage> read = ocr.read(document, pages);
        List<Integer> unread = ocr.unread();
        if (unread.size() == pages.size()) {
            return new ParseOutcome.NeedsOcr(
                    "All " + pages.size() + " pages are images without text, and Tesseract failed on each of them; "
                            + "see that it runs and send the file again.",
                    MEDIA_TYPE,
                    pages.size());
        }
        List<Integer> done =
                scans.stream().filter(page -> !unread.contains(page)).toList();
        List<String> warnings = new ArrayList<>();
        if (!done.isEmpty()) {
            warnings.add(sentence(
                    done, " image without text and was read by OCR.", " images without text and were read by OCR."));
        }
        if (!unread.isEmpty()) {
            warnings.add(sentence(
                    unread,
                    " image without text that OCR failed to read.",
                    " images without text that OCR failed to read."));
        }
        return text(document, read, warnings, !done.isEmpty());
    }

    private static ParseOutcome text(PDDocument document, List<PdfPage> pages, List<String> warnings, boolean readByOcr)
            throws DocumentRefusal {
        PdfText text = new PdfText(pages);
        if (!text.hasWords()) {
            throw new DocumentRefusal(RefusalCategory.EMPTY, "The PDF's pages hold no words.");
        }
        warnings.forEach(text::warn);
        return new ParseOutcome.Parsed(
                text.document(document.getDocumentInformation().getTitle(), readByOcr));
    }

    private static String sentence(List<Integer> pages, String one, String many) {
        String numbers = pages.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return pages.size() == 1 ? "Page " + numbers + " is an" + one : "Pages " + numbers + " are" + many;
    }
}
