package io.recital.models.ledger.gain;

import io.recital.models.evidence.Citation;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.lever.LeverTerm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.Money;

/**
 * A clause by which savings against a baseline, or what was overspent, are shared: which way the money flows and how much of it.
 *
 * @param term the lever that states it
 */
record GainShareTerm(LeverTerm term) {
    /** To whom money flows. */
    enum Flow {
        /** To whoever does the work. */
        TO_PERFORMER,
        /** To whoever pays for the work. */
        TO_PAYER,
        /** The words do not tell. */
        UNTOLD
    }

    private static final String PERFORMER =
            "(?:supplier|contractor|(?:service\\s+)?provider|seller|consultant|operator|vendor|licensor|carrier|agency|processor|manufacturer)";
    private static final String PAYER =
            "(?:customer|client|buyer|purchaser|principal|authority|employer|licensee|council|company|owner)";
    private static final Pattern SAVED = Pattern.compile(
            "\\bsavings?\\b|\\bgain[\\s-]?shar\\w*|\\b(?:below|less\\s+than|under|lower\\s+than)\\s+(?:the\\s+|its\\s+)?(?:agreed\\s+)?(?:target|baseline)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OVERSPENT = Pattern.compile(
            "\\bpain[\\s-]?shar\\w*|\\bover-?(?:run|spend)\\w*|\\b(?:exceeds?|above|over|more\\s+than|higher\\s+than|beyond)\\s+(?:the\\s+|its\\s+)?(?:agreed\\s+)?(?:target|baseline)\\b|\\bexcess\\s+costs?\\b|\\bcosts?\\s+in\\s+excess\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_SHARE = Pattern.compile(
            "\\b(?:royalt\\w+|commission|net\\s+sales|net\\s+revenue|retail\\s+savings|savings\\s+(?:account|plan|bank))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TO_PERFORMER = Pattern.compile(
            "\\b" + PAYER + "\\s+(?:(?:shall|will|must|then)\\s+)?(?:pays?|reimburses?|grants?)\\b[^.;]{0,60}\\b"
                    + PERFORMER
                    + "\\b|\\b" + PERFORMER
                    + "\\s+(?:(?:shall|will|may|is|then)\\s+)*(?:be\\s+)?(?:invoices?|charges?|bills?|receives?|entitled|earns?|paid|gets?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TO_PAYER = Pattern.compile(
            "\\b" + PERFORMER
                    + "\\s+(?:(?:shall|will|must|then)\\s+)?(?:credits?|pays?|pass(?:es)?|refunds?|grants?|reimburses?)\\b[^.;]{0,60}\\b(?:"
                    + PAYER + "|on)\\b|\\bpassed\\s+on\\s+to\\b|\\b" + PAYER
                    + "\\s+(?:(?:shall|will|may|is|then)\\s+)*(?:be\\s+)?(?:receives?|entitled|credited|gets?)\\b",
            Pattern.CASE_INSENSITIVE);
    /** Whose costs they are that were saved: those that the payer bears. */
    private static final Pattern PAYERS_COSTS = Pattern.compile(
            "\\b(?:target\\s+(?:costs?|price)|actual\\s+costs?|out-?turn|open[\\s-]book|reimbursable|baseline\\s+(?:costs?|charges?|spend|fees?)|charges|spend|energy)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PERFORMER_BEARS = Pattern.compile(
            "\\b" + PERFORMER
                    + "\\b[^.;]{0,40}\\b(?:bears?|pays?|credits?|contributes?|absorbs?|refunds?|liable)\\b|\\bborne\\s+by\\b[^.;]{0,20}\\b"
                    + PERFORMER + "\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EQUALLY = Pattern.compile(
            "\\b(?:equally|half|halves|equal\\s+(?:shares|parts)|fifty[\\s-]fifty)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_PERFORMER = Pattern.compile(
            "(?<![\\d.,])(?<before>\\d+(?:\\.\\d+)?)\\s*(?:%|per\\s?cent)\\s*\\)?[^%;.]{0,20}?\\b(?:to|for|by)\\s+(?:the\\s+)?"
                    + PERFORMER + "\\b|\\b" + PERFORMER
                    + "\\b[^%;.]{0,25}?(?<![\\d.,])(?<after>\\d+(?:\\.\\d+)?)\\s*(?:%|per\\s?cent)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_BASELINE = Pattern.compile(
            "(?:%|per\\s?cent)\\s*\\)?\\s+of\\s+(?:the\\s+)?(?:agreed\\s+)?(?:baseline|target)",
            Pattern.CASE_INSENSITIVE);

    /** The term of a lever; empty for a share of anything else. */
    static Optional<GainShareTerm> of(LeverTerm lever) {
        String words = lever.words();
        boolean shares = lever.lever().lever() == LeverType.GAIN_OR_REVENUE_SHARE
                && (SAVED.matcher(words).find() || OVERSPENT.matcher(words).find())
                && !NO_SHARE.matcher(words).find();
        return shares ? Optional.of(new GainShareTerm(lever)) : Optional.empty();
    }

    boolean isOfSavings() {
        return SAVED.matcher(term.words()).find();
    }

    boolean isOfOverspending() {
        return OVERSPENT.matcher(term.words()).find();
    }

    /** To whom a share of savings goes, or with overspending, who bears a part of it. */
    Flow flow(boolean saved) {
        String words = term.words();
        if (!saved) {
            return PERFORMER_BEARS.matcher(words).find() || isDivided() ? Flow.TO_PAYER : Flow.UNTOLD;
        }
        boolean performer = TO_PERFORMER.matcher(words).find();
        boolean payer = TO_PAYER.matcher(words).find();
        if (performer != payer) {
            return performer ? Flow.TO_PERFORMER : Flow.TO_PAYER;
        }
        return !performer && isDivided() && PAYERS_COSTS.matcher(words).find() ? Flow.TO_PERFORMER : Flow.UNTOLD;
    }

    private boolean isDivided() {
        return EQUALLY.matcher(term.words()).find()
                || Pattern.compile("\\b(?:shared|split|divided)\\b", Pattern.CASE_INSENSITIVE)
                        .matcher(term.words())
                        .find();
    }

    /** The percentage that flows; empty where bands say it, or several might be meant. */
    Optional<BigDecimal> share() {
        List<BigDecimal> rates = rates();
        if (rates.size() == 1) {
            return Optional.of(rates.get(0));
        }
        Matcher own = OF_PERFORMER.matcher(term.words());
        if (rates.size() == 2 && own.find()) {
            return Optional.of(new BigDecimal(own.group("before") == null ? own.group("after") : own.group("before")));
        }
        return rates.isEmpty()
                        && tiers().isEmpty()
                        && EQUALLY.matcher(term.words()).find()
                ? Optional.of(BigDecimal.valueOf(50))
                : Optional.empty();
    }

    private List<BigDecimal> rates() {
        return term.lever().list(Name.RATE).stream()
                .filter(TypedValue.Percent.class::isInstance)
                .map(rate -> ((TypedValue.Percent) rate).value())
                .distinct()
                .toList();
    }

    /** Bands of the saving, each with the share of the part within it. */
    List<Tier> tiers() {
        return term.find(Name.TIERS, TypedValue.Tiers.class)
                .map(TypedValue.Tiers::tiers)
                .orElse(List.of());
    }

    /** The baseline that the clause itself sets. */
    Optional<Money> baseline() {
        return term.find(Name.FLOOR, TypedValue.Amount.class).map(GainShareTerm::money);
    }

    boolean hasCap() {
        return term.lever().find(Name.CAP).isPresent();
    }

    /** The most that a share can come to; empty where it cannot be reckoned. */
    Optional<Money> cap(Optional<Money> baseline) {
        Optional<TypedValue> cap = term.lever().find(Name.CAP);
        if (cap.orElse(null) instanceof TypedValue.Amount amount) {
            return Optional.of(money(amount));
        }
        return cap.orElse(null) instanceof TypedValue.Percent percent
                        && OF_BASELINE.matcher(term.words()).find()
                ? baseline.map(sum -> sum.multipliedBy(percent.value().movePointLeft(2), RoundingMode.HALF_UP))
                : Optional.empty();
    }

    static Money money(TypedValue.Amount amount) {
        return amount.value().toMoney(RoundingMode.HALF_UP);
    }

    Citation stated() {
        return term.finding().citations().get(0);
    }

    List<Finding> findings() {
        return term.rests();
    }
}
