package io.recital.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Writes a sample as a Word file with heading styles, numbering, real tables and page number fields. */
final class DocxRenderer implements Renderer {
    @Override
    public byte[] render(SourceDocument source) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            DocxParts.install(document, source.isSerif());
            describe(document, source);
            DocxPage page = DocxPage.of(source);
            page.set(document, source);
            DocxText text = new DocxText(document, source);
            DocxTables tables = new DocxTables(document, page.textWidth());
            DocxFront front = new DocxFront(document, page.textWidth());
            for (Block block : source.blocks()) {
                if (block instanceof Block.Cover cover) {
                    front.cover(cover, source.isOrnate());
                } else if (block instanceof Block.Contents) {
                    front.contents(source);
                } else if (!tables.add(block)) {
                    text.add(block);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return StableZip.repack(bytes.toByteArray());
        }
    }

    private static void describe(XWPFDocument document, SourceDocument source) {
        var properties = document.getProperties().getCoreProperties();
        properties.setTitle(source.title());
        properties.setCreator("Recital samples");
        properties.setCreated(Optional.of(Date.from(source.madeAt())));
        properties.setModified(Optional.of(Date.from(source.madeAt())));
    }
}
