package io.recital.extraction.rules.obligation;

import io.recital.models.finding.Deadline;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns an assertion into an obligation: who owes whom what, when, by when, and what follows from failure. */
final class ObligationReader {
    private static final Pattern EMPTY_WORDS = Pattern.compile(
            "(?i)^(?:and|or|also|not|so|be|do\\s+so|the\\s+following|as\\s+follows|ensure\\s+that|cause|procure\\s+that|itself|themselves)?\\W*$");
    /** That a party may enter into the agreement is a statement about it and no term of the agreement. */
    private static final Pattern STANDING = Pattern.compile(
            "(?i)^(?:\\w+,?\\s+){0,2}(?:enter\\s+into|execute)\\b[^;]{0,40}\\b(?:this|the)\\s+(?:agreement|contract|amendment)\\b");

    private static final Pattern OBLIGEE = Pattern.compile(
            "(?i)(?:\\bto|^\\W*(?:promptly\\s+|immediately\\s+|\\w+ly\\s+)?(?:pay|notify|provide|reimburse|indemnify|give|inform|furnish|supply|send|advise|compensate|grant|offer|assist|allow|permit|credit|refund|defend|hold|defend,?\\s+indemnify(?:,?\\s+and\\s+hold\\s+harmless)?|indemnify(?:,|\\s+and)\\s+(?:hold\\s+harmless|defend)))\\s+$");

    private static final int FARTHEST_OBLIGEE = 160;

    private final Parties parties;
    private final DeadlineReader deadlines;

    ObligationReader(Parties parties, DeadlineReader deadlines) {
        this.parties = parties;
        this.deadlines = deadlines;
    }

    /** The obligations that an assertion states, one for each time that it names; none when its action says nothing. */
    List<Obligation> read(Assertion assertion) {
        Optional<Obligation> read = readOnce(assertion);
        if (read.isEmpty() || assertion.modality() != Modality.DUTY) {
            return read.stream().toList();
        }
        List<Deadline> times = times(assertion);
        return times.size() < 2
                ? List.of(read.get())
                : times.stream().map(time -> withDeadline(read.get(), time)).toList();
    }

    /** The deadlines of a thing that is to be done again, before the subject or after the verb; none where it is done once. */
    private List<Deadline> times(Assertion assertion) {
        return Stream.of(assertion.lead(), assertion.action())
                .map(SeveralTimes::of)
                .filter(parts -> parts.size() > 1)
                .findFirst()
                .map(parts -> parts.stream()
                        .flatMap(part -> deadlines.read(part, null).stream())
                        .filter(time -> time instanceof Deadline.After || time instanceof Deadline.Recurring)
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    private static Obligation withDeadline(Obligation duty, Deadline deadline) {
        return new Obligation(
                duty.modality(),
                duty.obligor(),
                duty.obligee(),
                duty.action(),
                duty.trigger(),
                deadline,
                duty.consequence());
    }

    private Optional<Obligation> readOnce(Assertion assertion) {
        String words = assertion.action();
        int cut = Conditions.consequenceStart(words);
        @Nullable String consequence = cut < 0 ? null : Conditions.consequence(words, cut);
        String action = cut < 0 ? words : words.substring(0, cut);
        @Nullable String trigger = Conditions.leadingTrigger(assertion.lead());
        if (trigger == null) {
            trigger = Conditions.trailingTrigger(action);
        }
        String stated = statedAction(assertion, action);
        boolean ofStanding = assertion.modality() == Modality.RIGHT
                && STANDING.matcher(stated).find();
        if (EMPTY_WORDS.matcher(stated).matches() || stated.length() < 4 || ofStanding) {
            return Optional.empty();
        }
        return Optional.of(new Obligation(
                assertion.modality(),
                parties.refer(assertion.subject().words(), assertion.subject().term()),
                obligee(assertion, action),
                stated,
                trigger,
                deadline(assertion, action, trigger),
                consequence));
    }

    private @Nullable Deadline deadline(Assertion assertion, String action, @Nullable String trigger) {
        return deadlines.read(assertion.lead(), action, trigger).orElse(null);
    }

    private static String statedAction(Assertion assertion, String action) {
        String words = tidy(action);
        @Nullable String undergoer = assertion.undergoer();
        return undergoer == null
                ? words
                : tidy(PassiveVerbs.active(undergoer, words, assertion.subject().words()));
    }

    private static String tidy(String words) {
        return Conditions.tidy(words).replaceFirst("^[\\s,;:—–-]+", "").replaceAll("\\s+([,;])", "$1");
    }

    private @Nullable PartyReference obligee(Assertion assertion, String action) {
        List<PartyMention> others = parties.mentions().in(action).stream()
                .filter(mention -> mention.start() < FARTHEST_OBLIGEE && !isSelf(mention, assertion.subject()))
                .toList();
        return others.stream()
                .filter(mention ->
                        OBLIGEE.matcher(action.substring(0, mention.start())).find())
                .findFirst()
                .or(() -> others.stream()
                        .filter(mention -> mention.sort() != PartyMention.Sort.STAFF)
                        .findFirst())
                .map(mention -> refer(mention.words()))
                .orElseGet(() -> otherSideNamed(assertion, action));
    }

    private static boolean isSelf(PartyMention mention, Subject subject) {
        return mention.sort() == PartyMention.Sort.PRONOUN
                || mention.sort() == PartyMention.Sort.NONE
                || mention.words().contains(subject.term())
                || (mention.words().equalsIgnoreCase("us") && subject.term().equalsIgnoreCase("we"));
    }

    /**
     * The other side of two: it is owed what the one promises. Of a right only where the sentence names it, by what is its
     * own ({@code Customer's premises}) or before the subject.
     */
    private @Nullable PartyReference otherSideNamed(Assertion assertion, String action) {
        return parties.other(assertion.subject().term())
                .filter(other ->
                        assertion.modality() != Modality.RIGHT || names(assertion.lead() + " " + action, other))
                .map(this::refer)
                .orElse(null);
    }

    private static boolean names(String words, String party) {
        String pattern =
                switch (party) {
                    case "you" -> "(?i)\\byour?\\b";
                    case "we" -> "(?i)\\b(?:we|us|our)\\b";
                    default -> "\\b" + Pattern.quote(party) + "\\b";
                };
        return Pattern.compile(pattern).matcher(words).find();
    }

    private PartyReference refer(String words) {
        String plain = words.strip().replaceFirst("^[Tt]he\\s+(?=\\p{Lu})", "");
        return parties.refer(plain, plain);
    }
}
