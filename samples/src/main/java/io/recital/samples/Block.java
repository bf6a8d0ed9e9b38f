package io.recital.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    /** A clause in two languages side by side; the first row of the source names the languages. */
    record Bilingual(List<String> languages, List<List<String>> rows, String path) implements Block {
        public Bilingual {
            languages = List.copyOf(languages);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public String plain() {
            List<String> lines = new ArrayList<>(languages);
            rows.forEach(lines::addAll);
            return String.join("\n", lines.stream().map(Run::plain).toList());
        }
    }

    /** The cover page, a line each. It belongs to no clause, and its words come again in the body. */
    record Cover(List<String> lines) implements Block {
        public Cover {
            lines = List.copyOf(lines);
        }

        /** Which line is the title: the first bold one of the first three, or else the second. */
        int title() {
            for (int i = 0; i < Math.min(3, lines.size()); i++) {
                if (lines.get(i).startsWith("**")) {
                    return i;
                }
            }
            return Math.min(1, lines.size() - 1);
        }

        @Override
        public String path() {
            return "";
        }

        @Override
        public String plain() {
            return "";
        }
    }

    /** The page that lists the headings; a renderer makes it, so that it has no words of its own here. */
    record Contents() implements Block {
        @Override
        public String path() {
            return "";
        }

        @Override
        public String plain() {
            return "";
        }
    }

    /** What follows is a scanned image on pages of its own. */
    record Scan(String path) implements Block {
        @Override
        public String plain() {
            return "";
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

    /** Who signs, and how their drafter words it; name, office and date are empty in a copy that is not signed. */
    record Signatory(SourceDocument.Drafter drafter, String party, String name, String office, String date) {
        private static final String RULE = "______________________";

        boolean isSigned() {
            return !name.isEmpty();
        }

        /** The lines of the block; the second is the signature itself. */
        List<String> lines() {
            String signature = isSigned() ? "_" + name + "_" : RULE;
            String typed = isSigned() ? name : RULE;
            return switch (drafter) {
                case UK ->
                    List.of(
                            isSigned()
                                    ? "Signed by " + name + " for and on behalf of **" + party + "**"
                                    : "Signed for and on behalf of **" + party + "**",
                            signature,
                            "Name: " + typed,
                            "Position: " + blank(office),
                            "Date: " + blank(date));
                case US ->
                    List.of(
                            "**" + party.toUpperCase(Locale.ROOT) + "**",
                            isSigned() ? "By: _/s/ " + name + "_" : "By: " + RULE,
                            "Name: " + typed,
                            "Title: " + blank(office),
                            "Date: " + blank(date));
                case EU ->
                    List.of(
                            "For **" + party + "**",
                            signature,
                            "Name: " + typed,
                            "Function: " + blank(office),
                            "Place, date: " + blank(date));
            };
        }

        private static String blank(String value) {
            return value.isEmpty() ? RULE : value;
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
