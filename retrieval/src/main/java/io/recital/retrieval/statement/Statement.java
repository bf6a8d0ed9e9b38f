package io.recital.retrieval.statement;

import static java.util.Objects.requireNonNull;

import io.recital.models.clause.Clause;
import io.recital.models.contract.Contract;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What can be cited by itself: a sentence, or a row of a table.
 *
 * @param with name of the counterparty; empty while unknown
 * @param file the document's original name
 * @param clause that it stands in
 * @param place where it stands
 * @param quote the stored text there
 * @param cells of a row that are not empty; none for a sentence
 * @param lead what introduces it where it is an item below another clause; may be empty
 */
public record Statement(
        Contract contract,
        String with,
        String file,
        Clause clause,
        Span place,
        String quote,
        List<Cell> cells,
        String lead) {
    private static final Pattern NUMBERED = Pattern.compile(
            "^\\s*+(?:(?i:section|article|clause)\\s++)?\\(?\\d++(?:\\.\\d++)*+[.)]?(?:\\([a-z]\\))?\\s++");

    /** Words and where they stand. */
    public record Placed(Span place, String text) {}

    /**
     * A cell of a row.
     *
     * @param headers of its column, top down
     */
    public record Cell(Placed value, List<Placed> headers) {
        private static final Pattern BARE_NUMBER = Pattern.compile("-?\\d[\\d,]*+(?:\\.\\d++)?");
        private static final Pattern CURRENCY =
                Pattern.compile("(?<code>[$€£]|\\b(?:USD|EUR|GBP|CHF|CAD|AUD|JPY|SEK|NOK|DKK|PLN|CZK)\\b)");

        public Cell {
            headers = List.copyOf(headers);
        }

        /** Its text; a bare number with the currency that its headers name. */
        public String inUnits() {
            Matcher currency = CURRENCY.matcher(header());
            return BARE_NUMBER.matcher(value.text().strip()).matches() && currency.find()
                    ? currency.group("code") + " " + value.text().strip()
                    : value.text();
        }

        /** The column's headers as one string. */
        public String header() {
            return headers.stream().map(Placed::text).collect(Collectors.joining(" "));
        }
    }

    public Statement {
        requireNonNull(contract, "contract");
        requireNonNull(with, "with");
        requireNonNull(file, "file");
        requireNonNull(clause, "clause");
        requireNonNull(place, "place");
        requireNonNull(quote, "quote");
        requireNonNull(lead, "lead");
        cells = List.copyOf(cells);
    }

    public boolean isRow() {
        return !cells.isEmpty();
    }

    /** What it says without the number of its clause. */
    public String body() {
        return NUMBERED.matcher(quote).replaceFirst("");
    }

    /** What it says, each cell of a row with its header where that tells what its number is: {@code Rate (EUR)} 59.50. */
    public String values() {
        return isRow()
                ? cells.stream()
                        .map(cell -> cell.header() + ": " + cell.inUnits())
                        .collect(Collectors.joining("; "))
                : body();
    }

    /** What it says, with the headers of a row. */
    public String words() {
        return cells.stream().map(Cell::header).collect(Collectors.joining(" ", quote + " ", ""));
    }

    /** What stands around it: headings, title and lead. */
    public String surroundings() {
        return String.join(" ", clause.headingPath()) + " " + contract.title() + " " + with + " " + lead;
    }

    /** Its place, and the headers of a row, each once; without pages. */
    public List<Citation> cite() {
        List<Citation> citations = new ArrayList<>();
        citations.add(cite(new Placed(place, quote), isRow() ? CitationRole.CELL : CitationRole.CLAUSE));
        citeHeaders(cells, citations);
        return citations;
    }

    /** Some of a row's cells with their headers; without pages. */
    public List<Citation> cite(List<Cell> some) {
        List<Citation> citations = new ArrayList<>();
        some.forEach(cell -> citations.add(cite(cell.value(), CitationRole.CELL)));
        citeHeaders(some, citations);
        return citations;
    }

    private void citeHeaders(List<Cell> some, List<Citation> citations) {
        some.stream()
                .flatMap(cell -> cell.headers().stream())
                .distinct()
                .forEach(header -> citations.add(cite(header, CitationRole.TABLE_HEADER)));
    }

    private Citation cite(Placed words, CitationRole role) {
        return new Citation(
                contract.id(),
                contract.document(),
                file,
                clause.path(),
                null,
                words.place(),
                words.text(),
                Sha256.of(words.text()),
                role);
    }
}
