package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Citation;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.LeverParameter.Name;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which prices an adjustment is about: those that it names, those of its clause, or all. */
final class AdjustmentScope {
    private static final ItemWords THEIRS = ItemWords.of("their its these those such this that");
    private static final ItemWords ANY_MONEY = ItemWords.of("price prices fee fees charge charges rate rates");
    private static final ItemWords NO_SUBJECT =
            ItemWords.of("then effect current applicable force previous agreed base in prevailing payable due");
    private static final Pattern ALL_PRICES = Pattern.compile(
            "(?i)\\b(?:prices|charges|fees|rates)\\b|\\b(?:each|every|any)\\s+(?:price|charge|fee|rate)\\b");
    private static final Pattern A_PRICE = Pattern.compile("(?i)\\b(?:prices?|charges?|fees?|rates?)\\b");
    /** A clause that speaks of a price as the one that stands before. */
    private static final Pattern THE_PRICE =
            Pattern.compile("(?i)\\b(?:the|this|that|such|its)\\s+(?:price|charge|fee|rate)\\b");

    private static final Pattern ARTICLE = Pattern.compile("^(?i)the\\s+");
    private static final Pattern TERM = Pattern.compile("\\p{Lu}\\p{L}+(?:\\s+\\p{Lu}\\p{L}+){1,3}");
    /** How a formula writes the price that it begins with. */
    private static final Pattern SIGN = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Lu}{1,3}[0₀](?![\\p{L}\\p{N}])");

    private final Adjustment adjustment;
    private final ItemWords base;
    private final Governed<CommercialLever> source;

    AdjustmentScope(Adjustment adjustment) {
        this.adjustment = adjustment;
        this.base = adjustment.base();
        this.source = adjustment.source();
    }

    /** Whether it says that it is about an item with such words. */
    boolean names(ItemWords item) {
        return base.share(item);
    }

    /**
     * Whether it speaks of this price: it names the item, itself or by a term whose meaning does, or prices without
     * saying which in the same clause or in a sentence with such a term.
     */
    boolean isAbout(AgreedPrice price, Function<String, Optional<String>> meaning) {
        ItemWords named = base.without(ANY_MONEY).without(THEIRS);
        ItemWords item = ItemWords.of(String.join(" ", price.names()));
        return named.isEmpty()
                ? paths(source).anyMatch(path -> paths(price.source()).anyMatch(path::equals))
                        || source.member().definitions().stream()
                                .filter(definition -> adjustment.clause().contains(definition.term()))
                                .anyMatch(definition ->
                                        ItemWords.of(definition.meaning()).share(item))
                : named.share(item)
                        || source.content().texts(Name.BASE).stream()
                                .map(text -> ARTICLE.matcher(text).replaceFirst(""))
                                .flatMap(term -> meaning.apply(term).stream())
                                .anyMatch(told -> ItemWords.of(told).share(item));
    }

    private static Stream<String> paths(Governed<?> source) {
        return source.finding().citations().stream().map(Citation::path);
    }

    /** Whether it is beyond doubt that it changes a price: it names the item or the clause of the price, or speaks of all prices. */
    boolean surelyChanges(AgreedPrice price) {
        ItemWords named = ItemWords.of(String.join(" ", price.names()));
        if (isBeside(price)
                && (base.without(NO_SUBJECT).isEmpty() || base.share(named))
                && THE_PRICE.matcher(adjustment.words()).find()) {
            return true;
        }
        if (base.isEmpty()) {
            return ItemWords.of(adjustment.words()).share(named)
                    || ALL_PRICES.matcher(adjustment.words()).find();
        }
        String about = String.join(" ", source.content().texts(Name.BASE));
        if (isCalledSoBeside(about, price)) {
            return true;
        }
        boolean itsClause = price.source().finding().citations().stream()
                .map(Citation::path)
                .anyMatch(path -> path.length() > 1
                        && Pattern.compile("(?<![\\w.])" + Pattern.quote(path) + "(?![\\w.])")
                                .matcher(about)
                                .find());
        return base.share(named) || (itsClause && A_PRICE.matcher(about).find());
    }

    /** Whether the words that lead to a price call it by the defined term that this one is about. */
    private static boolean isCalledSoBeside(String about, AgreedPrice price) {
        String term = ARTICLE.matcher(about.strip()).replaceFirst("");
        return TERM.matcher(term).matches()
                && price.source().member().beside().charges().stream()
                        .filter(sentence -> paths(price.source()).anyMatch(sentence.path()::equals))
                        .anyMatch(sentence -> sentence.quote().contains(term));
    }

    /** Whether it is about other items of the price list and not about this one. */
    boolean isOfOthersThan(AgreedPrice price, List<AgreedPrice> all) {
        return !isBeside(price) && !base.share(price.words()) && isNamedAfterAnotherThan(price, all);
    }

    /** Whether it names another item of the price list and nothing of this one's name. */
    boolean isNamedAfterAnotherThan(AgreedPrice price, List<AgreedPrice> all) {
        ItemWords named = ItemWords.of(String.join(" ", price.names()));
        return !base.share(named)
                && all.stream()
                        .map(other -> ItemWords.of(String.join(" ", other.names())))
                        .anyMatch(other -> base.hold(other) && !other.share(named));
    }

    /** Whether it stands in the clause that states a price. */
    boolean isBeside(AgreedPrice price) {
        return price.source().finding().citations().stream()
                .anyMatch(one -> source.finding().citations().stream()
                        .anyMatch(other -> one.document().equals(other.document())
                                && !one.path().isEmpty()
                                && one.path().equals(other.path())));
    }

    /** Whether it is a formula over a sign, such as P0, by which the price's own sentence calls it. */
    boolean isFormulaOver(AgreedPrice price) {
        Set<String> signs = signs(adjustment.words()).collect(Collectors.toSet());
        return adjustment.formula() != null
                && price.source().finding().citations().stream()
                        .flatMap(citation -> signs(citation.quote()))
                        .anyMatch(signs::contains);
    }

    private static Stream<String> signs(String text) {
        return SIGN.matcher(text).results().map(MatchResult::group);
    }
}
