package io.recital.ingestion.family;

import io.recital.models.clause.Block;
import io.recital.models.clause.ParsedDocument;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the number that a document bears, such as {@code AB/2025/7-S1}; it also names the numbers of others. */
final class ContractReferences {
    /** Groups of capitals and digits, two dividers at least, or one behind a word that announces a number. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\w/-])[A-Z]{2,}[A-Z0-9]*(?:[/-][A-Z0-9]+){2,}(?![\\w/])|(?<=(?:[Nn]o|[Rr]ef|[Nn]r)\\.?:? )[A-Z]{1,}[A-Z0-9]*(?:[/-][A-Z0-9]+)+(?![\\w/])");
    /** Nothing but digits behind a word that announces a number: in a page header or title it is the document's own. */
    private static final Pattern DIGITS = Pattern.compile("(?<=(?:[Nn]o|[Rr]ef|[Nn]r)\\.?:? )\\d{5,12}(?![\\w/.,-])");
    /** A document bears its number where it begins; further down it speaks of others. */
    private static final int BEGINNING = 1500;

    private static final int TITLE = 80;

    private ContractReferences() {}

    /** The number that stands in the page headers or in the title, or else the first of the beginning. */
    static Optional<String> of(ParsedDocument document) {
        String text = document.text().value();
        String title = text.substring(0, Math.min(TITLE, text.length()));
        return inFurniture(document)
                .or(() -> first(title).or(() -> digits(title)))
                .or(() -> first(text.substring(0, Math.min(BEGINNING, text.length()))));
    }

    private static Optional<String> inFurniture(ParsedDocument document) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Block block : document.blocks()) {
            if (block.kind().isFurniture()) {
                String header = document.text().slice(block.span());
                first(header).or(() -> digits(header)).ifPresent(number -> counts.merge(number, 1, Integer::sum));
            }
        }
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static Optional<String> first(String text) {
        for (Matcher number = NUMBER.matcher(text); number.find(); ) {
            if (number.group().chars().anyMatch(Character::isDigit)) {
                return Optional.of(number.group());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> digits(String header) {
        Matcher number = DIGITS.matcher(header);
        return number.find() ? Optional.of(number.group()) : Optional.empty();
    }
}
