package io.recital.ingestion.document;

import java.io.IOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** Builds documents that are small to send and endless to read. */
final class HostileDocuments {
    private static final int DEPTH = 12;
    private static final int WIDTH = 20;

    private HostileDocuments() {}

    /** A page that draws a form twenty times, which draws another form twenty times, and so on twelve levels deep. */
    static PDDocument pdfThatDrawsForEver() throws IOException {
        PDDocument document = new PDDocument();
        PDFormXObject inner = form(document, "0 0 m\n".repeat(2), null);
        for (int i = 0; i < DEPTH; i++) {
            inner = form(document, "/F Do\n".repeat(WIDTH), inner);
        }
        PDPage page = new PDPage(PDRectangle.A4);
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("F"), inner);
        page.setResources(resources);
        org.apache.pdfbox.pdmodel.common.PDStream content = new org.apache.pdfbox.pdmodel.common.PDStream(document);
        try (java.io.OutputStream out = content.createOutputStream()) {
            out.write("/F Do\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        page.setContents(content);
        document.addPage(page);
        return document;
    }

    private static PDFormXObject form(
            PDDocument document, String drawing, @org.jspecify.annotations.Nullable PDFormXObject inner)
            throws IOException {
        PDFormXObject form = new PDFormXObject(document);
        form.setBBox(PDRectangle.A4);
        PDResources resources = new PDResources();
        if (inner != null) {
            resources.put(COSName.getPDFName("F"), inner);
        }
        form.setResources(resources);
        try (java.io.OutputStream out = form.getContentStream().createOutputStream()) {
            out.write(drawing.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        return form;
    }
}
