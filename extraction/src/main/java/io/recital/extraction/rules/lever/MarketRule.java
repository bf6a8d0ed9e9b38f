package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prices held against those of others: most favoured customer and benchmarking. */
final class MarketRule implements LeverRule {
    private static final Pattern NET_SALES =
            Pattern.compile("\\bnet\\s+(?:sales|revenues?|receipts|profits?)\\b|\\bmeans\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern FAVOURED = Pattern.compile(
            "\\bmost[\\s-]+favou?red\\b|\\b(?:no\\s+less\\s+favou?rable|at\\s+least\\s+as\\s+favou?rable|as\\s+favou?rable|lower|more\\s+favou?rable)\\b[^.;]{0,160}\\b(?:price|pricing|fees?|rates?|terms)\\b[^.;]{0,160}\\b(?:other|any)\\s+(?:similarly\\s+situated\\s+)?(?:customers?|purchasers?|buyers?|clients?|licensees?|third\\s+part(?:y|ies)|distributors?)\\b|\\b(?:prices?|pricing|fees?|rates?)\\b[^.;]{0,100}\\b(?:no\\s+less\\s+favou?rable|at\\s+least\\s+as\\s+(?:low|favou?rable)|lower|as\\s+low\\s+as)\\b[^.;]{0,160}\\b(?:other|any)\\s+(?:\\w+\\s+){0,2}(?:customers?|purchasers?|buyers?|clients?|licensees?|distributors?)\\b"
                    + "|\\bnot\\s+(?:charge|offer|sell|grant)\\b[^.;]{0,160}\\b(?:higher|lower|better|more\\s+favou?rable)\\b[^.;]{0,120}\\bother\\s+(?:\\w+\\s+){0,2}(?:customers?|buyers?|clients?|licensees?|distributors?)\\b"
                    + "|\\bnot\\s+(?:charge|offer|sell|grant)\\b[^.;]{0,60}\\bother\\s+(?:\\w+\\s+){0,2}(?:customers?|buyers?|clients?|licensees?|distributors?)\\b[^.;]{0,160}\\b(?:lower|better|more\\s+favou?rable)\\b"
                    + "|\\b(?:lowest|best)\\s+(?:\\w+\\s+)?(?:prices?|pricing|rates?|fees?)\\b[^.;]{0,160}\\b(?:any|other|third)\\b|\\b(?:higher|lower|more\\s+favou?rable|less\\s+favou?rable|as\\s+favou?rable|at\\s+least\\s+as\\s+(?:low|favou?rable))\\b[^.;]{0,140}\\b(?:charged?|offered|granted|available|given|sold|provided|extended|accorded)\\b[^.;]{0,80}\\b(?:to|by)\\s+(?:any\\s+)?(?:other|third|another|its\\s+other|similarly|any)\\b"
                    + "|\\b(?:to|with)\\s+(?:another|any\\s+other|other|a\\s+third)\\s+(?:\\w+\\s+){0,2}(?:customers?|purchasers?|buyers?|clients?|licensees?|distributors?)\\b[^.;]{0,80}\\b(?:better|lower|cheaper|more\\s+favou?rable)\\s+(?:prices?|pricing|rates?|fees?|terms|conditions)\\b"
                    + "|\\bother\\s+(?:customers?|buyers?|clients?|licensees?|distributors?)\\b[^.;]{0,120}\\b(?:prices?|rates?|royalt(?:y|ies)|fees?)\\b[^.;]{0,60}\\b(?:lower|less|more\\s+favou?rable)\\b"
                    + "|\\b(?:prices?|pricing|fees?|rates?|charges)\\b[^.;]{0,100}\\b(?:(?:no|not)\\s+(?:be\\s+)?(?:higher|greater|more)\\s+than|not\\s+exceed)\\b[^.;]{0,100}\\b(?:other|any)\\s+(?:\\w+\\s+){0,2}(?:customers?|purchasers?|buyers?|clients?|licensees?|distributors?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FAVOURED_BASE = Pattern.compile(
            "\\b(?<base>(?:prices?|rates?|fees?|charges?)\\s+(?:of|for)\\s+(?:the\\s+)?[\\w’'-]+|rates?\\s+of\\s+\\w+|(?:\\w+\\s+)?(?:prices?|rates?|fees?|charges?))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GRANTOR = Pattern.compile(
            "^(?:[\\d.()\\s]*)(?<holder>(?:[Tt]he\\s+)?[A-Z][\\w’'-]*(?:\\s[A-Z][\\w’'-]*){0,2})\\s+(?:represents?|warrants?|agrees?|undertakes?|covenants?|guarantees?|shall|will)\\b");
    private static final Pattern BENCHMARK =
            Pattern.compile("\\bbenchmark(?:ing|er|s|ed)?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPARES = Pattern.compile(
            "\\b(?:compared?|comparison|tested|test)\\b[^.;]{0,60}\\b(?:market|similar|competit\\w+|other\\s+suppliers)\\b|\\bcompeting\\s+(?:offers?|quotations?|bids?)\\b|\\bmarket\\s+test\\w*\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MAY =
            Pattern.compile("\\b(?:may|right\\s+to|entitled\\s+to)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BENCHMARK_RIGHT = Pattern.compile(
            "\\b(?:may|right|entitled|shall|will|conduct\\w*|perform\\w*|independent|third[\\s-]part(?:y|ies))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_BENCHMARK = Pattern.compile(
            "benchmark\\s+(?:rate|replacement|index|transition)|performance\\s+benchmark|benchmark\\s+(?:software|program|test|result)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HOLDER = Pattern.compile(
            "\\b(?<holder>(?:the\\s+)?[A-Z][\\w’'-]*(?:\\s[A-Z][\\w’'-]*){0,2}|(?:either|each)\\s+party)\\s+(?:may|shall\\s+(?:have|be\\s+entitled)|has\\s+the\\s+right|will\\s+(?:have|be\\s+entitled)|is\\s+entitled|reserves)\\b");

    /** Whether a sentence compares prices with those of other customers. */
    static boolean isFavoured(LeverSentence sentence) {
        return sentence.says(FAVOURED);
    }

    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        List<Candidate> found = new ArrayList<>();
        if (sentence.says(NET_SALES)) {
            return found;
        }
        if (sentence.says(FAVOURED)) {
            List<LeverParameter> none = new ArrayList<>();
            beneficiary(sentence).ifPresent(none::add);
            Values.add(none, Name.PERIOD, Values.DURATIONS.findFirst(sentence.text()));
            Matcher base = FAVOURED_BASE.matcher(sentence.text());
            if (base.find()) {
                none.add(parameter(Name.BASE, base.group("base")));
            }
            found.add(sentence.lever(
                    LeverType.MOST_FAVOURED_CUSTOMER,
                    sentence.text().matches("(?is).*most[\\s-]+favou?red.*") ? 0.85 : 0.72,
                    none));
        }
        boolean named = sentence.says(BENCHMARK) && sentence.says(BENCHMARK_RIGHT);
        if ((named || (sentence.says(COMPARES) && sentence.says(MAY))) && !sentence.says(NOT_BENCHMARK)) {
            benchmarking(sentence).ifPresent(found::add);
        }
        return found;
    }

    /** Who is favoured: the other party than the one that promises it. */
    private static Optional<LeverParameter> beneficiary(LeverSentence sentence) {
        Matcher grantor = GRANTOR.matcher(sentence.text());
        return grantor.find()
                ? sentence.parties()
                        .find(grantor.group("holder"))
                        .flatMap(sentence.parties()::findOther)
                        .map(party -> parameter(
                                Name.HOLDER,
                                new TypedValue.Party(
                                        party.name(),
                                        party.aliases().stream().findFirst().orElse(null),
                                        null)))
                : Optional.empty();
    }

    private static Optional<Candidate> benchmarking(LeverSentence sentence) {
        List<LeverParameter> parameters = new ArrayList<>();
        sentence.holder(HOLDER).ifPresent(parameters::add);
        Values.frequency(sentence.text()).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        return Optional.of(sentence.lever(LeverType.BENCHMARKING, parameters.isEmpty() ? 0.55 : 0.75, parameters));
    }
}
