package io.recital.extraction.rules.lever;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.extraction.rules.wording.Wording;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Completes a lever with what the sentences after it add: its cap, or the price of falling short. */
final class LeverTerms {
    private static final Pattern LIMITED = Pattern.compile(
            "\\b(?:increases?|adjustments?|damages|rebates?|bonus)\\b(?:[^.;]|\\.(?=\\d)){0,80}\\b(?:exceed|be\\s+(?:more|higher|greater)\\s+than|limited\\s+to|capped\\s+at)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHORT = Pattern.compile(
            "\\b(?:shortfall|falls?\\s+short|deficien\\w+|(?:less|lower)\\s+than\\s+the\\s+minimum|below\\s+the\\s+minimum)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BENCHMARKED = Pattern.compile(
            "\\bbenchmark\\w*\\b[^.;]{0,120}\\b(?:above|exceeds?|higher|greater|more)\\b", Pattern.CASE_INSENSITIVE);

    private LeverTerms() {}

    /** The lever with the parameters that follow it, each cited; the lever itself where nothing does. */
    static Candidate complete(LeverSentence sentence, List<Wording> siblings, Candidate candidate) {
        if (!(candidate.content() instanceof CommercialLever lever)) {
            return candidate;
        }
        List<LeverParameter> parameters = new ArrayList<>(lever.parameters());
        List<Citation> citations = new ArrayList<>(candidate.citations());
        add(lever, sentence.wording(), sentence.following(), parameters, citations);
        siblings.forEach(sibling -> add(lever, sibling, sibling.sentences(), parameters, citations));
        return parameters.size() == lever.parameters().size()
                ? candidate
                : new Candidate(new CommercialLever(lever.lever(), parameters), citations, candidate.confidence());
    }

    private static void add(
            CommercialLever lever,
            Wording wording,
            List<Wording.Sentence> sentences,
            List<LeverParameter> parameters,
            List<Citation> citations) {
        for (Wording.Sentence next : sentences) {
            List<LeverParameter> added = added(lever, parameters, next.text());
            if (!added.isEmpty()) {
                parameters.addAll(added);
                citations.add(wording.cite(next.start(), next.end(), CitationRole.CLAUSE));
            }
        }
    }

    private static List<LeverParameter> added(CommercialLever lever, List<LeverParameter> known, String next) {
        List<LeverParameter> added = new ArrayList<>();
        boolean capped = lever.lever() == LeverType.PRICE_ADJUSTMENT
                || lever.lever() == LeverType.LIQUIDATED_DAMAGES
                || lever.lever() == LeverType.REBATE;
        var limit = LIMITED.matcher(next);
        if (capped && !has(known, Name.CAP) && limit.find()) {
            Values.add(added, Name.CAP, Values.rate(next, limit.end() - 1));
        }
        if (lever.lever() == LeverType.BENCHMARKING
                && !has(known, Name.RATE)
                && BENCHMARKED.matcher(next).find()) {
            Values.add(added, Name.RATE, Values.PERCENTS.findFirst(next));
        }
        if (lever.lever() == LeverType.MINIMUM_COMMITMENT
                && !has(known, Name.RATE)
                && SHORT.matcher(next).find()) {
            Optional<ValueMatch> rate = Values.PERCENTS.findFirst(next);
            Values.add(added, Name.RATE, rate);
            rate.ifPresent(
                    found -> Values.add(added, Name.PERIOD, Values.from(Values.DURATIONS.findAll(next), found.end())));
        }
        return added;
    }

    private static boolean has(List<LeverParameter> parameters, Name name) {
        return parameters.stream().anyMatch(parameter -> parameter.name() == name);
    }
}
