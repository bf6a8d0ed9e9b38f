package io.recital.retrieval.portfolio;

import io.recital.models.clause.SentenceSplitter;
import io.recital.models.contract.Counterparty;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import io.recital.models.finding.TypedValue;
import io.recital.retrieval.plan.QueryRun;
import io.recital.retrieval.plan.TypedQuery;
import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.search.PassageHit;
import io.recital.retrieval.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Computes what is charged by the month, or by the quarter, for a whole year. */
public final class YearlyCosts {
    private static final Pattern BY_THE_YEAR = Pattern.compile(
            "(?i)\\b(?:one|a|per|each|full|whole) year\\b|\\byearly\\b|\\bannual(?:ly)?\\b|\\b(?:twelve|12) months\\b");
    private static final Pattern COST = Pattern.compile(
            "(?i)\\bhow much\\b|\\bcosts?\\b|\\bwhat (?:would|do|does|is|are)\\b.*\\b(?:pay|fee|charge|come)");
    private static final Pattern BY_THE_MONTH =
            Pattern.compile("(?i)\\b(?:per|a|each|every|calendar) (?:calendar )?month\\b|\\bmonthly\\b");
    private static final Pattern BY_THE_QUARTER =
            Pattern.compile("(?i)\\b(?:per|a|each|every) (?:calendar )?quarter\\b|\\bquarterly\\b");
    private static final double LEAST_COVERAGE = 0.6;
    private static final double OF_A_PERIOD = 0.15;
    private static final int PASSAGES = 10;

    private final Understanding question;
    private final QueryRun run;

    public YearlyCosts(Understanding question, QueryRun run) {
        this.question = question;
        this.run = run;
    }

    private record Charge(PassageHit hit, Citation citation, TypedValue.Amount amount, int times, double coverage) {}

    /** The cost of a year. Call it in the name of a tenant. Empty where none is asked for, or where what fits best is not charged by month or quarter. */
    public Optional<Sum> find(List<Counterparty> counterparties) {
        if (!BY_THE_YEAR.matcher(question.text()).find()
                || !COST.matcher(question.text()).find()) {
            return Optional.empty();
        }
        Set<String> words = PortfolioWords.of(question);
        words.removeAll(
                Words.of("year yearly annual annually twelve months monthly month cost costs charge charges pay would"
                        + " over come comes present current rate whole full"));
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Optional<Family> family = NamedFamilies.theOne(question, Portfolio.families(run, counterparties));
        List<UUID> speaking = family.stream()
                .flatMap(one -> one.speaking(question.asOf()).stream())
                .map(member -> member.contract().id())
                .toList();
        Set<UUID> contracts =
                family.isPresent() ? Set.copyOf(speaking) : question.scope().contracts();
        List<Charge> charges = new ArrayList<>();
        run.passages(new TypedQuery.Passages(question.asked() + " charge per month", contracts, PASSAGES))
                .forEach(hit -> charges.addAll(charges(hit, words)));
        return charges.stream()
                .max(Comparator.comparingDouble(
                                (Charge charge) -> charge.coverage() + (charge.times() > 1 ? OF_A_PERIOD : 0))
                        .thenComparing(charge -> speaking.indexOf(charge.hit().contract()), Comparator.reverseOrder()))
                .filter(charge -> charge.coverage() >= LEAST_COVERAGE && charge.times() > 1)
                .map(YearlyCosts::sum);
    }

    private static List<Charge> charges(PassageHit hit, Set<String> words) {
        StoredText text = StoredText.of(hit.passage().text());
        Set<String> context = Words.of(String.join(" ", hit.passage().headingPath()) + " " + hit.title());
        List<Charge> charges = new ArrayList<>();
        for (Span span : SentenceSplitter.split(text)) {
            String sentence = text.slice(span);
            if (ValueReader.find(sentence, Form.MONEY).orElse(null) instanceof TypedValue.Amount amount) {
                Set<String> there = new HashSet<>(Words.of(sentence));
                there.addAll(context);
                charges.add(new Charge(
                        hit,
                        hit.cite(span.shift(hit.passage().span().start())),
                        amount,
                        times(sentence),
                        Words.coverage(words, there)));
            }
        }
        return charges;
    }

    private static int times(String sentence) {
        if (BY_THE_MONTH.matcher(sentence).find()) {
            return 12;
        }
        return BY_THE_QUARTER.matcher(sentence).find() ? 4 : 1;
    }

    private static Sum sum(Charge charge) {
        String result = new TypedValue.Amount(charge.amount().value().multipliedBy(charge.times())).display();
        String period = charge.times() == 12 ? "12 months" : "4 quarters";
        return new Sum(
                result + " for a year, " + period + " at " + charge.amount().display() + ".",
                charge.hit().contract(),
                List.of(charge.citation()),
                new Derivation(
                        Operation.PRODUCT,
                        List.of(
                                new Input("months or quarters of a year", String.valueOf(charge.times()), null),
                                new Input("charge", charge.amount().display(), charge.citation())),
                        result));
    }
}
