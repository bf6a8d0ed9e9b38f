package io.recital.extraction.rules.lever;

import io.recital.extraction.rules.value.DurationParser;
import io.recital.extraction.rules.value.FrequencyParser;
import io.recital.extraction.rules.value.IndexParser;
import io.recital.extraction.rules.value.MoneyParser;
import io.recital.extraction.rules.value.PercentParser;
import io.recital.extraction.rules.value.QuantityParser;
import io.recital.extraction.rules.value.TierParser;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The value parsers that lever rules share. */
final class Values {
    static final MoneyParser MONEY = new MoneyParser();
    static final PercentParser PERCENTS = new PercentParser();
    static final DurationParser DURATIONS = new DurationParser();
    static final FrequencyParser FREQUENCIES = new FrequencyParser();
    static final IndexParser INDICES = new IndexParser();
    static final QuantityParser QUANTITIES = new QuantityParser();
    static final TierParser TIERS = new TierParser();

    private Values() {}

    /** The first percentage or amount of money at or after an index. */
    static Optional<ValueMatch> rate(String text, int from) {
        List<ValueMatch> all = new ArrayList<>(PERCENTS.findAll(text));
        all.addAll(MONEY.findAll(text));
        return all.stream().filter(match -> match.start() >= from).min((a, b) -> Integer.compare(a.start(), b.start()));
    }

    static Optional<ValueMatch> from(List<ValueMatch> matches, int from) {
        return matches.stream().filter(match -> match.start() >= from).findFirst();
    }

    static void add(List<LeverParameter> into, Name name, Optional<ValueMatch> match) {
        match.ifPresent(found -> into.add(new LeverParameter(name, found.value())));
    }

    /** Tiers of a text as one value; empty unless there are two. */
    static Optional<TypedValue> tiers(String text) {
        List<Tier> tiers =
                TIERS.findTiers(text).stream().map(TierParser.TierMatch::tier).toList();
        return tiers.size() < 2 ? Optional.empty() : Optional.of(new TypedValue.Tiers(tiers));
    }
}
