package io.recital.ingestion.document;

import io.recital.models.clause.BlockKind;
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

/** Reads DOCX: paragraphs with their automatic numbers as labels, headings by style, tables, footnotes left where they are. */
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
        WordBlocks blocks = new WordBlocks(
                new WordStyles(tree(related(main, "styles"))), new WordNumbering(tree(related(main, "numbering"))));
        boolean changed;
        try (InputStream body = main.getInputStream()) {
            changed = WordBody.read(body, blocks);
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

    /** Turns paragraphs and tables into blocks. */
    private static final class WordBlocks implements WordBody.Sink {
        private final TextAssembly assembly = new TextAssembly();
        private final WordStyles styles;
        private final WordNumbering numbering;

        WordBlocks(WordStyles styles, WordNumbering numbering) {
            this.styles = styles;
            this.numbering = numbering;
        }

        TextAssembly assembly() {
            return assembly;
        }

        @Override
        public void paragraph(WordParagraph paragraph) {
            String words = paragraph.words.toString().strip();
            if (words.isEmpty()) {
                return;
            }
            String list = listOf(paragraph);
            int listLevel = list == null ? 0 : listLevelOf(paragraph, list);
            String label = list == null ? null : numbering.next(list, listLevel);
            int heading = paragraph.outline != null ? paragraph.outline % 10 : styles.headingLevel(paragraph.style);
            if (styles.isTitle(paragraph.style)) {
                assembly.block(BlockKind.TITLE, 0, label, words);
            } else if (heading > 0 && words.length() <= 200) {
                assembly.block(BlockKind.HEADING, heading, label, words);
            } else if (list != null) {
                assembly.block(BlockKind.LIST_ITEM, listLevel + 1, label, words);
            } else {
                assembly.block(kindByShape(paragraph, words), words);
            }
        }

        private BlockKind kindByShape(WordParagraph paragraph, String words) {
            boolean bold = paragraph.isBold() || styles.isBold(paragraph.style);
            boolean shortBold = bold && words.length() <= 90 && !words.endsWith(".") && !words.endsWith(":");
            if (LineShape.isHeading(words) || shortBold) {
                return BlockKind.HEADING;
            }
            return LineShape.isListItem(words) ? BlockKind.LIST_ITEM : BlockKind.PARAGRAPH;
        }

        private @Nullable String listOf(WordParagraph paragraph) {
            String list = paragraph.list != null ? paragraph.list : styles.list(paragraph.style);
            return list == null || list.equals("0") ? null : list;
        }

        private int listLevelOf(WordParagraph paragraph, String list) {
            if (paragraph.listLevel != null) {
                return paragraph.listLevel;
            }
            if (paragraph.list == null && paragraph.style != null) {
                int tied = numbering.levelOfStyle(list, paragraph.style);
                if (tied >= 0) {
                    return tied;
                }
            }
            Integer byStyle = styles.listLevel(paragraph.style);
            return byStyle == null ? 0 : byStyle;
        }

        @Override
        public void table(List<WordBody.Row> rows) {
            boolean oneColumn = rows.stream().allMatch(row -> row.cells().size() <= 1);
            if (oneColumn) {
                rows.forEach(
                        row -> row.cells().forEach(cell -> cell.paragraphs().forEach(this::paragraph)));
                return;
            }
            TableAssembly table = new TableAssembly();
            for (WordBody.Row row : rows) {
                List<TableAssembly.Cell> cells = new ArrayList<>();
                int column = row.before();
                for (WordBody.Cell cell : row.cells()) {
                    cells.add(cell(cell, column));
                    column += cell.width();
                }
                table.row(cells, row.header());
            }
            table.writeTo(assembly);
        }

        private TableAssembly.Cell cell(WordBody.Cell cell, int column) {
            StringBuilder words = new StringBuilder();
            boolean bold = true;
            for (WordParagraph paragraph : cell.paragraphs()) {
                String list = listOf(paragraph);
                String label = list == null || paragraph.words.toString().isBlank()
                        ? null
                        : numbering.next(list, listLevelOf(paragraph, list));
                words.append(label == null ? "" : label + " ")
                        .append(paragraph.words)
                        .append(' ');
                bold &= paragraph.isBold() || paragraph.words.toString().isBlank();
            }
            return new TableAssembly.Cell(words.toString(), column, cell.width(), cell.continues(), bold);
        }
    }
}
