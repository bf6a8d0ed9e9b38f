package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a price in steps is for, where no parameter of its lever says so: the thing that the sentence before the steps charges. */
final class PricedThing {
    private static final Pattern SUBJECT = Pattern.compile(
            "(?im)^\\W*(?:\\d+(?:\\.\\d+)*\\s+)?(?:for\\s+|the\\s+price\\s+(?:of|for)\\s+)?(?:the\\s+|an?\\s+)?(?<item>\\p{L}[\\p{L}-]*(?:\\s+\\p{L}[\\p{L}-]*){0,3}?)\\s+(?:is|are|costs?)\\s+(?:charged|billed|priced|invoiced|paid|supplied)?");
    private static final Pattern NO_THING = Pattern.compile(
            "(?i)^(?:the\\s+)?(?:prices?|rates?|charges?|fees?|it|they|this|each.*|all.*|these.*|following|payment|amounts?|tiers?|bands?)$");
    private static final int NEAR = 600;

    private PricedThing() {}

    /** Its names, the one that is told before the steps first; none where nothing tells. */
    static List<String> of(Governed<CommercialLever> lever) {
        Citation first = lever.finding().citations().get(0);
        Stream<String> before = lever.member().beside().charges().stream()
                .filter(sentence -> sentence.document().equals(first.document())
                        && sentence.path().equals(first.path())
                        && sentence.span().start() <= first.span().start()
                        && first.span().start() - sentence.span().end() < NEAR)
                .sorted(Comparator.comparing(
                        (Citation sentence) -> -sentence.span().start()))
                .map(Citation::quote);
        Stream<String> cited = lever.finding().citations().stream()
                .filter(citation -> citation.role() != CitationRole.CELL)
                .map(Citation::quote);
        return Stream.concat(
                        Stream.concat(cited, before)
                                .flatMap(PricedThing::subject)
                                .limit(1),
                        units(lever))
                .distinct()
                .toList();
    }

    private static Stream<String> subject(String sentence) {
        Matcher found = SUBJECT.matcher(sentence);
        return found.results()
                .map(result -> result.group(1).strip())
                .filter(item ->
                        !NO_THING.matcher(item).matches() && !ItemWords.of(item).isEmpty());
    }

    /** What the steps count, such as kits. */
    private static Stream<String> units(Governed<CommercialLever> lever) {
        return lever.content().find(Name.TIERS).filter(TypedValue.Tiers.class::isInstance).stream()
                .flatMap(value -> ((TypedValue.Tiers) value).tiers().stream())
                .map(Tier::unit)
                .filter(unit ->
                        unit != null && unit.length() > 2 && !unit.matches("[A-Z]{3}|units?|pieces?|pcs|each|orders?"))
                .limit(1);
    }
}
