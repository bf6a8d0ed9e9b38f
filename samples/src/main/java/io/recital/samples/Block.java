package io.recital.samples;

import java.util.ArrayList;
import java.util.List;

/** One piece of a sample's source, in the order of the text; its path is where a lawyer would say it stands. */
public sealed interface Block {
    String path();

    /** The wording without mark-up; parts that a reader sees apart, such as cells, stand on their own lines. */
    String plain();

    /** The title of the document. */
    record Title(String text, String path) implements Block {
        @Override
        public String plain() {
            return Run.plain(text);
        }
    }

    /** A centred line, as in a title block. */
    record Centred(String text, String path) implements Block {
        @Override
        public String plain() {
            return Run.plain(text);
        }
    }

    /**
     * A heading.
     *
     * @param level 1 for the top
     * @param number such as {@code 7.}, empty when it has none
     */
    record Heading(int level, String number, String text, String path) implements Block {
        @Override
        public String plain() {
            return (number + " " + Run.plain(text)).strip();
        }
    }

    /**
     * A paragraph, numbered or not.
     *
     * @param indent 0 for clauses, 1 for {@code (a)}, 2 for {@code (i)}
     * @param marker such as {@code 7.2} or {@code (b)}, empty when it has none
     */
    record Paragraph(int indent, String marker, String text, String path) implements Block {
        @Override
        public String plain() {
            return (marker + " " + Run.plain(text)).strip();
        }
    }

    /**
     * A table with one header row.
     *
     * @param widths relative column widths
     * @param rightAligned per column
     */
    record Table(
            List<Integer> widths, List<Boolean> rightAligned, List<String> header, List<List<String>> rows, String path)
            implements Block {
        public Table {
            widths = List.copyOf(widths);
            rightAligned = List.copyOf(rightAligned);
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                if (row.size() != header.size()) {
                    throw new SampleException(
                            SampleException.Category.SOURCE,
                            "A row under " + path + " has " + row.size() + " cells where the header has "
                                    + header.size() + ": give it one cell per column");
                }
            }
            if (widths.size() != header.size()) {
                throw new SampleException(
                        SampleException.Category.SOURCE,
                        "The table under " + path + " needs one width per column in @widths");
            }
        }

        /** A column's share of the width, between 0 and 1. */
        double share(int column) {
            return widths.get(column)
                    / (double) widths.stream().mapToInt(Integer::intValue).sum();
        }

        @Override
        public String plain() {
            List<String> lines = new ArrayList<>(header);
            rows.forEach(lines::addAll);
            return String.join("\n", lines.stream().map(Run::plain).toList());
        }
    }

    /** The signature block, one column per signatory. */
    record Signatures(List<Signatory> signatories, String path) implements Block {
        public Signatures {
            signatories = List.copyOf(signatories);
        }

        @Override
        public String plain() {
            return String.join(
                    "\n",
                    signatories.stream()
                            .flatMap(s -> s.lines().stream())
                            .map(Run::plain)
                            .toList());
        }
    }

    /** Who signs, and how their drafter words it. */
    record Signatory(SourceDocument.Drafter drafter, String party, String name, String office, String date) {
        /** The lines of the block; the second is the signature itself. */
        List<String> lines() {
            return drafter == SourceDocument.Drafter.UK
                    ? List.of(
                            "Signed by " + name + " for and on behalf of **" + party + "**",
                            "_" + name + "_",
                            "Name: " + name,
                            "Position: " + office,
                            "Date: " + date)
                    : List.of(
                            "**" + party.toUpperCase(java.util.Locale.ROOT) + "**",
                            "By: _/s/ " + name + "_",
                            "Name: " + name,
                            "Title: " + office,
                            "Date: " + date);
        }
    }

    /** What follows starts on a new page. */
    record PageBreak(String path) implements Block {
        @Override
        public String plain() {
            return "";
        }
    }
}
