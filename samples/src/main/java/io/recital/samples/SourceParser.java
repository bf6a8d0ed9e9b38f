package io.recital.samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the format that {@code samples/README.md} describes: blocks between blank lines, numbers as written. */
final class SourceParser {
    /** 7.2, § 7, Article 7, ARTICLE VII. or Section 7.01, with the dash or colon that parts it from the words. */
    private static final String NUMBER = "(?:\\d+(?:\\.\\d+)*\\.?|§ ?\\d+[a-z]?|(?i:Article) (?:\\d+|[IVXLC]+)[.:]?"
            + "|(?i:Section) \\d+(?:\\.\\d+)*[.:]?)(?: [–—])?";

    private static final Pattern HEADING = Pattern.compile("(#{2,4}) (?:(" + NUMBER + ") )?(.+)");
    /** A sentence may begin with "Section 7.1", so a section is only numbered so when a run-in title follows. */
    private static final Pattern MARKED = Pattern.compile("(\\d+(?:\\.\\d+)+|\\d+\\.|\\([A-Za-z0-9]+\\)"
            + "|(?i:Section) \\d+\\.\\d+\\.(?= )|(?i:Section) \\d+\\.\\d+(?= (?:_|\\*\\*))) (.+)");

    private static final Pattern ATTACHMENT = Pattern.compile("((?i:Schedule|Exhibit|Annex|Appendix) [A-Z0-9]+)\\b.*");

    private final String name;
    private final List<Block> blocks = new ArrayList<>();
    private List<Integer> widths = List.of();
    private String attachment = "";
    private String clause = "";
    private List<String> items = new ArrayList<>();

    SourceParser(String name) {
        this.name = name;
    }

    SourceDocument parse(String source) {
        String[] parts = source.split("(?m)^---$\\n?", 3);
        if (parts.length != 3) {
            throw new SampleException(
                    SampleException.Category.SOURCE, name + ": start with properties between two lines of ---");
        }
        SourceDocument properties = new SourceDocument(name, properties(parts[1]), List.of());
        for (String block : parts[2].split("\\n\\s*\\n")) {
            if (!block.isBlank()) {
                add(block.stripTrailing().replaceFirst("^\\n+", ""), properties);
            }
        }
        return new SourceDocument(name, properties.properties(), blocks);
    }

    private static Map<String, String> properties(String lines) {
        Map<String, String> properties = new HashMap<>();
        lines.lines()
                .map(line -> line.split(":", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> properties.put(pair[0].strip(), pair[1].strip()));
        return properties;
    }

    private void add(String block, SourceDocument properties) {
        List<String> lines = block.lines().toList();
        if (block.equals("@pagebreak")) {
            blocks.add(new Block.PageBreak(path()));
        } else if (block.equals("@contents")) {
            blocks.add(new Block.Contents());
        } else if (block.equals("@scan")) {
            blocks.add(new Block.Scan(path()));
        } else if (lines.get(0).equals("@cover")) {
            blocks.add(new Block.Cover(lines.stream().skip(1).map(String::strip).toList()));
        } else if (lines.get(0).equals("@bilingual")) {
            addBilingual(lines.subList(1, lines.size()));
        } else if (block.startsWith("@sign ")) {
            blocks.add(new Block.Signatures(
                    lines.stream().map(line -> signatory(line, properties)).toList(), path()));
        } else if (block.startsWith("@widths ")) {
            widths = Arrays.stream(lines.get(0).substring(8).strip().split(" +"))
                    .map(Integer::valueOf)
                    .toList();
            addTable(lines.subList(1, lines.size()));
        } else if (block.startsWith("|")) {
            widths = List.of();
            addTable(lines);
        } else {
            int indent = (block.length() - block.stripLeading().length()) / 2;
            addText(indent, block.strip().replaceAll("\\s+", " "));
        }
    }

    private void addText(int indent, String text) {
        Matcher heading = HEADING.matcher(text);
        Matcher marked = MARKED.matcher(text);
        if (text.startsWith("# ")) {
            enterAttachment(text.substring(2));
            blocks.add(new Block.Title(text.substring(2), path()));
        } else if (text.startsWith("^ ")) {
            blocks.add(new Block.Centred(text.substring(2), path()));
        } else if (heading.matches()) {
            String number = heading.group(2) == null ? "" : heading.group(2);
            enterHeading(number, heading.group(3));
            blocks.add(new Block.Heading(heading.group(1).length() - 1, number, heading.group(3), path()));
        } else if (marked.matches()) {
            enter(indent, marked.group(1));
            blocks.add(new Block.Paragraph(indent, marked.group(1), marked.group(2), path()));
        } else {
            items = new ArrayList<>(items.subList(0, Math.min(indent, items.size())));
            blocks.add(new Block.Paragraph(indent, "", text, path()));
        }
    }

    private void addTable(List<String> lines) {
        List<String> header = cells(lines.get(0));
        List<Boolean> right =
                cells(lines.get(1)).stream().map(rule -> rule.endsWith(":")).toList();
        List<List<String>> rows =
                lines.stream().skip(2).map(SourceParser::cells).toList();
        List<Integer> shares = widths.isEmpty() ? header.stream().map(h -> 1).toList() : widths;
        blocks.add(new Block.Table(shares, right, header, rows, path()));
    }

    private void addBilingual(List<String> lines) {
        List<List<String>> rows =
                lines.stream().skip(2).map(SourceParser::cells).toList();
        if (lines.isEmpty() || cells(lines.get(0)).size() != 2 || rows.stream().anyMatch(row -> row.size() != 2)) {
            throw new SampleException(
                    SampleException.Category.SOURCE,
                    name + ": @bilingual is followed by a table of two columns, one language each");
        }
        blocks.add(new Block.Bilingual(cells(lines.get(0)), rows, path()));
    }

    private static List<String> cells(String line) {
        String inner = line.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }

    private Block.Signatory signatory(String line, SourceDocument properties) {
        List<String> parts = Arrays.stream(line.substring("@sign ".length()).split("\\|", -1))
                .map(String::strip)
                .toList();
        if (parts.size() != 4) {
            throw new SampleException(
                    SampleException.Category.SOURCE, name + ": write \"@sign party | name | office | date\"");
        }
        return new Block.Signatory(properties.drafter(), parts.get(0), parts.get(1), parts.get(2), parts.get(3));
    }

    private void enterHeading(String number, String text) {
        if (number.isEmpty()) {
            enterAttachment(text);
            clause = attachment.isEmpty() ? Run.plain(text) : "";
        } else {
            clause = cited(number);
            items.clear();
        }
    }

    private void enterAttachment(String heading) {
        Matcher matcher = ATTACHMENT.matcher(Run.plain(heading));
        if (matcher.matches()) {
            attachment = matcher.group(1);
        }
        clause = "";
        items.clear();
    }

    /** A number as a lawyer cites it: {@code Section 7.01} and {@code § 7} by their figures, {@code Article VII}. */
    private static String cited(String number) {
        return number.replaceFirst("[.:]?(?: [–—])?$", "")
                .replaceFirst("^(?:(?i:Section) |§ ?)", "")
                .replaceFirst("^(?i:Article)", "Article");
    }

    /** Whether a heading opens a schedule, exhibit, annex or appendix. */
    static boolean isAttachment(String heading) {
        return ATTACHMENT.matcher(Run.plain(heading)).matches();
    }

    private void enter(int indent, String marker) {
        if (marker.startsWith("(")) {
            items = new ArrayList<>(items.subList(0, Math.min(Math.max(indent - 1, 0), items.size())));
            items.add(marker);
        } else {
            clause = cited(marker);
            items.clear();
        }
    }

    private String path() {
        String within = clause + String.join("", items);
        if (attachment.isEmpty() || within.isEmpty()) {
            return attachment + within;
        }
        return attachment + (within.startsWith("Article") ? ", " : ", para ") + within;
    }
}
