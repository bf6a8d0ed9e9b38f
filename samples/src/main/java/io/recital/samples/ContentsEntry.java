package io.recital.samples;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of the contents page.
 *
 * @param block where the heading stands among the document's blocks
 */
record ContentsEntry(int block, String number, String text) {
    /** The numbered headings and the attachments; in a document without numbers, all top headings. */
    static List<ContentsEntry> of(SourceDocument source) {
        List<Block> blocks = source.blocks();
        boolean numbered =
                blocks.stream().anyMatch(block -> isTop(block) && !number(block).isEmpty());
        List<ContentsEntry> entries = new ArrayList<>();
        boolean titled = false;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (isTop(block)) {
                String text = Run.plain(((Block.Heading) block).text());
                if (!numbered || !number(block).isEmpty() || SourceParser.isAttachment(text)) {
                    entries.add(new ContentsEntry(i, number(block), text));
                }
            } else if (block instanceof Block.Title title) {
                if (titled && SourceParser.isAttachment(title.text())) {
                    entries.add(new ContentsEntry(i, "", title.plain()));
                }
                titled = true;
            }
        }
        return entries;
    }

    private static boolean isTop(Block block) {
        return block instanceof Block.Heading heading && heading.level() == 1;
    }

    private static String number(Block block) {
        return block instanceof Block.Heading heading ? heading.number() : "";
    }
}
