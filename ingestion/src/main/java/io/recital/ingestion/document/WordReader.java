package io.recital.ingestion.document;

import io.recital.models.evidence.PageMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OLE2NotOfficeXmlFileException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/** Reads DOCX: the parts of the package, put together to blocks. */
final class WordReader implements DocumentReader {
    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/";

    @Override
    public ParseOutcome read(SourceFile source) throws IOException, DocumentRefusal {
        try (OPCPackage document = OPCPackage.open(source.path().toFile(), PackageAccess.READ)) {
            return read(document);
        } catch (OLE2NotOfficeXmlFileException e) {
            throw passwordProtected();
        } catch (OpenXML4JException e) {
            throw new IOException("The file is no complete Word document", e);
        }
    }

    static DocumentRefusal passwordProtected() {
        return new DocumentRefusal(
                RefusalCategory.PASSWORD_PROTECTED,
                "The document is protected by a password; save it without one and send it again.");
    }

    private static ParseOutcome read(OPCPackage document) throws IOException, OpenXML4JException, DocumentRefusal {
        PackagePart main = mainPart(document);
        WordNotes notes = new WordNotes();
        boolean changed = notes.read(related(main, "footnotes"));
        changed |= notes.read(related(main, "endnotes"));
        WordBlocks blocks = new WordBlocks(
                new WordStyles(tree(related(main, "styles"))),
                new WordNumbering(tree(related(main, "numbering"))),
                notes);
        try (InputStream body = main.getInputStream()) {
            changed |= WordBody.read(body, blocks);
        }
        TextAssembly assembly = blocks.assembly();
        if (changed) {
            assembly.warn("The document holds tracked changes; deleted text was left out and inserted text kept.");
        }
        if (assembly.isBlank()) {
            throw new DocumentRefusal(RefusalCategory.EMPTY, "The document holds no words.");
        }
        String title = document.getPackageProperties().getTitleProperty().orElse(null);
        return new ParseOutcome.Parsed(assembly.document(MEDIA_TYPE, PageMap.NONE, title, false));
    }

    private static PackagePart mainPart(OPCPackage document) throws IOException, InvalidFormatException {
        for (String type :
                List.of(PackageRelationshipTypes.CORE_DOCUMENT, PackageRelationshipTypes.STRICT_CORE_DOCUMENT)) {
            for (PackageRelationship relation : document.getRelationshipsByType(type)) {
                PackagePart part = document.getPart(relation);
                if (part != null) {
                    return part;
                }
            }
        }
        throw new IOException("The file has no Word document inside");
    }

    private static @Nullable PackagePart related(PackagePart main, String kind) throws InvalidFormatException {
        List<PackageRelationship> relations = new ArrayList<>();
        main.getRelationshipsByType(RELATION + kind).forEach(relations::add);
        main.getRelationshipsByType(STRICT_RELATION + kind).forEach(relations::add);
        for (PackageRelationship relation : relations) {
            var name = PackagingURIHelper.createPartName(relation.getTargetURI());
            PackagePart part = main.getPackage().getPart(name);
            if (part != null) {
                return part;
            }
        }
        return null;
    }

    private static @Nullable Document tree(@Nullable PackagePart part) throws IOException, DocumentRefusal {
        if (part == null) {
            return null;
        }
        try (InputStream bytes = part.getInputStream()) {
            return SafeXml.tree(bytes);
        }
    }
}
