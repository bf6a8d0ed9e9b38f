package io.recital.models.ledger.measure;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.Claim;
import io.recital.models.fact.CreditNote;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What became of the money that a period's misses are worth: what was claimed for it and what was given.
 *
 * @param claims those that were not rejected or withdrawn
 * @param rejected those that were
 */
record Settlement(List<Claim> claims, List<Claim> rejected, Money claimed, Money credited, List<String> rows) {
    private static final Pattern REJECTED = Pattern.compile("reject|refus|declin|dismiss");
    private static final Pattern ACCEPTED = Pattern.compile("accept|agreed|approved|acknowledg|confirmed|granted");
    private static final Pattern ALLOWED =
            Pattern.compile("\\b(?:accepted|agreed|approved|confirmed|granted|allowed|credited|paid|settled)\\b");
    private static final Pattern NOT_YET = Pattern.compile(
            "\\bnot\\b|\\bto\\s+be\\b|\\bpart|pending|await|\\bopen\\b|\\bwhen\\b|\\bif\\b|disput|\\bun-?");
    private static final Pattern WITHDRAWN = Pattern.compile("withdrawn|cancel|void");

    static Settlement of(
            Facts facts,
            String contract,
            Period period,
            CreditWords.Sort sort,
            List<PromisedMeasure> measures,
            CurrencyUnit currency) {
        return of(facts, contract, period, sort, measures, Money.zero(currency));
    }

    /** @param worth what the misses come to: a note of just that sum which shares words with them is for them */
    static Settlement of(
            Facts facts,
            String contract,
            Period period,
            CreditWords.Sort sort,
            List<PromisedMeasure> measures,
            Money worth) {
        CurrencyUnit currency = worth.getCurrencyUnit();
        List<Claim> claims = new ArrayList<>();
        List<Claim> rejected = new ArrayList<>();
        for (Claim claim : facts.claims()) {
            boolean same = isSameContract(claim.contract(), contract)
                    && claim.currency().equals(currency)
                    && isOf(claim.period(), claim.subject(), period)
                    && (CreditWords.isAbout(claim.subject(), sort, measures)
                            || CreditWords.isExactly(claim.amount(), claim.subject(), worth, measures));
            String status = claim.status().toLowerCase(Locale.ROOT);
            if (same && REJECTED.matcher(status).find()) {
                rejected.add(claim);
            } else if (same && !WITHDRAWN.matcher(status).find()) {
                claims.add(claim);
            }
        }
        List<String> rows = new ArrayList<>();
        claims.forEach(claim -> rows.add(FactKind.CLAIM.label() + ":" + claim.id()));
        BigDecimal credited = credited(facts, contract, period, sort, measures, worth, rows);
        BigDecimal claimed = claims.stream().map(Claim::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Settlement(
                List.copyOf(claims),
                List.copyOf(rejected),
                Money.of(currency, claimed),
                Money.of(currency, credited),
                List.copyOf(rows));
    }

    private static BigDecimal credited(
            Facts facts,
            String contract,
            Period period,
            CreditWords.Sort sort,
            List<PromisedMeasure> measures,
            Money worth,
            List<String> rows) {
        CurrencyUnit currency = worth.getCurrencyUnit();
        BigDecimal credited = BigDecimal.ZERO;
        for (CreditNote note : facts.creditNotes()) {
            if (note.currency().equals(currency)
                    && isOf(note.period(), note.description(), period)
                    && (CreditWords.isAbout(note.description(), sort, measures)
                            || CreditWords.isExactly(note.net(), note.description(), worth, measures))) {
                credited = credited.add(note.net());
                rows.add(FactKind.CREDIT_NOTE.label() + ":" + note.id());
            }
        }
        for (InvoiceLine line : facts.invoiceLines()) {
            if (line.net().signum() < 0
                    && isSameContract(line.contract(), contract)
                    && line.currency().equals(currency)
                    && isOf(line.service(), line.description(), period)
                    && CreditWords.isAbout(line.description(), sort, measures)) {
                credited = credited.subtract(line.net());
                rows.add(FactKind.INVOICE_LINE.label() + ":" + line.id());
            }
        }
        return credited;
    }

    /** Credits for misses that were given within a time, whatever they were for. */
    static Money creditedIn(Facts facts, Period time, CurrencyUnit currency) {
        BigDecimal credited = facts.creditNotes().stream()
                .filter(note -> note.currency().equals(currency) && time.holds(note.issuedOn()))
                .filter(note -> CreditWords.Sort.CREDIT.isNamedIn(note.description()))
                .map(CreditNote::net)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.of(currency, credited);
    }

    /** A statement of work's reference often begins with its agreement's. */
    private static boolean isSameContract(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    /** What a subject names as month counts before the period that a row bears, which may be that of the booking. */
    private static boolean isOf(@Nullable Period stated, String subject, Period period) {
        return CalendarWords.findPeriod(subject).map(period::equals).orElse(stated != null && stated.overlaps(period));
    }

    /** What was claimed by a day; all of it where there is none. */
    Money claimedBy(@Nullable LocalDate last) {
        BigDecimal sum = claims.stream()
                .filter(claim -> last == null || !claim.sentOn().isAfter(last))
                .map(Claim::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.of(claimed.getCurrencyUnit(), sum);
    }

    /** Whether all that was claimed was accepted, and a part of it credited. */
    boolean isCreditedInPart() {
        return credited.isPositive()
                && credited.isLessThan(claimed)
                && claims.stream()
                        .allMatch(claim -> ACCEPTED.matcher(claim.status().toLowerCase(Locale.ROOT))
                                .find());
    }

    /** What was credited, or allowed if that is more; of what was credited in part only the part. */
    Money given() {
        BigDecimal allowed = claims.stream()
                .filter(claim -> isAllowed(claim.status().toLowerCase(Locale.ROOT)))
                .map(Claim::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Money sum = Money.of(credited.getCurrencyUnit(), allowed);
        return isCreditedInPart() || credited.isGreaterThan(sum) ? credited : sum;
    }

    private static boolean isAllowed(String status) {
        return ALLOWED.matcher(status).find() && !NOT_YET.matcher(status).find();
    }

    /** The sum of what was credited, or of what was claimed. */
    Derivation working(boolean given) {
        if (given) {
            return new Derivation(
                    Operation.SUM, List.of(new Input("credited", credited.toString(), null)), credited.toString());
        }
        List<Input> inputs = claims.stream()
                .map(claim -> Input.of(
                        "claimed on " + claim.sentOn(),
                        claim.amount().toPlainString(),
                        new FactCell(FactKind.CLAIM.label(), claim.id(), "amount")))
                .toList();
        return new Derivation(Operation.SUM, inputs, claimed.toString());
    }

    /** Whether it was claimed by a day, and no less than what is due. */
    boolean coversBy(@Nullable LocalDate last, Money due) {
        return !claims.isEmpty() && !claimedBy(last).isLessThan(due);
    }

    /**
     * What is neither claimed nor credited of a sum. Of a claim that was accepted and then credited in part, the rest is open
     * again: nobody is to decide on it any more.
     */
    Money openOf(Money due) {
        Money settled = claimed.isGreaterThan(credited) && !isCreditedInPart() ? claimed : credited;
        Money open = due.minus(settled);
        return open.isNegative() ? Money.zero(due.getCurrencyUnit()) : open;
    }
}
