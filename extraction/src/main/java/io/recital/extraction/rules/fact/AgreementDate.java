package io.recital.extraction.rules.fact;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.TypedValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the day on which a contract was made: in its opening words, on its cover, or else beside the signatures. */
final class AgreementDate {
    private static final int OPENING = 6_000;
    private static final int BEFORE = 160;
    private static final String DAY_OF =
            "(?:\\s*(?:as\\s+of|effective(?:\\s+as)?(?:\\s+of)?|on|from|this|the|is|at|date|,|:|-|–|\\(|and|between|for\\s+reference|in\\s+\\w+(?:,\\s*\\w+)?\\s+on)){0,6}\\s*$";
    private static final Pattern STRONG = Pattern.compile(
            "\\b(?:dated|made|entered(?:\\s+into)?|executed|concluded|signed|agreement\\s+date|date\\s+of\\s+(?:this\\s+)?agreement|contract\\s+date)"
                    + "(?:\\s+(?:and\\s+(?:entered(?:\\s+into)?|executed|made|delivered|is\\s+effective|effective|dated)|into|in\\s+[A-Z]\\w+|to\\s+be\\s+effective|by\\s+and\\s+between))*"
                    + DAY_OF,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADED =
            Pattern.compile("(?i)(?:^|[\\n.]|\\h{3})\\h*dated?(?:\\s+as\\s+of)?\\s*:?\\s*$");
    private static final Pattern WEAK = Pattern.compile(
            "\\b(?:as\\s+of|effective(?:\\s+as\\s+of)?|dated?:?|this|on)\\s+(?:this\\s+)?(?:the\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final String PAPER =
            "(?i:agreement|contract|deed|lease|order|plan|indenture|memorandum|letter|prospectus|statement|note)";
    private static final Pattern OTHER_AGREEMENT = Pattern.compile(
            "(?i:certain|prior|previous|original|existing|other|such|that|amended\\s+by)\\b[^.\"“]{0,120}$"
                    + "|\\b(?i:under|to|of|amends?|amending|supplements?|supplementing|replac(?:es?|ing)|supersed(?:es?|ing)|restat(?:es?|ing))\\s+(?i:the|an?|our|your|their|its)\\s+(?:[\\w-]+\\s+){0,6}"
                    + PAPER
                    + "(?:(?!\\b(?:is|are|was|has|have|this)\\b)[^.;]){0,120}?\\s(?i:dated|entered\\s+into|effective)(?:\\s+(?i:as\\s+of|on|and|the|effective|dated))*\\s*$"
                    + "|\\b(?i:an?|the|into|under|of)\\s+(?:[\\p{Lu}&][\\w&/-]*\\s+(?:and\\s+|of\\s+|for\\s+)?){1,8}(?<=(?i:agreement|contract|deed|lease|order|plan|indenture)\\s{1,3})(?:\\((?!(?i:this))[^)]*\\)\\s*)?,?\\s*(?i:dated|made|entered\\s+into|effective)(?:\\s+(?i:as\\s+of|on|and|the|effective|dated|into))*\\s*$");
    private static final Pattern LETTER_DATE =
            Pattern.compile("(?m)^\\h*\\p{Lu}[\\p{L}.-]{2,20}(?: \\p{Lu}[\\p{L}.-]+){0,3},\\h+(?:the\\h+|den\\h+)?$");
    private static final Pattern RECITALS = Pattern.compile(
            "\\bWHEREAS\\b|\\bWhereas\\b|\\bRECITALS?\\b|(?m:^\\h*(?:Background|Recitals)\\h*:?\\h*$)|\\bBACKGROUND\\b|W\\s?I\\s?T\\s?N\\s?E\\s?S\\s?S\\s?E\\s?T\\s?H|(?i:\\bnow,?\\s+therefore)|\\bthe\\s+parties\\s+(?:hereby\\s+)?agree");
    private static final Pattern SENT =
            Pattern.compile("(?m)^(?:Date|Sent):\\h*(?:\\p{L}{3,9},\\h*)?(?<day>\\d{1,2} \\p{L}{3,9} \\d{4})");
    private static final Pattern AGREES = Pattern.compile(
            "(?i)^(?!.*\\b(?:notice|report|statement|invoice)\\b).*\\b(?:agreement|contract|amendment|change\\s+(?:note|order)|order|side\\s+letter|addendum)\\b");
    private static final Pattern WITNESS = Pattern.compile(
            "(?i)\\bin\\s+witness\\s+whereof\\b|\\bhave\\s+(?:duly\\s+|caused\\s+this\\s+)?[^.;]{0,80}?(?:executed|signed)\\b|\\bexecuted\\s+(?:this|by|as\\s+of|on)\\b|\\bsigned\\s+(?:and|by|on)\\b");
    private static final Pattern SIGNED_ON =
            Pattern.compile("(?i)\\b(?:dated?|signed|executed)\\b[\\s:_]*(?:of\\h*:?\\s*|on\\s+|this\\s+)?$");
    private static final int SIGNATURES = 4_000;

    private final FactReading contract;
    private final String text;

    private AgreementDate(FactReading contract) {
        this.contract = contract;
        this.text = contract.wording().text();
    }

    /** The likeliest day. */
    static Optional<ContractDates.Dated> find(FactReading contract) {
        AgreementDate date = new AgreementDate(contract);
        if (contract.isMessage()) {
            return date.sent();
        }
        Optional<ContractDates.Dated> opening = date.opening(contract.start());
        if (opening.isEmpty() && contract.start() > 0) {
            opening = date.opening(0);
        }
        return opening.filter(found -> found.confidence() >= 0.5)
                .or(date::signed)
                .or(() -> contract.start() > 0 ? date.opening(0) : Optional.empty());
    }

    private Optional<ContractDates.Dated> opening(int start) {
        int end = Math.min(start + OPENING, text.length());
        Matcher recitals = RECITALS.matcher(text).region(start, end);
        int preamble = recitals.find() ? recitals.start() : end;
        List<ValueMatch> dates = new ArrayList<>(contract.days());
        dates.addAll(OpenDates.find(text, start, Math.min(preamble, end), contract.days()));
        ContractDates.Dated best = null;
        for (ValueMatch date : dates) {
            if (date.start() >= start && date.end() <= end) {
                double confidence = confidence(start, date, date.start() < preamble);
                if (confidence > 0 && (best == null || confidence > best.confidence())) {
                    best = dated(date, confidence);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private ContractDates.Dated dated(ValueMatch date, double confidence) {
        return new ContractDates.Dated(
                date.value(),
                List.of(contract.wording().cite(date.start(), date.end(), CitationRole.CLAUSE)),
                confidence);
    }

    /** 0 for a date of something else. */
    private double confidence(int start, ValueMatch date, boolean preamble) {
        String before = text.substring(Math.max(start, date.start() - BEFORE), date.start());
        if (!contract.isAttachment() && OTHER_AGREEMENT.matcher(before).find()) {
            return 0;
        }
        boolean open = date.value() instanceof TypedValue.Text;
        if (STRONG.matcher(before).find()) {
            double sure = HEADED.matcher(before).find() ? 0.84 : 0.92;
            return !preamble ? 0.5 : open ? sure - 0.2 : sure;
        }
        boolean named = ContractDates.isNamedEffective(text, date);
        boolean near = WEAK.matcher(before).find()
                || named
                || LETTER_DATE.matcher(before).find();
        boolean alone = before.isBlank() || standsAlone(date);
        if (open) {
            return preamble && (near || alone) ? 0.6 : 0;
        }
        return near || alone ? (named ? 0.7 : preamble ? 0.58 : 0.45) : 0;
    }

    /** An e-mail that agrees something is dated by the day on which it was sent; a notice or a report agrees nothing. */
    private Optional<ContractDates.Dated> sent() {
        Matcher header = SENT.matcher(text);
        boolean agrees = AGREES.matcher(contract.titleWords()).find();
        if (!agrees || !header.find()) {
            return Optional.empty();
        }
        return contract.dates().findAll(header.group("day")).stream()
                .findFirst()
                .map(day -> dated(new ValueMatch(header.start("day"), header.end("day"), day.value()), 0.7));
    }

    /** Whether the words before a date speak of another agreement. */
    static boolean isOfAnother(String before) {
        return OTHER_AGREEMENT.matcher(before).find();
    }

    private boolean standsAlone(ValueMatch date) {
        int line = text.lastIndexOf('\n', date.start()) + 1;
        int end = text.indexOf('\n', date.end());
        return text.substring(line, date.start()).isBlank()
                && text.substring(date.end(), end < 0 ? text.length() : end).isBlank();
    }

    /** The last day beside the signatures: a contract is made when the last party signs. */
    private Optional<ContractDates.Dated> signed() {
        if (contract.isAttachment()) {
            return Optional.empty();
        }
        int from = -1;
        Matcher witness = WITNESS.matcher(text);
        while (witness.find()) {
            from = from < 0 || witness.start() - from > SIGNATURES ? witness.start() : from;
        }
        int block = from;
        return block < 0
                ? Optional.empty()
                : contract.days().stream()
                        .filter(date -> date.start() > block && date.start() < block + SIGNATURES && isSigning(date))
                        .max(Comparator.comparing(AgreementDate::day))
                        .map(date -> dated(date, 0.5));
    }

    private boolean isSigning(ValueMatch date) {
        String before = text.substring(Math.max(0, date.start() - BEFORE), date.start());
        return SIGNED_ON.matcher(before).find() || STRONG.matcher(before).find() || standsAlone(date);
    }

    private static LocalDate day(ValueMatch date) {
        return date.value() instanceof TypedValue.Day day ? day.value() : LocalDate.MIN;
    }
}
