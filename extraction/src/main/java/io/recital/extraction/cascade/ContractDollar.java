package io.recital.extraction.cascade;

import io.recital.models.evidence.Citation;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.FactType;
import io.recital.models.finding.StatedSums;
import io.recital.models.wording.DollarCountry;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/**
 * Which dollar a contract means by the sign alone: the one that it says, or else the only one that it names, or else that
 * of the law it chooses or of the country its parties are of. Where nothing tells, or both sides of a border do, it is the
 * United States dollar.
 */
record ContractDollar(CurrencyUnit dollar) {
    private static final ContractDollar UNITED_STATES = new ContractDollar(CurrencyUnit.USD);
    private static final int HEAD = 3500;
    private static final Pattern DOLLAR = Pattern.compile("\\$|\\bdollars?\\b|\\bcents?\\b", Pattern.CASE_INSENSITIVE);
    private static final String SUMS =
            "(?:(?:dollar\\s+)?amounts?|sums?|prices?|fees?|charges?|payments?|rates?|figures?|money|monies|currency|dollars?|references?|invoices?|[“\"']?\\$[”\"']?)";
    private static final String MEANT =
            "(?:(?:is|are|be|means?|refers?|denotes?|expressed|stated|quoted|shown|payable|paid|made|denominated|calculated|invoiced|given)\\b[^.;\\n]{0,80}?)";
    /** “All sums are in Canadian dollars”, “$ means the lawful currency of Australia”. */
    private static final Pattern SAYS = Pattern.compile(
            "(?:\\b(?:all|any|unless\\s+otherwise|references?\\s+to|the)\\b[^.;\\n]{0,80}?)?" + SUMS
                    + "[^.;\\n]{0,60}?\\b" + MEANT
                    + "(?<money>(?-i:\\b(?:" + DollarCountry.names()
                    + "))[\\s-]+(?:dollars?|currency|funds)|(?:money|currency|dollars?)\\s+of\\s+(?:the\\s+)?(?:Commonwealth\\s+of\\s+|Dominion\\s+of\\s+)?(?-i:"
                    + DollarCountry.names() + ")|(?-i:\\b(?:USD|AUD|CAD|NZD|SGD|HKD)\\b))"
                    + "|\\b(?:contract\\s+|billing\\s+|invoice\\s+|payment\\s+)?currency\\s*[:|]\\s*(?<label>[^\\n|.;]{2,30})",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SENTENCE_END = Pattern.compile("(?<!\\b[A-Z])[.;](?=\\s|$)|\\n");
    private static final Pattern CODE = Pattern.compile("\\b(USD|AUD|CAD|NZD|SGD|HKD)\\b");

    /**
     * Reads a contract.
     *
     * @param facts what was found of its law and parties
     */
    static ContractDollar of(String text, Collection<Candidate> facts) {
        if (!DOLLAR.matcher(text).find()) {
            return UNITED_STATES;
        }
        return said(text)
                .or(() -> onlyNamed(text))
                .or(() -> one(DollarCountry.ofLaw(values(facts, FactType.GOVERNING_LAW))))
                .or(() -> one(DollarCountry.ofParties(quotes(facts, FactType.PARTY))))
                .or(() -> of(facts, FactType.GOVERNING_LAW).isEmpty()
                        ? one(DollarCountry.ofParties(head(text)))
                        : Optional.empty())
                .map(country -> new ContractDollar(country.dollar()))
                .orElse(UNITED_STATES);
    }

    /** A schedule names no law; its parties stand where it begins. */
    private static String head(String text) {
        return text.substring(0, Math.min(HEAD, text.length()));
    }

    private static Optional<DollarCountry> said(String text) {
        Set<DollarCountry> said = EnumSet.noneOf(DollarCountry.class);
        for (Matcher says = SAYS.matcher(text); says.find(); ) {
            String money = says.group("money") == null ? says.group("label") : says.group("money");
            Matcher code = CODE.matcher(money);
            if (DollarCountry.named(SENTENCE_END.split(text.substring(says.start()), 2)[0])
                            .size()
                    < 2) {
                said.addAll(DollarCountry.named(code.find() ? "currency: " + code.group() : money));
            }
        }
        return one(said);
    }

    /** By words or code; of sums with letters before the sign only where no others are there. */
    private static Optional<DollarCountry> onlyNamed(String text) {
        Set<DollarCountry> named = DollarCountry.named(text);
        Set<DollarCountry> prefixed = DollarCountry.prefixed(text);
        boolean onlyForeign = prefixed.equals(Set.of(DollarCountry.UNITED_STATES));
        return one(named).or(() -> named.isEmpty() && !onlyForeign ? one(prefixed) : Optional.empty());
    }

    private static Optional<DollarCountry> one(Set<DollarCountry> countries) {
        return countries.size() == 1 ? countries.stream().findFirst() : Optional.empty();
    }

    private static String values(Collection<Candidate> facts, FactType type) {
        return of(facts, type).stream()
                .map(candidate -> ((ContractFact) candidate.content()).value().display())
                .collect(Collectors.joining("; "));
    }

    private static String quotes(Collection<Candidate> facts, FactType type) {
        return of(facts, type).stream()
                .flatMap(candidate -> candidate.citations().stream())
                .map(Citation::quote)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static List<Candidate> of(Collection<Candidate> facts, FactType type) {
        return facts.stream()
                .filter(candidate -> candidate.content() instanceof ContractFact fact && fact.fact() == type)
                .toList();
    }

    /** The same with sums in this dollar where its words do not say that they are in that of the United States. */
    Candidate in(Candidate candidate) {
        boolean says = candidate.citations().stream()
                .map(Citation::quote)
                .anyMatch(quote -> DollarCountry.named(quote).contains(DollarCountry.UNITED_STATES)
                        || DollarCountry.prefixed(quote).contains(DollarCountry.UNITED_STATES));
        return dollar.equals(CurrencyUnit.USD) || says
                ? candidate
                : new Candidate(
                        StatedSums.inCurrency(
                                candidate.content(), currency -> currency.equals(CurrencyUnit.USD) ? dollar : currency),
                        candidate.citations(),
                        candidate.confidence());
    }
}
