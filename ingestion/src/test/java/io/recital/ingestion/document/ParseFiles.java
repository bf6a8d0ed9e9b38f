package io.recital.ingestion.document;

import io.recital.models.clause.Block;
import io.recital.models.clause.ParsedDocument;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Shows what the parser makes of files: {@code ParseFiles [--blocks] PATH...}; for looking by eye, in test scope only. */
public final class ParseFiles {
    private ParseFiles() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> all = List.of(arguments);
        boolean blocks = all.contains("--blocks");
        FileParser parser = new FileParser();
        for (String argument :
                all.stream().filter(each -> !each.startsWith("--")).toList()) {
            try (Stream<Path> files = Files.walk(Path.of(argument))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    long start = System.nanoTime();
                    ParseOutcome outcome = parser.parse(file, String.valueOf(file.getFileName()));
                    long millis = (System.nanoTime() - start) / 1_000_000;
                    out.println("== " + file.getFileName() + " " + millis + " ms " + describe(outcome));
                    if (blocks && outcome instanceof ParseOutcome.Parsed parsed) {
                        show(out, parsed.document());
                    }
                }
            }
        }
    }

    private static String describe(ParseOutcome outcome) {
        if (outcome instanceof ParseOutcome.Parsed parsed) {
            ParsedDocument document = parsed.document();
            return "parsed " + document.mediaType() + ", " + document.text().length() + " code points, "
                    + document.blocks().size() + " blocks, "
                    + document.blocks().stream()
                            .filter(block -> block.row() != null)
                            .count() + " rows, "
                    + document.pages().pageStarts().size() + " pages, " + document.warnings();
        }
        return outcome.toString();
    }

    private static void show(PrintStream out, ParsedDocument document) {
        for (Block block : document.blocks()) {
            String cells = block.row() == null
                    ? ""
                    : " " + block.row().table() + "/" + block.row().row()
                            + (block.row().header() ? " header" : "")
                            + block.cells().stream()
                                    .map(cell -> "\n    " + cell.column() + " " + cell.headers() + " = " + cell.text())
                                    .toList();
            out.println(block.kind() + " " + block.level() + " "
                    + (block.label() == null ? "" : "<" + block.label() + "> ")
                    + (block.row() == null ? document.text().slice(block.span()).replace("\n", "\n    ") : cells));
        }
    }
}
