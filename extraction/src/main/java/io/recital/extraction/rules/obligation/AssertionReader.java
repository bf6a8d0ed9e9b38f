package io.recital.extraction.rules.obligation;

import io.recital.models.finding.Modality;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a sentence apart into what each of its modal phrases says of a party. */
final class AssertionReader {
    private static final Pattern BY_AGENT = Pattern.compile("\\bby\\s+$");
    private static final Pattern TRAILING = Pattern.compile(
            "(?:[\\s,;:—–-]|\\b(?:and|or|but|then|thus|so|except|provided|however|that|and/or|further)\\b)+$",
            Pattern.CASE_INSENSITIVE);
    /** Words before a passive that do not simply name what it is done to. */
    private static final Pattern NO_UNDERGOER = Pattern.compile(
            "^no\\b|^$|\\b(?:is|are|was|were|has|have|shall|will|may|if|when|unless|which)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final int FARTHEST_AGENT = 90;

    private final String text;
    private final List<PartyMention> mentions;
    private final List<Found> found = new ArrayList<>();
    private boolean passiveWithoutActor;

    /** A modal phrase with its subject and the place where its own words begin. */
    private record Found(
            ModalPhrase phrase,
            Subject subject,
            int begin,
            @Nullable String undergoer) {}

    private AssertionReader(String text, List<ModalPhrase> phrases, List<PartyMention> mentions) {
        this.text = text;
        this.mentions = mentions;
        SubjectFinder subjects = new SubjectFinder(text, mentions);
        for (ModalPhrase phrase : phrases) {
            read(phrase, subjects);
        }
    }

    static AssertionReader of(String text, PartyMentions parties) {
        List<ModalPhrase> phrases = ModalPhrases.in(text);
        return new AssertionReader(text, phrases, phrases.isEmpty() ? List.of() : parties.in(text));
    }

    /** Whether something is to be done and nobody is said to do it. */
    boolean isPassiveWithoutActor() {
        return passiveWithoutActor && found.isEmpty();
    }

    List<Assertion> assertions() {
        List<Assertion> assertions = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Found here = found.get(i);
            int end = i + 1 < found.size() ? found.get(i + 1).begin() : text.length();
            int from = here.phrase().end();
            if (end <= from) {
                continue;
            }
            String action = text.substring(from, end);
            String kept = i + 1 < found.size() ? TRAILING.matcher(action).replaceFirst("") : action;
            assertions.add(assertion(here, leadOf(i), kept));
        }
        return assertions;
    }

    private static Assertion assertion(Found here, String lead, String action) {
        Modality modality = here.phrase().modality();
        if (here.subject().none() && modality != Modality.PROHIBITION) {
            modality = Modality.PROHIBITION;
        }
        double weight = here.phrase().weight() * here.subject().sure();
        return new Assertion(here.subject(), modality, lead, action, here.undergoer(), weight);
    }

    private String leadOf(int index) {
        int begin = found.get(index).begin();
        int from = index == 0 ? 0 : found.get(index - 1).phrase().end();
        if (from >= begin || index > 0) {
            return index == 0 ? text.substring(0, begin) : "";
        }
        return text.substring(0, begin);
    }

    private void read(ModalPhrase phrase, SubjectFinder subjects) {
        if (phrase.passive()) {
            readPassive(phrase);
            return;
        }
        Optional<PartyMention> mention = subjects.find(phrase.start());
        if (mention.isPresent() && isKnown(mention.get())) {
            found.add(new Found(phrase, subjectOf(mention.get()), mention.get().start(), null));
            return;
        }
        if (!found.isEmpty() && isElided(phrase)) {
            Found previous = found.get(found.size() - 1);
            if (previous.undergoer() == null) {
                found.add(new Found(phrase, previous.subject().lessSure(0.93), phrase.start(), null));
            }
        }
    }

    /** Whether a pronoun has a party before it to stand for; nobody else is left open. */
    private boolean isKnown(PartyMention mention) {
        return mention.sort() != PartyMention.Sort.PRONOUN
                || antecedent(mention).isPresent();
    }

    private Optional<PartyMention> antecedent(PartyMention pronoun) {
        return mentions.stream()
                .filter(other -> other.end() <= pronoun.start() && other.sort() != PartyMention.Sort.PRONOUN)
                .findFirst();
    }

    private boolean isElided(ModalPhrase phrase) {
        Found previous = found.get(found.size() - 1);
        return SubjectFinder.isElided(text, previous.phrase().end(), phrase.start());
    }

    private void readPassive(ModalPhrase phrase) {
        String rest = text.substring(phrase.end());
        Optional<PartyMention> agent = mentions.stream()
                .filter(mention -> mention.start() >= phrase.end()
                        && mention.start() - phrase.end() <= FARTHEST_AGENT
                        && BY_AGENT.matcher(text.substring(phrase.end(), mention.start()))
                                .find()
                        && !text.substring(phrase.end(), mention.start()).matches(".*[,;:].*"))
                .findFirst();
        int begin = beginOfUndergoer(phrase.start());
        String undergoer = text.substring(begin, phrase.start()).strip();
        if (NO_UNDERGOER.matcher(undergoer).find()) {
            return;
        }
        if (agent.isPresent() && PassiveVerbs.isPerformed(rest, phrase.modality()) && !undergoer.isEmpty()) {
            found.add(new Found(phrase, subjectOf(agent.get()).lessSure(0.9), begin, undergoer));
        } else if (phrase.modality() == Modality.DUTY && PassiveVerbs.isPerformed(rest, phrase.modality())) {
            passiveWithoutActor = true;
        }
    }

    private int beginOfUndergoer(int modalStart) {
        int begin = found.isEmpty() ? 0 : found.get(found.size() - 1).phrase().end();
        String before = text.substring(begin, modalStart);
        Matcher cut = Pattern.compile(
                        "(?:;|:|\\b(?:provided|agree[sd]?) that\\b|,\\s+(?=(?:the|all|any|each|such|this|no)\\b)|,\\s+(?:and|but)\\s)")
                .matcher(before);
        int last = 0;
        while (cut.find()) {
            last = cut.end();
        }
        return begin + last;
    }

    private Subject subjectOf(PartyMention mention) {
        boolean none = mention.sort() == PartyMention.Sort.NONE || startsWithNeither(mention);
        double sure =
                switch (mention.sort()) {
                    case DEFINED, GROUP, NONE -> 1.0;
                    case ROLE -> 0.95;
                    case STAFF -> 0.85;
                    case PRONOUN -> 0.85;
                };
        if (mention.sort() == PartyMention.Sort.PRONOUN) {
            return antecedent(mention)
                    .map(party -> new Subject(plain(party), term(party), false, sure))
                    .orElse(new Subject(mention.words(), mention.words(), false, 0.4));
        }
        String words = none
                ? plain(mention).replaceFirst("(?i)^(?:neither|no)\\s+(?:of the\\s+)?part(?:y|ies)", "each party")
                : plain(mention);
        return new Subject(words.replaceFirst("(?i)\\bnor\\b", "and"), term(mention), none, sure);
    }

    private boolean startsWithNeither(PartyMention mention) {
        return text.substring(0, mention.start()).matches("(?is).*\\bneither\\s+$");
    }

    private static String plain(PartyMention mention) {
        return mention.words().strip().replaceFirst("^(?:[Tt]he|THE)\\s+", "").replaceAll("\\s+", " ");
    }

    private static String term(PartyMention mention) {
        return plain(mention).replaceFirst("[’']s?\\s+\\w+$", "");
    }
}
