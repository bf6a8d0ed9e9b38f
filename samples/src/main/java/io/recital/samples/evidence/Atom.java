package io.recital.samples.evidence;

import io.recital.samples.Block;
import io.recital.samples.Run;
import io.recital.samples.SourceDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * The smallest piece of a source that a quote may stand in: a paragraph, a heading, a cell.
 *
 * @param text its words without mark-up and number, with white space as single blanks
 * @param preceding what may stand right before it in the stored text and is no part of it: its number, or the header
 *     row that is repeated on a next page
 * @param scanned whether it is on a page that is an image
 */
public record Atom(String path, String text, Form form, String preceding, boolean scanned) {
    /** What a piece is, as far as it matters to where it stands. */
    public enum Form {
        TEXT,
        TABLE_HEADER,
        CELL,
        /** A line of a signature block: columns may be read line by line. */
        SIGNATURE,
        /** A clause in two columns: they may be read line by line. */
        BILINGUAL,
        /** A line of the cover or of the contents page: it stands in the text, but is not quoted. */
        FRONT_PAGE
    }

    /** All pieces of a source, in the order of its text. */
    static List<Atom> of(SourceDocument source) {
        List<Atom> atoms = new ArrayList<>();
        boolean scanned = false;
        for (Block block : source.blocks()) {
            scanned |= block instanceof Block.Scan;
            add(block, source, scanned, atoms);
        }
        return atoms.stream().filter(atom -> !atom.text().isEmpty()).toList();
    }

    private static void add(Block block, SourceDocument source, boolean scanned, List<Atom> atoms) {
        if (block instanceof Block.Title title) {
            atoms.add(new Atom(title.path(), words(title.text()), Form.TEXT, "", scanned));
        } else if (block instanceof Block.Centred centred) {
            atoms.add(new Atom(centred.path(), words(centred.text()), Form.TEXT, "", scanned));
        } else if (block instanceof Block.Heading heading) {
            atoms.add(new Atom(heading.path(), words(heading.text()), Form.TEXT, heading.number(), scanned));
        } else if (block instanceof Block.Paragraph paragraph) {
            atoms.add(
                    new Atom(paragraph.path(), words(paragraph.text()), Form.TEXT, words(paragraph.marker()), scanned));
        } else if (block instanceof Block.Table table) {
            addTable(table, scanned, atoms);
        } else if (block instanceof Block.Cover cover) {
            cover.lines().forEach(line -> atoms.add(new Atom("", words(line), Form.FRONT_PAGE, "", scanned)));
        } else if (block instanceof Block.Contents) {
            addContents(source, atoms);
        } else {
            Form form = block instanceof Block.Bilingual ? Form.BILINGUAL : Form.SIGNATURE;
            block.plain().lines().forEach(line -> atoms.add(new Atom(block.path(), words(line), form, "", scanned)));
        }
    }

    private static void addTable(Block.Table table, boolean scanned, List<Atom> atoms) {
        for (String cell : table.header()) {
            atoms.add(new Atom(table.path(), words(cell), Form.TABLE_HEADER, "", scanned));
        }
        String header =
                String.join(" ", table.header().stream().map(Atom::words).toList());
        for (List<String> row : table.rows()) {
            String preceding = header;
            for (String cell : row) {
                atoms.add(new Atom(table.path(), words(cell), Form.CELL, preceding, scanned));
                preceding = "";
            }
        }
    }

    /** The headings, as the contents page lists them. */
    private static void addContents(SourceDocument source, List<Atom> atoms) {
        for (Block block : source.blocks()) {
            if (block instanceof Block.Heading heading) {
                atoms.add(new Atom("", words(heading.text()), Form.FRONT_PAGE, heading.number(), false));
            }
        }
    }

    private static String words(String marked) {
        return Run.plain(marked).replaceAll("[\\s\\u00a0]+", " ").strip();
    }
}
