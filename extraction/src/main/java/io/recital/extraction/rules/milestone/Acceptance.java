package io.recital.extraction.rules.milestone;

import io.recital.extraction.rules.statement.Piece;
import io.recital.extraction.rules.statement.Prose;
import io.recital.models.clause.Clause;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a document says, in one place for all its milestones, of when one of them is accepted. */
final class Acceptance {
    private static final String THING =
            "(?:milestones?|deliverables?|stages?|phases?|steps?|overhauls?|work\\s+products?)";
    private static final Pattern ABOUT = Pattern.compile("\\b" + THING + "\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPLETE = Pattern.compile(
            "\\b" + THING
                    + "\\b[^.;]{0,40}?\\b(?:is|are|shall\\s+be|will\\s+be|counts?\\s+as)\\s+(?:deemed\\s+|considered\\s+|regarded\\s+as\\s+|taken\\s+to\\s+be\\s+)?(?:complete[d]?|done|finished|achieved|reached|accepted|met|delivered)\\s+(?:only\\s+)?(?:when|once|if|upon|on|after)\\s+(?<how>.{8,400})",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern DEEMED = Pattern.compile(
            "\\b(?:deemed|taken|treated|considered|regarded)\\s+(?:as\\s+|to\\s+be\\s+|to\\s+have\\s+(?:been\\s+)?)?accepted\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED =
            Pattern.compile("\\b" + THING + "\\s+(?<code>[A-Z]{0,3}-?\\d{1,3})\\b", Pattern.CASE_INSENSITIVE);

    private final List<Rule> rules = new ArrayList<>();

    private Acceptance() {}

    /** One such sentence. */
    record Rule(Clause clause, String words, String how, List<Citation> citations) {
        Rule {
            citations = List.copyOf(citations);
        }

        /** Whether it is about all milestones, or about the one that a row names by its number. */
        private boolean isFor(String row) {
            Matcher named = NAMED.matcher(words);
            return !named.find() || (" " + row + " ").contains(" " + named.group("code") + " ");
        }
    }

    static Acceptance of(ContractReading contract) {
        Acceptance acceptance = new Acceptance();
        for (Clause clause : contract.clauses()) {
            if (ABOUT.matcher(clause.text()).find()) {
                acceptance.read(contract, clause);
            }
        }
        return acceptance;
    }

    private void read(ContractReading contract, Clause clause) {
        Prose prose = Prose.of(contract, clause);
        for (Piece sentence : prose.sentences()) {
            Matcher complete = COMPLETE.matcher(sentence.text());
            if (complete.find()) {
                add(clause, prose, sentence, complete.group("how"));
            } else if (ABOUT.matcher(sentence.text()).find()
                    && DEEMED.matcher(sentence.text()).find()) {
                add(clause, prose, sentence, sentence.text());
            }
        }
    }

    private void add(Clause clause, Prose prose, Piece sentence, String how) {
        rules.add(
                new Rule(clause, sentence.text(), MilestoneProse.tidy(how), prose.cite(sentence, CitationRole.CLAUSE)));
    }

    /** The sentence nearest to a table, for the milestone of one of its rows. */
    Optional<Rule> forRow(Clause table, String row) {
        return rules.stream()
                .filter(rule -> rule.isFor(row))
                .min(Comparator.comparingInt(rule -> Math.abs(rule.clause().ordinal() - table.ordinal())));
    }
}
