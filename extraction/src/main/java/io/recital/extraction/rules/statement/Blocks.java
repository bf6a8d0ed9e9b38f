package io.recital.extraction.rules.statement;

import io.recital.models.clause.Block;
import io.recital.models.evidence.Span;
import java.util.ArrayList;
import java.util.List;

/** Finds the blocks of a layout that a clause touches, without walking through the whole document. */
final class Blocks {
    private Blocks() {}

    static List<Block> within(List<Block> blocks, Span span) {
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (blocks.get(middle).span().end() <= span.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        List<Block> found = new ArrayList<>();
        for (int i = low; i < blocks.size() && blocks.get(i).span().start() < span.end(); i++) {
            found.add(blocks.get(i));
        }
        return found;
    }
}
