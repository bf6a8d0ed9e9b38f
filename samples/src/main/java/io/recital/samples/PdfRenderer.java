package io.recital.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * Sets a sample as a PDF in the standard fonts, the same bytes each time (and so uncompressed: what a deflater writes
 * depends on its version).
 */
final class PdfRenderer implements Renderer {
    @Override
    public byte[] render(SourceDocument source) throws IOException {
        Map<Integer, Integer> numbers = pageNumbers(source);
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId((long) source.name().hashCode());
            document.setDocumentInformation(information(source));
            set(source, document, numbers);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    /** On which page each block begins, by its place among the blocks. */
    static Map<Integer, Integer> pageNumbers(SourceDocument source) throws IOException {
        try (PDDocument draft = new PDDocument()) {
            return set(source, draft, Map.of());
        }
    }

    private static PDDocumentInformation information(SourceDocument source) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(source.title());
        information.setProducer("Recital samples");
        GregorianCalendar made = GregorianCalendar.from(source.madeAt().atZone(ZoneOffset.UTC));
        information.setCreationDate(made);
        information.setModificationDate(made);
        return information;
    }

    private static Map<Integer, Integer> set(SourceDocument source, PDDocument document, Map<Integer, Integer> numbers)
            throws IOException {
        PdfPages pages = new PdfPages(document, PdfStyle.of(source));
        List<ContentsEntry> entries = ContentsEntry.of(source);
        Map<Integer, Integer> found = new HashMap<>();
        for (int i = 0; i < source.blocks().size(); i++) {
            Block block = source.blocks().get(i);
            if (block instanceof Block.Contents) {
                new PdfFront(pages).contents(entries, numbers);
            } else {
                keepWithSignatures(source.blocks(), i, pages);
                found.put(i, set(block, pages));
            }
        }
        pages.finish(source.header(), source.footer());
        return found;
    }

    /** A heading or a short paragraph goes to the page of the signatures that follow it. */
    private static void keepWithSignatures(List<Block> blocks, int from, PdfPages pages) throws IOException {
        double height = 0;
        for (Block block : blocks.subList(from, blocks.size())) {
            if (block instanceof Block.Signatures signatures) {
                if (height > 0 && !pages.fits(height + new PdfSignatures(pages).height(signatures))) {
                    pages.newPage();
                }
                return;
            }
            height += new PdfBody(pages).height(block);
            if (height > pages.height() / 4) {
                return;
            }
        }
    }

    /** Sets a block and answers on which page it begins. */
    private static int set(Block block, PdfPages pages) throws IOException {
        PdfBody body = new PdfBody(pages);
        pages.begin();
        if (block instanceof Block.Title title) {
            body.title(title);
        } else if (block instanceof Block.Centred centred) {
            body.centred(centred.text(), pages.style().size());
        } else if (block instanceof Block.Heading heading) {
            body.heading(heading);
        } else if (block instanceof Block.Paragraph paragraph) {
            body.paragraph(paragraph);
        } else if (block instanceof Block.Bilingual clause) {
            body.bilingual(clause);
        } else if (block instanceof Block.Table table) {
            new PdfTables(pages).table(table);
        } else if (block instanceof Block.Signatures signatures) {
            new PdfSignatures(pages).signatures(signatures);
        } else if (block instanceof Block.Cover cover) {
            new PdfFront(pages).cover(cover);
        } else if (block instanceof Block.Scan) {
            pages.scan();
        } else {
            pages.newPage();
        }
        return pages.begun();
    }
}
