package io.recital.extraction.llm;

import io.recital.extraction.rules.statement.Statement;
import io.recital.extraction.rules.statement.Statements;
import io.recital.models.clause.Clause;
import io.recital.models.clause.Definition;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the model is shown of a contract to judge one clause: the clause, where it stands, the words that open its list,
 * the definitions of its terms, and its table.
 *
 * @param stems the words that open the list whose item the clause is, outermost first, from other clauses
 */
record Material(ContractReading contract, Clause clause, List<Citation> stems) {
    private static final int MOST_DEFINITIONS = 12;
    private static final int LONGEST_MEANING = 400;
    private static final int MOST_ROWS = 80;

    Material {
        stems = List.copyOf(stems);
    }

    static Material of(ContractReading contract, Clause clause) {
        List<Citation> stems = Statements.of(contract, clause).stream()
                .map(Statement::citations)
                .flatMap(List::stream)
                .filter(citation -> citation.role() == CitationRole.LIST_STEM)
                .filter(citation -> !citation.span().overlaps(clause.span()))
                .distinct()
                .toList();
        return new Material(contract, clause, stems);
    }

    /** All of it, between lines that begin with the mark; parts that there are none of are left out. */
    String fencedBy(String mark) {
        StringBuilder text = new StringBuilder();
        sections().forEach((name, words) -> {
            if (!words.isBlank()) {
                text.append(mark).append(' ').append(name).append('\n').append(words.strip());
                text.append('\n');
            }
        });
        return text.append(mark).append(" end").toString();
    }

    private Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("place", (clause.path() + "\n" + String.join(" > ", clause.headingPath())).strip());
        sections.put("opening", opening());
        sections.put("definitions", String.join("\n", definitions()));
        sections.put("table", String.join("\n", table()));
        sections.put("clause", clause.text());
        return sections;
    }

    private List<String> definitions() {
        String words = clause.text() + "\n" + opening();
        Map<String, String> used = new LinkedHashMap<>();
        for (Definition definition : contract.segmentation().definitions()) {
            if (used.size() < MOST_DEFINITIONS
                    && !definition.clause().equals(clause.id())
                    && !used.containsKey(definition.term())
                    && stands(definition.term(), words)) {
                used.put(definition.term(), shortened(definition.meaning()));
            }
        }
        List<String> lines = new ArrayList<>();
        used.forEach((term, meaning) -> lines.add(term + ": " + meaning));
        return lines;
    }

    private String opening() {
        return stems.stream().map(Citation::quote).collect(Collectors.joining("\n"));
    }

    private static boolean stands(String term, String words) {
        return !term.isBlank()
                && Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(term) + "(?:e?s)?(?![\\p{L}\\p{N}])")
                        .matcher(words)
                        .find();
    }

    private static String shortened(String meaning) {
        String line = AnswerReader.squeeze(meaning);
        return line.length() <= LONGEST_MEANING
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_MEANING))) + " …";
    }

    private List<String> table() {
        return clause.rows().stream()
                .filter(row -> !row.header())
                .limit(MOST_ROWS)
                .map(Material::line)
                .toList();
    }

    private static String line(TableRow row) {
        return row.cells().stream()
                .filter(cell -> !cell.text().isBlank())
                .map(Material::cell)
                .collect(Collectors.joining(" | "));
    }

    private static String cell(TableCell cell) {
        String text = AnswerReader.squeeze(cell.text());
        return cell.header().isBlank() ? text : AnswerReader.squeeze(cell.header()) + ": " + text;
    }
}
