package io.recital.extraction.rules.obligation;

import java.util.Optional;
import java.util.regex.Pattern;

/** Tells who is to act where a passive names nobody: invoices are paid by the payer, goods stored by who performs. */
final class ImpliedActor {
    private static final String GROUP_EACH = "each party";
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

    private final Sides sides;

    ImpliedActor(Sides sides) {
        this.sides = sides;
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
        if (MUTUAL.matcher(participle).find()) {
            return Optional.of(group(GROUP_ALL));
        }
        return Optional.of(side(isThePayer(undergoer, participle) ? sides.payer() : sides.performer()));
    }

    private boolean isThePayer(String undergoer, String participle) {
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

    private static Subject group(String words) {
        return new Subject(words, words, false, 0.8);
    }
}
