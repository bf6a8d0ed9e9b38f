package io.recital.extraction.rules.obligation;

import io.recital.models.finding.Deadline;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns an assertion into an obligation: who owes whom what, when, by when, and what follows from failure. */
final class ObligationReader {
    private static final Pattern EMPTY_WORDS = Pattern.compile(
            "(?i)^(?:and|or|also|not|so|be|do\\s+so|the\\s+following|as\\s+follows|ensure\\s+that|cause|procure\\s+that)?\\W*$");
    private static final Pattern OBLIGEE = Pattern.compile(
            "(?i)(?:\\bto|^\\W*(?:promptly\\s+|immediately\\s+|\\w+ly\\s+)?(?:pay|notify|provide|reimburse|indemnify|give|inform|furnish|supply|send|advise|compensate|grant|offer|assist|allow|permit|credit|refund|defend|hold|defend,?\\s+indemnify(?:,?\\s+and\\s+hold\\s+harmless)?|indemnify(?:,|\\s+and)\\s+(?:hold\\s+harmless|defend)))\\s+$");

    private static final int FARTHEST_OBLIGEE = 160;

    private final Parties parties;
    private final DeadlineReader deadlines;

    ObligationReader(Parties parties, DeadlineReader deadlines) {
        this.parties = parties;
        this.deadlines = deadlines;
    }

    /** The obligation that an assertion states; empty when its action says nothing. */
    Optional<Obligation> read(Assertion assertion) {
        String words = assertion.action();
        int cut = Conditions.consequenceStart(words);
        @Nullable String consequence = cut < 0 ? null : Conditions.consequence(words, cut);
        String action = cut < 0 ? words : words.substring(0, cut);
        @Nullable String trigger = Conditions.leadingTrigger(assertion.lead());
        if (trigger == null) {
            trigger = Conditions.trailingTrigger(action);
        }
        String stated = statedAction(assertion, action);
        if (EMPTY_WORDS.matcher(stated).matches() || stated.length() < 4) {
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
        Optional<Deadline> own = deadlines.read(action, trigger).or(() -> deadlines.read(assertion.lead(), null));
        boolean moot =
                assertion.modality() != Modality.DUTY && own.isPresent() && own.get() instanceof Deadline.Recurring;
        return moot ? null : own.orElse(null);
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
        for (PartyMention mention : parties.mentions().in(action)) {
            boolean self =
                    mention.words().contains(assertion.subject().term()) || mention.sort() == PartyMention.Sort.PRONOUN;
            if (!self
                    && mention.start() < FARTHEST_OBLIGEE
                    && OBLIGEE.matcher(action.substring(0, mention.start())).find()) {
                String words = mention.words().strip().replaceFirst("^[Tt]he\\s+(?=\\p{Lu})", "");
                return parties.refer(words, words);
            }
        }
        return null;
    }
}
