package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prices that a sentence tells, each with what it is for: {@code Storage is £2 a pallet and handling £3}, {@code Our day
 * rates are £900 for a partner and £600 for an analyst}. One price that cannot be told what it is for leaves the whole
 * sentence untold.
 */
final class ToldPrices {
    private static final double SURE = 0.78;
    private static final Pattern NOT_A_PRICE = Pattern.compile(
            "\\b(?:damages|liab\\w+|insur\\w+|coverage|shortfall|fall(?:s|ing)?\\s+short|fewer|minimum|penalt\\w+|shares?|stock|salary|bonus\\w*|wages?|means|late|delay\\w*|overdue|interest|deposit|royalt\\w+|turnover|rebate\\w*|discount\\w*|credit\\w*|refund\\w*|deduct\\w*|reduc\\w+|forecast\\w*|estimat\\w+|example|instal?lments?|milestones?|budget|total\\w*|policy|deductible|below\\s+\\d)\\b",
            Pattern.CASE_INSENSITIVE);

    /** {@code The charge for it}: what it is stands at the end of the sentence before. */
    private static final Pattern FOR_IT =
            Pattern.compile("\\b(?:for|of)\\s+(?:it|them|this|these|that)$", Pattern.CASE_INSENSITIVE);

    private static final Pattern LAST_THING = Pattern.compile(
            ".*\\b(?:the|an?|its|our|their)\\s+(?<thing>\\p{L}[^.;:]{2,60}?)\\s*[.;:]?\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private ToldPrices() {}

    private static Optional<String> before(LeverSentence sentence) {
        Matcher last = LAST_THING.matcher(sentence.before());
        return last.matches() ? Optional.of(last.group("thing").strip()) : Optional.empty();
    }

    /** One lever for each price of a list without a verb; none where that is not all that the sentence is. */
    static List<Candidate> listed(LeverSentence sentence) {
        if (sentence.figures().amounts().isEmpty() || sentence.says(NOT_A_PRICE)) {
            return List.of();
        }
        return BarePrices.read(sentence).stream()
                .map(price -> sentence.lever(LeverType.RATE_CARD, SURE, parameters(sentence, price)))
                .toList();
    }

    /** One lever for each price; none where a sum of the sentence is neither a price nor a threshold. */
    static List<Candidate> judge(LeverSentence sentence) {
        if (sentence.figures().amounts().isEmpty() || sentence.says(NOT_A_PRICE)) {
            return List.of();
        }
        List<Candidate> prices = new ArrayList<>();
        for (PriceWords.Told price : PriceWords.read(sentence)) {
            prices.add(sentence.lever(LeverType.RATE_CARD, SURE, parameters(sentence, price)));
        }
        return prices;
    }

    private static List<LeverParameter> parameters(LeverSentence sentence, PriceWords.Told price) {
        boolean meant = FOR_IT.matcher(price.item()).find();
        List<LeverParameter> parameters = new ArrayList<>(List.of(
                parameter(Name.ITEM, meant ? before(sentence).orElse(price.item()) : price.item()),
                parameter(Name.RATE, price.amount().value())));
        if (!price.unit().isEmpty()) {
            parameters.add(parameter(Name.BASE, price.unit()));
        }
        UnitPriceRule.included(sentence, price.item()).ifPresent(parameters::add);
        PriceWords.period(price.unit(), price.item())
                .ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        PriceStart.of(sentence.text(), price.amount().end())
                .or(() -> meant ? Values.start(sentence.before()) : Optional.empty())
                .ifPresent(day -> parameters.add(parameter(Name.FROM, day)));
        return parameters;
    }
}
