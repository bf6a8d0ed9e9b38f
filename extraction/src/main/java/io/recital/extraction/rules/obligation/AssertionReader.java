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
            "^$|\\b(?:is|are|was|were|has|have|shall|will|may|if|when|unless|which)\\b", Pattern.CASE_INSENSITIVE);

    /** Where the words for what something is done to begin. */
    private static final Pattern CUT = Pattern.compile(
            "(?:;|:|\\b(?:provided|agree[sd]?) that\\b|,\\s+(?=(?:the|all|any|each|such|this|no)\\b)|,\\s+(?:and|but)\\s|^\\W*(?:note\\s+that|further|accordingly|however|therefore|consequently|at\\s+all\\s+times|in\\s+lieu\\s+of[^,]{3,60}),?\\s+)",
            Pattern.CASE_INSENSITIVE);

    private static final int FARTHEST_AGENT = 90;
    private static final int NEAR_THE_START = 12;
    private static final int LONGEST_UNDERGOER = 180;

    private final String text;
    private final List<PartyMention> mentions;
    private final @Nullable Subject before;
    private final @Nullable UnnamedActors unnamed;
    private final List<Found> found = new ArrayList<>();
    private final List<Assertion> others = new ArrayList<>();
    private boolean passiveWithoutActor;

    /** A modal phrase with its subject and the place where its own words begin. */
    private record Found(
            ModalPhrase phrase,
            Subject subject,
            int begin,
            @Nullable String undergoer) {}

    private AssertionReader(String text, Parties parties, @Nullable Subject before) {
        this.text = text;
        this.mentions = parties.mentions().in(text);
        this.before = before;
        this.unnamed = parties.sides().map(UnnamedActors::new).orElse(null);
        SubjectFinder subjects = new SubjectFinder(text, mentions);
        for (ModalPhrase phrase : ModalPhrases.in(text, mentions)) {
            read(phrase, subjects);
        }
        readWithoutModal(parties);
    }

    /** @param before the party that the sentence before is about, for which a pronoun can stand; null when none is */
    static AssertionReader of(String text, Parties parties, @Nullable Subject before) {
        return new AssertionReader(text, parties, before);
    }

    private void readWithoutModal(Parties parties) {
        others.addAll(new SpecialRights(parties).in(text, mentions));
        if (found.isEmpty() && unnamed != null) {
            others.addAll(unnamed.in(text));
        }
    }

    /** Whether something is to be done and nobody is said to do it. */
    boolean isPassiveWithoutActor() {
        return passiveWithoutActor && found.isEmpty() && others.isEmpty();
    }

    /** Whether it begins with a party of its own, as a list item does that needs no stem. */
    boolean begins() {
        return !found.isEmpty() && text.substring(0, found.get(0).begin()).isBlank();
    }

    /** The party that the sentence is about; null when it is about none. */
    @Nullable
    Subject about() {
        if (!found.isEmpty()) {
            return found.get(0).undergoer() == null ? found.get(0).subject() : null;
        }
        return mentions.stream()
                .filter(mention -> mention.start() < NEAR_THE_START
                        && (mention.sort() == PartyMention.Sort.DEFINED || mention.sort() == PartyMention.Sort.ROLE))
                .findFirst()
                .map(this::subjectOf)
                .orElse(null);
    }

    List<Assertion> assertions() {
        return assertionsFrom(0);
    }

    /** What is said after an index of the text, by a phrase before it that goes on there or by its own. */
    List<Assertion> assertionsFrom(int start) {
        List<Assertion> assertions = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            boolean goesOn = i + 1 == found.size() || found.get(i + 1).begin() > start;
            if (goesOn) {
                addAssertions(i, assertions);
            }
        }
        assertions.addAll(others);
        return assertions;
    }

    private void addAssertions(int index, List<Assertion> assertions) {
        Found here = found.get(index);
        boolean last = index + 1 == found.size();
        int end = last ? text.length() : found.get(index + 1).begin();
        int from = here.phrase().end();
        if (end <= from) {
            return;
        }
        String words = text.substring(from, end);
        String kept = last ? words : TRAILING.matcher(words).replaceFirst("");
        String action = here.phrase().verb() == null ? kept : here.phrase().verb() + kept;
        boolean apart = here.undergoer() == null && here.phrase().modality() == Modality.DUTY;
        for (String part : apart ? Conjuncts.of(action) : List.of(action)) {
            assertions.add(Negations.read(assertion(here, leadOf(index), part)));
        }
    }

    private static Assertion assertion(Found here, String lead, String action) {
        Modality modality =
                here.subject().none() ? Modality.PROHIBITION : here.phrase().modality();
        double weight = here.phrase().weight() * here.subject().sure();
        return new Assertion(here.subject(), modality, lead, action, here.undergoer(), weight);
    }

    private String leadOf(int index) {
        int begin = found.get(index).begin();
        int from = index == 0 ? 0 : found.get(index - 1).phrase().end();
        if (index == 0) {
            return text.substring(0, begin);
        }
        boolean apart = text.substring(found.get(0).phrase().end(), begin).matches("(?s).*(?:;|\\.\\s).*");
        return apart || from > begin ? "" : leadOf(0);
    }

    private void read(ModalPhrase phrase, SubjectFinder subjects) {
        if (phrase.voice() == ModalPhrase.Voice.PASSIVE) {
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
                || antecedent(mention).isPresent()
                || before != null;
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
        if (undergoer.length() > LONGEST_UNDERGOER
                || NO_UNDERGOER.matcher(undergoer).find()) {
            return;
        }
        if (!PassiveVerbs.isPerformed(rest, phrase.modality())) {
            return;
        }
        if (agent.isPresent() && !undergoer.isEmpty() && !undergoer.matches("(?i)no\\b.*")) {
            found.add(new Found(phrase, subjectOf(agent.get()).lessSure(0.9), begin, undergoer));
            return;
        }
        Optional<Assertion> implied = unnamed == null || !found.isEmpty() || agent.isPresent()
                ? Optional.empty()
                : unnamed.passive(phrase, text.substring(0, begin), undergoer, rest);
        implied.ifPresent(others::add);
        passiveWithoutActor |= implied.isEmpty() && phrase.modality() == Modality.DUTY;
    }

    private int beginOfUndergoer(int modalStart) {
        int begin = found.isEmpty() ? 0 : found.get(found.size() - 1).phrase().end();
        String before = text.substring(begin, modalStart);
        Matcher cut = CUT.matcher(before);
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
                    case PERSON -> 0.97;
                    case ROLE -> 0.95;
                    case STAFF -> 0.85;
                    case PRONOUN -> 0.85;
                };
        if (mention.sort() == PartyMention.Sort.PRONOUN) {
            return antecedent(mention)
                    .map(party -> new Subject(plain(party), term(party), false, sure))
                    .orElseGet(() -> before != null
                            ? before.lessSure(0.9)
                            : new Subject(mention.words(), mention.words(), false, 0.4));
        }
        String words = none
                ? plain(mention)
                        .replaceFirst("(?i)^(?:neither|no)\\s+(?:of the\\s+)?part(?:y|ies)", "each party")
                        .replaceFirst("(?i)^neither\\s+of\\s+us", "each of us")
                        .replaceFirst("(?i)^neither$", "each party")
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
