package io.recital.extraction.rules.obligation;

import io.recital.models.finding.Modality;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a sentence apart into what each of its modal phrases says of a party. */
final class AssertionReader {
    private static final Pattern TRAILING = Pattern.compile(
            "(?:[\\s,;:—–-]|\\b(?:and|or|but|then|thus|so|except|provided|however|that|and/or|further)\\b)+$",
            Pattern.CASE_INSENSITIVE);
    /** What a party states before it promises something in the same sentence. */
    private static final Pattern STATES = Pattern.compile(
            "\\G(?:\\s*\\([^()]{0,80}\\))?\\s+(?:hereby\\s+|also\\s+|further\\s+|each\\s+|\\w+ly\\s+)*(?:acknowledge|represent|warrant|recogni[sz]e|understand|accept|confirm|certif|agree|assume|grant|desire|appoint|waive|is\\b|are\\b|has\\b|have\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PROMISES = Pattern.compile(
            "^(?:\\w+ly\\s+|hereby\\s+|further\\s+|also\\s+)*(?:agree|undertake|covenant|promise|commit)",
            Pattern.CASE_INSENSITIVE);
    /** A condition with a capital and a comma opens a sentence of its own even in a list. */
    private static final Pattern OWN_LEAD = Pattern.compile(
            "(?s)\\W*(?:If|In|Upon|On|Where|When|Except|Subject|During|After|For|At|Within|Should|Notwithstanding|Unless)\\b.*,\\s*");
    /** That a party is not liable is no duty of it. */
    private static final Pattern LIABLE = Pattern.compile(
            "^\\s*(?:be\\s+(?:\\w+ly\\s+)?(?:liable|responsible|accountable)|have\\s+(?:any|no)\\s+(?:liability|obligation|responsibility))\\b",
            Pattern.CASE_INSENSITIVE);

    /** {@code No hardware will be provided} tells what is not part of the bargain and forbids nothing. */
    private static final Pattern NOTHING_COMES = Pattern.compile("^no\\b[^.;]*?\\swill\\s", Pattern.CASE_INSENSITIVE);

    private static final Pattern INVERTED = Pattern.compile(
            "\\b(?:in\\s+no\\s+event|under\\s+no\\s+circumstances?|at\\s+no\\s+time|nor|never)\\s+$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_PROMISE =
            Pattern.compile("^\\s*(?:be|have|incur|suffer)\\b", Pattern.CASE_INSENSITIVE);

    private static final int NEAR_THE_START = 12;

    private final String text;
    private final List<PartyMention> mentions;
    private final Subjects who;
    private final UnnamedActors unnamed;
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
        this.who = new Subjects(text, mentions, before);
        this.unnamed = new UnnamedActors(new ImpliedActor(parties, mentions, before));
        SubjectFinder subjects = new SubjectFinder(text, mentions);
        for (ModalPhrase phrase : ModalPhrases.in(text, mentions, parties.promiseInPresentTense())) {
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
        others.addAll(new Relief(who).in(text, mentions));
        if (found.isEmpty() && others.isEmpty()) {
            WrittenForm.in(text).ifPresent(others::add);
        }
        if (found.isEmpty() && others.isEmpty()) {
            others.addAll(unnamed.in(text));
        }
    }

    /** Whether something is to be done and nobody is said to do it. */
    boolean isPassiveWithoutActor() {
        return passiveWithoutActor && found.isEmpty() && others.isEmpty();
    }

    /** Whether it begins with a party of its own, as a list item does that needs no stem. */
    boolean begins() {
        if (found.isEmpty()) {
            return !others.isEmpty()
                    && !mentions.isEmpty()
                    && mentions.get(0).start() == 0
                    && Character.isUpperCase(text.charAt(0));
        }
        String lead = text.substring(0, found.get(0).begin());
        return lead.isBlank() || OWN_LEAD.matcher(lead).matches();
    }

    /** The party that the sentence is about; null when it is about none. */
    @Nullable
    Subject about() {
        if (!found.isEmpty()) {
            return found.get(0).undergoer() == null ? found.get(0).subject() : null;
        }
        return mentions.stream()
                .filter(mention -> mention.start() < NEAR_THE_START
                        && (mention.sort() == PartyMention.Sort.DEFINED
                                || mention.sort() == PartyMention.Sort.ROLE
                                || mention.sort() == PartyMention.Sort.GROUP))
                .findFirst()
                .map(who::of)
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
        String action = here.phrase().verb() == null ? kept : here.phrase().verb() + Conjuncts.withBaseForms(kept);
        boolean apart = here.undergoer() == null && here.phrase().modality() == Modality.DUTY;
        for (String part : apart ? Conjuncts.of(action) : List.of(action)) {
            Assertion assertion = Negations.read(assertion(here, leadOf(index), part));
            if (assertion.modality() != Modality.PROHIBITION
                    || !LIABLE.matcher(part).find()) {
                assertions.add(assertion);
            }
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
        if (mention.isPresent() && who.isKnown(mention.get())) {
            found.add(new Found(phrase, who.of(mention.get()), mention.get().start(), null));
        } else if (INVERTED.matcher(text.substring(0, phrase.start())).find()) {
            readInverted(phrase);
        } else if (found.isEmpty()) {
            opener(phrase, subjects).ifPresent(subject -> found.add(new Found(phrase, subject, phrase.start(), null)));
        } else if (isElided(phrase)) {
            Found previous = found.get(found.size() - 1);
            if (previous.undergoer() == null) {
                found.add(new Found(phrase, previous.subject().lessSure(0.93), phrase.start(), null));
            }
        }
    }

    /** {@code In no event may Licensee …}: the subject comes after the verb's first word. */
    private void readInverted(ModalPhrase phrase) {
        mentions.stream()
                .filter(mention -> mention.start() >= phrase.end()
                        && text.substring(phrase.end(), mention.start()).isBlank())
                .findFirst()
                .filter(mention ->
                        !NO_PROMISE.matcher(text.substring(mention.end())).find() && who.isKnown(mention))
                .ifPresent(mention -> found.add(new Found(
                        new ModalPhrase(phrase.start(), mention.end(), Modality.PROHIBITION, phrase.weight()),
                        who.of(mention),
                        phrase.start(),
                        null)));
    }

    /** Who the sentence began with, taken up again after what it states: {@code Buyer acknowledges that …, and agrees to …}. */
    private Optional<Subject> opener(ModalPhrase phrase, SubjectFinder subjects) {
        return mentions.stream()
                .filter(mention ->
                        mention.end() < phrase.start() && subjects.isSubject(mention) && who.isKnown(mention))
                .findFirst()
                .filter(mention -> STATES.matcher(text).find(mention.end())
                        && SubjectFinder.isElided(text, mention.end(), phrase.start())
                        && (PROMISES.matcher(text.substring(phrase.start())).find()
                                || !text.substring(mention.end(), phrase.start())
                                        .contains(" that ")))
                .map(mention -> who.of(mention).lessSure(0.9));
    }

    private boolean isElided(ModalPhrase phrase) {
        Found previous = found.get(found.size() - 1);
        return SubjectFinder.isElided(text, previous.phrase().end(), phrase.start());
    }

    private void readPassive(ModalPhrase phrase) {
        int from = found.isEmpty() ? 0 : found.get(found.size() - 1).phrase().end();
        Optional<PassiveSentence> read = PassiveSentence.read(text, mentions, phrase, from);
        String rest = text.substring(phrase.end());
        if (read.isEmpty()) {
            return;
        }
        PassiveSentence passive = read.get();
        @Nullable PartyMention agent = passive.agent();
        if (!PassiveVerbs.isPerformed(rest, phrase.modality(), agent != null)) {
            return;
        }
        if (agent != null
                && NOTHING_COMES
                        .matcher(passive.undergoer() + " " + text.substring(phrase.start()))
                        .find()) {
            return;
        }
        if (agent != null) {
            found.add(new Found(
                    denied(phrase, passive), who.of(agent).lessSure(0.9), passive.begin(), any(passive.undergoer())));
            return;
        }
        Optional<Assertion> implied = found.isEmpty()
                ? unnamed.passive(phrase, text.substring(0, passive.begin()), passive.undergoer(), rest)
                : Optional.empty();
        implied.ifPresent(others::add);
        passiveWithoutActor |= implied.isEmpty() && phrase.modality() == Modality.DUTY;
    }

    /** {@code No charge shall be made by Supplier} forbids it. */
    private static ModalPhrase denied(ModalPhrase phrase, PassiveSentence passive) {
        return passive.undergoer().matches("(?is)no\\b.*")
                ? new ModalPhrase(
                        phrase.start(),
                        phrase.end(),
                        Modality.PROHIBITION,
                        phrase.weight(),
                        phrase.voice(),
                        phrase.verb())
                : phrase;
    }

    private static String any(String undergoer) {
        return undergoer.replaceFirst("(?i)^no\\b", "any");
    }
}
