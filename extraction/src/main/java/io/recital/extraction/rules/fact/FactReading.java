package io.recital.extraction.rules.fact;

import io.recital.extraction.rules.party.PartyResolver;
import io.recital.extraction.rules.value.DateParser;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.extraction.rules.wording.ContractStart;
import io.recital.extraction.rules.wording.Wording;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.FactType;
import io.recital.models.finding.TypedValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A contract as the fact rules see it, each part computed once.
 *
 * @param days every date of the wording, in text order
 * @param start index of the wording at which the contract itself begins, after a cover and a contents page
 * @param dates reads dates in the order of day and month that the contract uses
 */
record FactReading(
        ContractReading reading,
        Wording wording,
        List<Wording.Sentence> sentences,
        PartyResolver parties,
        DateParser dates,
        List<ValueMatch> days,
        int start,
        Optional<TitleFinder.Title> title) {
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<![\\d/])(?:1[3-9]|2\\d|3[01])/(?:0?\\d|1[0-2])/\\d{2,4}(?![\\d/])");

    static FactReading of(ContractReading reading) {
        Wording wording = Wording.of(reading);
        int start = wording.indexOf(ContractStart.of(reading));
        Matcher dayFirst = DAY_FIRST.matcher(wording.text());
        DateParser dates = new DateParser(dayFirst.find() ? DateParser.Order.DAY_FIRST : DateParser.Order.MONTH_FIRST);
        return new FactReading(
                reading,
                wording,
                wording.sentences(),
                PartyResolver.of(reading),
                dates,
                dates.findAll(wording.text()),
                start,
                TitleFinder.find(reading, wording, start));
    }

    /** The title on one line; empty when there is none. */
    String titleWords() {
        return title.map(range -> wording.words(range.start(), range.end())
                        .replaceAll("\\s+", " ")
                        .strip())
                .orElse("");
    }

    /** Whether it is a part of another agreement, and says nothing on its own about when that was made. */
    boolean isAttachment() {
        return DocumentTypes.isAttachment(titleWords());
    }

    boolean isMessage() {
        return reading.parsed().mediaType().equals("message/rfc822");
    }

    static Candidate fact(FactType type, TypedValue value, double confidence, Citation... citations) {
        return new Candidate(ContractFact.of(type, value), List.of(citations), confidence);
    }
}
