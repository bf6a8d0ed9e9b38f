package io.recital.extraction.rules.fact;

import io.recital.extraction.rules.party.PartyResolver;
import io.recital.extraction.rules.value.DateParser;
import io.recital.extraction.rules.wording.Wording;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.FactType;
import io.recital.models.finding.TypedValue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A contract as the fact rules see it: its wording, sentences, parties and way of writing dates, each computed once. */
record FactReading(
        ContractReading reading,
        Wording wording,
        List<Wording.Sentence> sentences,
        PartyResolver parties,
        DateParser dates) {
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<![\\d/])(?:1[3-9]|2\\d|3[01])/(?:0?\\d|1[0-2])/\\d{2,4}(?![\\d/])");

    static FactReading of(ContractReading reading) {
        Wording wording = Wording.of(reading);
        Matcher dayFirst = DAY_FIRST.matcher(wording.text());
        return new FactReading(
                reading,
                wording,
                wording.sentences(),
                PartyResolver.of(reading),
                new DateParser(dayFirst.find() ? DateParser.Order.DAY_FIRST : DateParser.Order.MONTH_FIRST));
    }

    static Candidate fact(FactType type, TypedValue value, double confidence, Citation... citations) {
        return new Candidate(ContractFact.of(type, value), List.of(citations), confidence);
    }
}
