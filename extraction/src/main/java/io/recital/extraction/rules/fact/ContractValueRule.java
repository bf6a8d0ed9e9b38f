package io.recital.extraction.rules.fact;

import io.recital.extraction.rules.value.MoneyParser;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.extraction.rules.wording.Cue;
import io.recital.extraction.rules.wording.Wording;
import io.recital.models.clause.Clause;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.ContractFact.ValueBasis;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.FactType;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what the contract is worth as a whole, per currency, and whether that is committed, estimated or a ceiling. */
final class ContractValueRule implements FactRule {
    private static final String WORTH =
            "(?:(?:total|aggregate|overall|maximum|estimated|fixed)\\s+)*(?:contract\\s+(?:value|price|sum|amount|ceiling)"
                    + "|(?:total|aggregate)\\s+(?:(?:contract|agreement|purchase|order|project|fixed|estimated)\\s+)?(?:value|price|fees?|consideration|compensation|cost|amount\\s+(?:payable|of\\s+this|due))"
                    + "|(?:total|aggregate|sum)\\s+of\\s+(?:all\\s+|the\\s+)*(?:charges|fees|prices|payments|amounts)(?:\\s+(?:payable|due))?\\s+(?:under|during|for|over)\\s+(?:this|the|its)"
                    + "|fixed\\s+(?:price|fee|sum)\\s+(?:of|for)\\s+(?:the|this)\\s+(?:project|work|works|services|agreement|statement\\s+of\\s+work|assignment|engagement|deliverables)"
                    + "|(?:fixed\\s+)?price\\s+(?:of|for)\\s+(?:the|this)\\s+(?:\\w+\\s+)?(?:programme|program|project|works?|assignment|engagement|deliverables|order)\\s+(?:is|becomes|shall\\s+be|will\\s+be)"
                    + "|(?:fees|charges|prices|payments|costs)\\s+(?:payable\\s+)?(?:under|for|in\\s+respect\\s+of)\\s+(?:this|the)\\s+(?:[\\w-]+\\s+){1,3}?(?:(?:must|shall|may|will|do)\\s+not\\s+exceed|(?:is|are)\\s+(?:estimated|fixed|capped|limited)|will\\s+not\\s+exceed|amount\\s+to)"
                    + "|amounts?\\s+in\\s+(?:the\\s+)?(?:aggregate|total)\\s+to"
                    + "|(?:shall|will|agrees\\s+to|undertakes\\s+to|commits\\s+to)\\s+(?:purchase|order|buy)\\b[^.;]{0,120}?\\b(?:not\\s+less\\s+than|at\\s+least|a\\s+minimum\\s+of)"
                    + "|total\\s+(?:value|price)\\s+of\\s+(?:this|the)\\s+(?:agreement|contract|sow|order)"
                    + "|(?:ceiling|funding)\\s+(?:price|amount|limit)|not[\\s-]to[\\s-]exceed\\s+(?:amount|price|value))";
    private static final Pattern VALUE = Pattern.compile("\\b" + WORTH + "\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER = Pattern.compile(
            "\\bliabilit\\w*|indemnif\\w*|insurance|damages|penalt\\w*|deductible|per\\s+(?:occurrence|claim|unit|hour|day|month)|stock|shares|purchase\\s+agreement\\s+dated",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CEILING = Pattern.compile(
            "not\\s+(?:to\\s+)?exceed|capped|limited\\s+to|ceiling|maximum|up\\s+to|no\\s+more\\s+than",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ESTIMATED = Pattern.compile(
            "estimat\\w*|approximate\\w*|anticipat\\w*|expect\\w*|forecast\\w*|budget\\w*", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMITTED = Pattern.compile(
            "\\b(?:shall|will|agrees\\s+to)\\s+(?:pay|purchase|order|buy)|not\\s+less\\s+than|becomes|commit\\w*|minimum|fixed|firm|payable|shall\\s+be|\\bis\\b",
            Pattern.CASE_INSENSITIVE);

    private static final BigDecimal LEAST = new BigDecimal("100");

    private final MoneyParser money = new MoneyParser();

    @Override
    public List<Candidate> judge(FactReading contract) {
        List<Candidate> found = new ArrayList<>();
        for (Wording.Sentence sentence : contract.sentences()) {
            prose(contract, sentence).ifPresent(found::add);
        }
        for (Clause clause : contract.reading().clauses()) {
            for (TableRow row : clause.rows()) {
                inTable(contract, row).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Candidate> prose(FactReading contract, Wording.Sentence sentence) {
        java.util.regex.Matcher worth = VALUE.matcher(sentence.text());
        if (sentence.text().length() > 1_500
                || !Cue.mayFind(VALUE, sentence.text())
                || !worth.find()
                || OTHER.matcher(sentence.text()).find()) {
            return Optional.empty();
        }
        int from = worth.start();
        Optional<ValueMatch> amount = money.findAll(sentence.text()).stream()
                .filter(match -> match.start() > from && match.start() - worth.end() < 160 && isWorth(match.value()))
                .findFirst();
        return amount.map(match -> {
            String said = sentence.text().substring(0, match.start());
            ValueBasis basis = basis(said);
            double confidence = basis == ValueBasis.UNKNOWN ? 0.55 : match.start() - worth.end() < 60 ? 0.8 : 0.65;
            return new Candidate(
                    new ContractFact(FactType.CONTRACT_VALUE, match.value(), basis),
                    List.of(contract.wording().cite(sentence.start(), sentence.end(), CitationRole.CLAUSE)),
                    confidence);
        });
    }

    /** A few dollars are a price of something, not what a contract is worth. */
    private static boolean isWorth(TypedValue value) {
        return !(value instanceof TypedValue.Amount amount)
                || amount.value().getAmount().compareTo(LEAST) >= 0;
    }

    private static ValueBasis basis(String said) {
        if (ESTIMATED.matcher(said).find()) {
            return ValueBasis.ESTIMATED;
        }
        if (CEILING.matcher(said).find()) {
            return ValueBasis.CEILING;
        }
        return COMMITTED.matcher(said).find() ? ValueBasis.COMMITTED : ValueBasis.UNKNOWN;
    }

    private Optional<Candidate> inTable(FactReading contract, TableRow row) {
        if (row.header()
                || row.cells().size() < 2
                || !VALUE.matcher(row.cells().get(0).text()).lookingAt()) {
            return Optional.empty();
        }
        for (int i = row.cells().size() - 1; i > 0; i--) {
            TableCell cell = row.cells().get(i);
            Optional<TypedValue> amount = money.findFirst(cell.text()).map(ValueMatch::value);
            if (amount.isPresent()) {
                return Optional.of(new Candidate(
                        new ContractFact(
                                FactType.CONTRACT_VALUE,
                                amount.get(),
                                basis(row.cells().get(0).text() + " " + cell.header())),
                        List.of(
                                contract.reading().cite(cell.span(), CitationRole.CELL),
                                contract.reading().cite(row.cells().get(0).span(), CitationRole.ITEM)),
                        0.75));
            }
        }
        return Optional.empty();
    }
}
