package io.recital.extraction.rules.measure;

import io.recital.extraction.rules.statement.Statement;
import io.recital.extraction.rules.statement.Statements;
import io.recital.models.clause.Clause;
import io.recital.models.clause.Definition;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a document says of how its measures are computed and credits earned, beside the measures themselves: decimals, too
 * few events, credits that are earned back, and the definition of what a credit is a percentage of.
 */
final class CountingRules {
    private static final Pattern FOR_ALL = Pattern.compile(
            "\\b(?:each|every)\\s+\\p{L}+[^.;]{0,30}?\\brounded\\s+up\\s+to\\s+(?:the\\s+next\\s+)?(?:full|whole|complete)\\s+(?:hours?|minutes?)\\b|\\bdecimals\\s+are\\s+dropped\\b|\\bnearest\\s+(?:tenth|hundredth|thousandth)\\b|\\bdecimal(?:s|\\s+places?|\\s+digits?)\\b|\\b(?:if|where|when)\\s+no\\s+(?:event|incident|call|order|deliver|request)\\p{L}*\\b[^.]*\\bmet\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FOR_SOME = Pattern.compile(
            "\\b(?:fewer|less)\\s+than\\s+(?:\\d+|\\p{L}+)\\s+\\p{L}+[^.]*\\b(?:measured|counts?)\\b|\\bearn(?:s|ed)?[\\s-]?back\\b|\\b(?:do(?:es)?\\s+not\\s+count|(?:is|are)\\s+(?:disregarded|not\\s+counted))\\b|\\b(?:ask(?:ed)?\\s+for|claim(?:ed)?|request(?:ed)?|demand(?:ed)?)\\b[^.;]{0,40}?\\bby\\s+the\\s+(?:end|\\d{1,2}\\p{L}{2}(?:\\s+day)?)\\s+of\\s+the\\s+(?:following|next)\\s+month\\b",
            Pattern.CASE_INSENSITIVE);
    /** What takes a credit away again. */
    private static final Pattern RELIEF = Pattern.compile(
            "^\\W*(?:[\\d.]+\\s*|\\([a-z\\d]{1,3}\\)\\s*)?no\\s+(?:[\\p{L}-]+\\s+){0,2}?(?:credits?|abatements?|rebates?|deductions?|reductions?|adjustments?|penalt(?:y|ies))\\b[^.;]{0,60}?\\b(?:is|are|shall\\s+be|will\\s+be)\\s+(?:due|payable|owed|made|given|allowed|granted)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BASE = Pattern.compile(
            "^The\\s+(?:amounts?|charges?|fees?)\\b[^.]{0,60}?\\b(?:are|means?|comprises?)\\b",
            Pattern.CASE_INSENSITIVE);
    /** Prices and indices are rounded by rules of their own. */
    private static final Pattern OF_PRICES = Pattern.compile(
            "\\b(?:prices?|ind(?:ex|ices)|invoices?|royalt\\p{L}+|amounts?|currenc\\p{L}+|exchange|adjust\\p{L}+|fees?|cents?)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MONEY =
            Pattern.compile("\\b(?:charges?|fees?|amounts?|prices?|remuneration)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_BRACKETS = Pattern.compile(
            "\\([“\"]?(\\p{Lu}[\\p{L}-]*(?:\\s+[\\p{L}-]+){0,3}\\s+(?:Fee|Charge|Price|Rate)s?)[”\"]?\\s*,[^)]{3,40}\\)");
    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

    private final ContractReading contract;
    private final List<Statement> rules;
    private final List<Statement> named;

    private CountingRules(ContractReading contract, List<Statement> rules, List<Statement> named) {
        this.contract = contract;
        this.rules = List.copyOf(rules);
        this.named = List.copyOf(named);
    }

    static CountingRules of(ContractReading contract) {
        List<Statement> rules = new ArrayList<>();
        List<Statement> named = new ArrayList<>();
        for (Clause clause : contract.clauses()) {
            for (Statement statement : Statements.of(contract, clause)) {
                String words = statement.body().text();
                boolean rule = isForAll(words)
                        || FOR_SOME.matcher(words).find()
                        || RELIEF.matcher(words).find()
                        || BASE.matcher(words).find();
                if (rule) {
                    rules.add(statement);
                } else if (IN_BRACKETS.matcher(words).find()) {
                    named.add(statement);
                }
            }
        }
        return new CountingRules(contract, rules, named);
    }

    private static boolean isForAll(String words) {
        return FOR_ALL.matcher(words).find() && !OF_PRICES.matcher(words).find();
    }

    /** The words that a measure rests on further, by what it is called and what was cited of it already. */
    List<Citation> of(Draft draft, List<Citation> cited, boolean hasCredits) {
        Stream<Citation> said = rules.stream()
                .filter(rule -> hasCredits
                        || isForAll(rule.body().text())
                        || isOfFew(rule.body().text()))
                .filter(rule -> isAbout(rule.body().text(), draft))
                .flatMap(this::withTheNext);
        return Stream.concat(said, hasCredits ? Stream.concat(definitions(cited), names(cited)) : Stream.empty())
                .toList();
    }

    /** Sentences that give a fee its name in brackets, where the cited words use it. */
    private Stream<Citation> names(List<Citation> cited) {
        String said = cited.stream().map(Citation::quote).collect(Collectors.joining(" "));
        return named.stream()
                .filter(statement -> IN_BRACKETS
                        .matcher(statement.body().text())
                        .results()
                        .anyMatch(name -> said.contains(name.group(1))))
                .flatMap(statement -> statement.citations().stream());
    }

    /** A rule that names measures is for those; one for some must share a telling word with the measure. */
    private static boolean isAbout(String words, Draft draft) {
        if (MeasureName.hasCodes(words)) {
            return draft.isNamedIn(words);
        }
        if (!isOfFew(words)) {
            return true;
        }
        String name = (draft.name() + " " + (draft.metric() == null ? "" : draft.metric())).toLowerCase(Locale.ROOT);
        return WORD.matcher(words.toLowerCase(Locale.ROOT))
                .results()
                .map(word -> word.group().replaceFirst("s$", ""))
                .filter(word -> !List.of(
                                "month",
                                "measured",
                                "than",
                                "fewer",
                                "less",
                                "that",
                                "together",
                                "before",
                                "with",
                                "were")
                        .contains(word))
                .anyMatch(name::contains);
    }

    private static boolean isOfFew(String words) {
        return words.toLowerCase(Locale.ROOT).matches("(?s).*\\b(?:fewer|less)\\s+than\\b.*");
    }

    /** How further decimals are treated often stands in the sentence that follows. */
    private Stream<Citation> withTheNext(Statement rule) {
        List<Citation> citations = new ArrayList<>(rule.citations());
        if (rule.next() != null && rule.body().text().toLowerCase(Locale.ROOT).contains("decimal")) {
            citations.addAll(rule.prose().cite(rule.next(), CitationRole.CLAUSE));
        }
        return citations.stream();
    }

    /** Definitions of amounts that the cited words speak of. */
    private Stream<Citation> definitions(List<Citation> cited) {
        String said = cited.stream()
                .map(Citation::quote)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        return contract.segmentation().definitions().stream()
                .filter(definition -> !definition.party()
                        && (MONEY.matcher(definition.term()).find()
                                || MONEY.matcher(definition.meaning()).find()))
                .filter(definition -> said.contains(definition.term().toLowerCase(Locale.ROOT)))
                .map(Definition::span)
                .filter(span -> !contract.text().slice(span).isBlank())
                .map(span -> contract.cite(span, CitationRole.DEFINITION));
    }
}
