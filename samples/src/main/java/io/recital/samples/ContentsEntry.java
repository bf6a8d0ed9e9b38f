package io.recital.samples;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of the contents page.
 *
 * @param block where the heading stands among the document's blocks
 * @param level 1, or 2 for a section below an article
 */
record ContentsEntry(int block, int level, String number, String text) {
    /**
     * The numbered headings and the attachments; in a document without numbers, all top headings. Where a drafter runs
     * the sections' titles into their text, these are listed below their article.
     */
    static List<ContentsEntry> of(SourceDocument source) {
        boolean numbered = source.blocks().stream()
                .anyMatch(block -> block instanceof Block.Heading heading
                        && heading.level() == 1
                        && !heading.number().isEmpty());
        List<ContentsEntry> entries = new ArrayList<>();
        for (int i = 0; i < source.blocks().size(); i++) {
            Block block = source.blocks().get(i);
            if (block instanceof Block.Heading heading && heading.level() == 1) {
                if (!numbered || !heading.number().isEmpty() || SourceParser.isAttachment(heading.text())) {
                    entries.add(new ContentsEntry(i, 1, heading.number(), Run.plain(heading.text())));
                }
            } else if (block instanceof Block.Title title && i > 0 && SourceParser.isAttachment(title.text())) {
                entries.add(new ContentsEntry(i, 1, "", Run.plain(title.text())));
            } else if (block instanceof Block.Paragraph paragraph && source.isOrnate()) {
                addSection(i, paragraph, entries);
            }
        }
        return entries;
    }

    private static void addSection(int block, Block.Paragraph paragraph, List<ContentsEntry> entries) {
        List<Run> runs = Run.parse(paragraph.text());
        if (paragraph.marker().contains(".") && runs.get(0).face() == Run.Face.ITALIC) {
            String title = runs.get(0).text().replaceFirst("\\.$", "");
            entries.add(new ContentsEntry(block, 2, paragraph.marker().replaceFirst("\\.$", ""), title));
        }
    }
}
