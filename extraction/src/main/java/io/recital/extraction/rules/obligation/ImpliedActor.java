package io.recital.extraction.rules.obligation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells who is to act where a passive names nobody: invoices are paid by the payer, goods stored by who performs. */
final class ImpliedActor {
    private static final String GROUP_EACH = "each party";
    private static final String GROUP_EITHER = "either party";
    private static final String GROUP_ALL = "the parties";
    private static final Pattern NOTICE = of(
            "^(?:\\W*(?:all|any|every|each|an?|the|such)\\s+)?(?:(?:written|formal|other)\\s+)*(?:notices?|communications?|e-mails?)\\b");
    private static final Pattern TEXT = of(
            "^(?:\\W*(?:all|any|every|each|an?|the|this|such|no)\\s+)?(?:\\w+\\s+){0,3}?(?:agreement|contract|amendments?|waiver|statement\\s+of\\s+work|work\\s+order|schedule|annex|terms?|targets?|provisions?)\\b");
    private static final Pattern CHANGED = of("\\b(?:amended|changed|modified|varied|waived|supplemented|altered)\\b");
    private static final Pattern CREDITS = of(
            "\\b(?:credits?|rebates?|refunds?|discounts?|overpayments?|liquidated\\s+damages|delay\\s+damages|bonus)\\b");
    private static final Pattern PAID = of("\\b(?:paid|payable|reimbursed|remunerated|due\\s+and\\s+payable)\\b");
    private static final Pattern TAX = of("\\b(?:tax|taxes|VAT)\\b");
    private static final Pattern REPORTED =
            of("\\b(?:royalt(?:y|ies)|(?:net|gross)\\s+sales|sales?|sublicen[cs]es?|conversion)\\b");
    private static final Pattern MUTUAL = of("\\b(?:exchanged|set\\s+off|shared|netted|settled)\\b");
    private static final Pattern ORDERS = of("^\\W*(?:each|every|all|an?|the)?\\s*(?:purchase\\s+)?orders?\\b");
    private static final Pattern ORDERED = of("\\b(?:placed|issued|submitted|made|sent|transmitted)\\b");

    private static final Pattern ASSIGNED = of("\\b(?:assigned|transferred|delegated|subcontracted)\\b");
    private static final Pattern ENDED = of("\\b(?:terminated|extended|renewed|cancel+ed)\\b");
    private static final Pattern RIGHTS = of("\\b(?:rights?|obligations?|dut(?:y|ies)|interests?)\\b");
    private static final Pattern WRITTEN = of("\\b(?:writing|written|instrument|signed|executed)\\b");
    private static final Pattern SAME = of("^\\W*(?:such|said|the\\s+foregoing|these|this)\\b");

    private final Parties parties;
    private final List<PartyMention> mentions;
    private final @Nullable Subject before;

    /**
     * For one sentence.
     *
     * @param before the party that the sentence before is about; null when it is about none
     */
    ImpliedActor(Parties parties, List<PartyMention> mentions, @Nullable Subject before) {
        this.parties = parties;
        this.mentions = mentions;
        this.before = before;
    }

    /** Whether a passive says that an agreement is changed in writing, which forbids to change it otherwise. */
    static boolean isChangeInWriting(String undergoer, String participle) {
        return CHANGED.matcher(participle).find()
                && TEXT.matcher(undergoer).find()
                && WRITTEN.matcher(participle).find();
    }

    private static Pattern of(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /**
     * Who does it.
     *
     * @param undergoer what it is done to
     * @param participle what is done, such as {@code be paid}
     */
    Optional<Subject> of(String undergoer, String participle) {
        if (CHANGED.matcher(participle).find()) {
            return TEXT.matcher(undergoer).find() ? Optional.of(group(GROUP_ALL)) : Optional.empty();
        }
        if (NOTICE.matcher(undergoer).find()) {
            return Optional.of(group(GROUP_EACH));
        }
        boolean ofTheAgreement =
                TEXT.matcher(undergoer).find() || RIGHTS.matcher(undergoer).find();
        if (ofTheAgreement && ASSIGNED.matcher(participle).find()) {
            return Optional.of(group(GROUP_EACH));
        }
        if (ofTheAgreement && ENDED.matcher(participle).find()) {
            return Optional.of(
                    group(participle.contains("mutual") || participle.contains("parties") ? GROUP_ALL : GROUP_EITHER));
        }
        if (MUTUAL.matcher(participle).find()) {
            return Optional.of(group(GROUP_ALL));
        }
        return acrossFrom(undergoer + " " + participle)
                .or(() -> parties.sides()
                        .map(sides ->
                                side(isThePayer(sides, undergoer, participle) ? sides.payer() : sides.performer())))
                .or(() -> SAME.matcher(undergoer).find()
                        ? Optional.ofNullable(before).map(subject -> subject.lessSure(0.75))
                        : Optional.empty());
    }

    /** Who something goes to is not who does it, but the other side is: {@code shall be delivered to the Buyer}. */
    private Optional<Subject> acrossFrom(String words) {
        List<String> pair = parties.pair();
        for (int i = 0; i < pair.size(); i++) {
            if (Pattern.compile(
                            "\\b(?:to|upon)\\s+(?:the\\s+)?" + Pattern.quote(pair.get(i)) + "(?![\\w’'-]|\\s+by\\b)")
                    .matcher(words)
                    .find()) {
                return Optional.of(side(pair.get(1 - i)));
            }
        }
        return Optional.empty();
    }

    private static boolean isThePayer(Sides sides, String undergoer, String participle) {
        if (CREDITS.matcher(undergoer).find()) {
            return false;
        }
        if (PAID.matcher(participle).find()) {
            return true;
        }
        if (TAX.matcher(undergoer).find() && participle.contains("added")) {
            return true;
        }
        if (ORDERS.matcher(undergoer).find() && ORDERED.matcher(participle).find()) {
            return true;
        }
        return sides.licence() && REPORTED.matcher(undergoer).find() && !participle.contains("credited");
    }

    private static Subject side(String term) {
        return new Subject(term, term, false, 0.8);
    }

    /** A group as the sentence names it, or else by the usual words. */
    private Subject group(String usual) {
        String words = mentions.stream()
                .filter(mention -> mention.sort() == PartyMention.Sort.GROUP
                        && mention.words().matches("(?i)(?:each|both|either|all|the)\\b.*part.*")
                        && !mention.words().matches("(?i).*\\bother\\b.*|.*ing\\s+party"))
                .map(PartyMention::words)
                .findFirst()
                .orElse(usual);
        return new Subject(words, words, false, 0.8);
    }
}
