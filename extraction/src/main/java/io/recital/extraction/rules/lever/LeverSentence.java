package io.recital.extraction.rules.lever;

import io.recital.extraction.rules.party.PartyResolver;
import io.recital.extraction.rules.wording.AmendedWording;
import io.recital.extraction.rules.wording.Cue;
import io.recital.extraction.rules.wording.Wording;
import io.recital.models.clause.Clause;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence as the lever rules see it, with the clause around it.
 *
 * @param text its wording as it stands in force: in an amendment, without what that takes away
 * @param folded the same, folded to look for cues in
 * @param figures the values in the text
 * @param stem the list stem that the sentence completes, null when it stands alone
 * @param before the sentence before it in the same clause, empty for the first
 */
record LeverSentence(
        Clause clause,
        Wording wording,
        Wording.Sentence sentence,
        String text,
        String folded,
        Figures figures,
        @Nullable Citation stem,
        String before,
        PartyResolver parties) {
    static LeverSentence of(
            Clause clause,
            Wording wording,
            Wording.Sentence sentence,
            @Nullable Citation stem,
            String before,
            PartyResolver parties) {
        String text = AmendedWording.of(sentence.text());
        return new LeverSentence(
                clause, wording, sentence, text, Cue.fold(text), new Figures(text), stem, before, parties);
    }

    /** Whether it changes a value of another document. */
    boolean amends() {
        return !text.equals(sentence.text());
    }

    boolean says(Pattern pattern) {
        return Cue.of(pattern).mayStandIn(folded) && pattern.matcher(text()).find();
    }

    /** Whether the stem of the list that it is an item of says it. */
    boolean stemSays(Pattern pattern) {
        return stem != null && pattern.matcher(stem.quote()).find();
    }

    /** Whether the sentence before it says it. */
    boolean follows(Pattern pattern) {
        return pattern.matcher(before).find();
    }

    /** Whether one of the headings above says it. */
    boolean headed(Pattern pattern) {
        return pattern.matcher(String.join(" / ", clause.headingPath())).find();
    }

    /** The sentence as evidence of a lever that begins before it. */
    Citation cite() {
        return wording.cite(sentence.start(), sentence.end(), CitationRole.CLAUSE);
    }

    /** The lever with its citations: the sentence, and the stem that it completes. */
    Candidate lever(LeverType type, double confidence, List<LeverParameter> parameters) {
        List<Citation> citations = new ArrayList<>();
        CitationRole role = stem == null ? CitationRole.CLAUSE : CitationRole.ITEM;
        citations.add(wording.cite(sentence.start(), sentence.end(), role));
        if (stem != null) {
            citations.add(stem);
        }
        return new Candidate(new CommercialLever(type, parameters), citations, confidence);
    }

    /** The lever with the sentence before as well, which says what it is. */
    Candidate leverWithBefore(LeverType type, double confidence, List<LeverParameter> parameters) {
        List<Citation> citations = new ArrayList<>();
        List<Wording.Sentence> all = wording.sentences();
        int index = all.indexOf(sentence);
        if (index > 0) {
            Wording.Sentence earlier = all.get(index - 1);
            citations.add(wording.cite(earlier.start(), earlier.end(), CitationRole.CLAUSE));
        }
        citations.add(cite());
        return new Candidate(new CommercialLever(type, parameters), citations, confidence);
    }

    static LeverParameter parameter(Name name, TypedValue value) {
        return new LeverParameter(name, value);
    }

    static LeverParameter parameter(Name name, String words) {
        return new LeverParameter(
                name, new TypedValue.Text(words.replaceAll("\\s+", " ").strip()));
    }

    /** The first of several party words that the text names, as written and with the party's name where it is known. */
    Optional<LeverParameter> holder(Pattern subject) {
        var matcher = subject.matcher(text());
        if (!matcher.find()) {
            return Optional.empty();
        }
        String term = matcher.group("holder").replaceAll("\\s+", " ").strip();
        String plain = term.toLowerCase(Locale.ROOT);
        if (PartyResolver.isCollective(plain)) {
            return Optional.of(parameter(Name.HOLDER, plain));
        }
        return parties.find(term)
                .map(party -> parameter(
                        Name.HOLDER, new TypedValue.Party(party.name(), term.replaceFirst("^(?i:the)\\s+", ""), null)))
                .or(() -> Optional.of(parameter(Name.HOLDER, term)));
    }
}
