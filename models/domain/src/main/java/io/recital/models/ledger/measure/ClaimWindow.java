package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.Facts;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.StatedTime;
import io.recital.models.wording.SpelledNumber;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long a credit can be claimed, and from when.
 *
 * @param report the report whose receipt starts the time; null when the end of the period does
 * @param corrections whether a correction of the report starts it again
 * @param stated the words that say so; null when only the length is known
 * @param dayOfTheNextMonth the day on which it ends in the month that follows, 31 for its last; null where it is a length
 */
record ClaimWindow(
        TimeSpan length,
        @Nullable String report,
        boolean corrections,
        @Nullable Citation stated,
        @Nullable Integer dayOfTheNextMonth) {
    ClaimWindow(TimeSpan length, @Nullable String report, boolean corrections, @Nullable Citation stated) {
        this(length, report, corrections, stated, null);
    }

    private static final Pattern RECEIPT = Pattern.compile(
            "\\b(?:recei(?:pt|ving|ves|ved)|getting|delivery|issue|publication)\\s+(?:of\\s+)?(?:by\\s+\\w+\\s+of\\s+)?(?:the|its|each|that|a)?\\s*(?<report>[\\p{L}\\s]{0,40}?(?:report|scorecard|statement))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER =
            Pattern.compile("\\b" + SpelledNumber.REGEX + "(?![\\d,.]*\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLAIM = Pattern.compile(
            "\\b(?:claim|request|notif|submit|assert|ask(?:s|ed|ing)?\\s+for|declare|demand)",
            Pattern.CASE_INSENSITIVE);
    /** What is said of a time to claim, once its length is known. */
    private static final Pattern LOST = Pattern.compile(
            "\\b(?:after\\s+the\\s+end\\s+of|lost|lapses?|forfeit|exclu(?:ded|sion))", Pattern.CASE_INSENSITIVE);

    private static final Pattern WITHIN = Pattern.compile(
            "\\bwithin\\s+(?:\\p{L}+(?:-\\p{L}+)?\\s*\\((?<figures>\\d+)\\)|(?<digits>\\d+))\\s+(?<unit>(?:business\\s+|working\\s+|calendar\\s+)?days?|weeks?|months?)",
            Pattern.CASE_INSENSITIVE);
    private static final String CREDITS =
            "\\b(?:service\\s+credits?|credits?|deductions?|abatements?|rebates?|reductions?|performance\\s+adjustments?)\\b";
    private static final Pattern IS_LOST = Pattern.compile(
            "\\b(?:loses?|lost|forfeit\\w*|lapses?|waive[sd]?|barred|extinguish\\w*)\\b[^.;]{0,60}?" + CREDITS + "|"
                    + CREDITS
                    + "[^.;]{0,200}?\\b(?:(?:is|are|shall\\s+be)\\s+(?:lost|forfeited|waived|barred)|lapses?|forfeits?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NEXT_MONTH = Pattern.compile(
            "\\b(?:by|until|before|(?:no|not)\\s+later\\s+than)\\s+the\\s+(?:(?<day>[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)(?:\\s+(?:calendar\\s+)?day)?|end)\\s+of\\s+the\\s+(?:calendar\\s+)?(?:following|next|subsequent)\\s+(?:calendar\\s+)?month\\b",
            Pattern.CASE_INSENSITIVE);
    /** The right to ask for credits, with its time: {@code may claim the credit … within 45 days of receiving the report}. */
    private static final Pattern CLAIMS_CREDITS = Pattern.compile(
            "\\b(?:claim|request|demand|ask\\s+for|assert|apply\\s+for)(?:s|ed|ing)?\\b[^.;]{0,60}?" + CREDITS + "|"
                    + CREDITS
                    + "[^.;]{0,60}?\\b(?:must|may|can|shall|is\\s+to|are\\s+to|has\\s+to)\\s+(?:only\\s+)?be\\s+(?:claimed|requested|demanded|asked\\s+for)"
                    // whoever takes it off by itself says so in time
                    + "|\\b(?:tells?|notif(?:y|ies)|informs?|gives?\\s+(?:\\w+\\s+)?notice)\\b[^.;]{0,80}?\\b(?:withholds?|will\\s+withhold|deducts?|will\\s+deduct|makes?\\s+(?:a|the)\\s+(?:deduction|reduction))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MUST_ANSWER = Pattern.compile(
            "\\b(?:answer|decide|respond|pay|issue|dispute|object|review|confirm)\\p{L}*\\b[^.;]{0,60}?\\bwithin\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CORRECTION =
            Pattern.compile("\\bcorrection|\\bcorrected\\s+report", Pattern.CASE_INSENSITIVE);

    /** A window that ends on a day of the month that follows: {@code ask for it by the end of the following month}. */
    static Optional<ClaimWindow> ofTheNextMonth(PromisedMeasure measure) {
        List<String> places = measure.citations().stream().map(Citation::path).toList();
        return measure.wordsAndBeside()
                .filter(citation -> CLAIM.matcher(citation.quote()).find())
                .filter(citation -> places.contains(citation.path())
                        || Pattern.compile(CREDITS, Pattern.CASE_INSENSITIVE)
                                .matcher(citation.quote())
                                .find())
                .flatMap(citation -> ofTheNextMonth(citation).stream())
                .findFirst();
    }

    private static Optional<ClaimWindow> ofTheNextMonth(Citation citation) {
        Matcher end = NEXT_MONTH.matcher(citation.quote());
        if (!end.find()) {
            return Optional.empty();
        }
        int day = end.group("day") == null ? 31 : Integer.parseInt(end.group("day"));
        return Optional.of(new ClaimWindow(new TimeSpan(1, TimeSpan.Unit.MONTHS), null, false, citation, day));
    }

    /** The first window that the words state. */
    static Optional<ClaimWindow> find(List<Citation> words) {
        for (Citation citation : words) {
            Matcher within = WITHIN.matcher(citation.quote());
            if (CLAIM.matcher(citation.quote()).find() && within.find()) {
                String digits = within.group("figures") == null ? within.group("digits") : within.group("figures");
                return Optional.of(
                        read(new TimeSpan(Integer.parseInt(digits), unit(within.group("unit"))), List.of(citation)));
            }
        }
        return Optional.empty();
    }

    /**
     * The window that a clause of its own sets for all credits of a contract: {@code the Client loses a Deduction of which it
     * has not given notice within forty days of receipt of the report}. Of several the shortest.
     */
    static Optional<ClaimWindow> ofAllCredits(Dossier dossier, String contract, LocalDate day) {
        Stream<ClaimWindow> ofDuties = dossier.family().listInForce(Obligation.class, day, contract).stream()
                .flatMap(duty -> duty.finding().citations().stream())
                .filter(citation -> IS_LOST.matcher(citation.quote()).find() || claimsCredits(citation.quote()))
                .flatMap(citation ->
                        StatedTime.in(citation.quote()).stream().map(length -> read(length, List.of(citation))));
        return Stream.concat(ofDuties, lossesBeside(dossier, day))
                .min(Comparator.comparing(window -> window.length().after(day)));
    }

    /**
     * What sentences that no duty cites say is lost after a time from a report: in one sentence, or in two of which the first
     * gives the time ({@code It is sent within 45 days of receipt of the Statement. After that day the Abatement is forfeited}).
     */
    private static Stream<ClaimWindow> lossesBeside(Dossier dossier, LocalDate day) {
        List<Citation> sentences = dossier.family().inForce(day).stream()
                .flatMap(ClaimWindow::sentences)
                .toList();
        return IntStream.range(0, sentences.size())
                .filter(i -> IS_LOST.matcher(sentences.get(i).quote()).find())
                .mapToObj(i -> i > 0 && isNext(sentences.get(i - 1), sentences.get(i))
                        ? Stream.of(sentences.get(i), sentences.get(i - 1))
                        : Stream.of(sentences.get(i)))
                .flatMap(near -> near.filter(
                                said -> RECEIPT.matcher(said.quote()).find())
                        .flatMap(
                                said -> StatedTime.in(said.quote()).stream().map(length -> read(length, List.of(said))))
                        .limit(1));
    }

    /** In the order of the text. */
    private static Stream<Citation> sentences(FamilyMember member) {
        Stream<Citation> cited = member.findings().stream()
                .filter(finding -> finding.content() instanceof Obligation)
                .flatMap(finding -> finding.citations().stream());
        return Stream.of(cited, member.beside().sentences().stream(), member.beside().charges().stream())
                .flatMap(words -> words)
                .filter(said -> said.role() == CitationRole.CLAUSE || said.role() == CitationRole.ITEM)
                .sorted(Comparator.comparing((Citation said) -> said.document().toString())
                        .thenComparing(said -> said.span().start()))
                .distinct();
    }

    private static boolean isNext(Citation one, Citation other) {
        return one.document().equals(other.document()) && one.path().equals(other.path());
    }

    private static boolean claimsCredits(String quote) {
        return CLAIMS_CREDITS.matcher(quote).find()
                && !MUST_ANSWER.matcher(quote).find();
    }

    private static TimeSpan.Unit unit(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (lower.startsWith("business") || lower.startsWith("working")) {
            return TimeSpan.Unit.BUSINESS_DAYS;
        }
        return lower.startsWith("day") || lower.startsWith("calendar")
                ? TimeSpan.Unit.DAYS
                : lower.startsWith("week") ? TimeSpan.Unit.WEEKS : TimeSpan.Unit.MONTHS;
    }

    /** The window of a given length, anchored as the words say. */
    static ClaimWindow read(TimeSpan length, List<Citation> words) {
        for (Citation citation : words) {
            String quote = citation.quote();
            if (states(quote, length)) {
                Matcher receipt = RECEIPT.matcher(quote);
                boolean receives = receipt.find();
                return new ClaimWindow(
                        length,
                        receives ? receipt.group("report").strip() : null,
                        receives && CORRECTION.matcher(quote).find(),
                        citation);
            }
        }
        return new ClaimWindow(length, null, false, null);
    }

    private static boolean states(String quote, TimeSpan length) {
        boolean number = NUMBER.matcher(quote)
                .results()
                .flatMap(found -> SpelledNumber.parse(found.group()).stream())
                .anyMatch(count -> count == length.count());
        return number
                && (CLAIM.matcher(quote).find()
                        || LOST.matcher(quote).find()
                        || RECEIPT.matcher(quote).find());
    }

    /** The last day to claim for a period. */
    Deadline deadline(String subject, Period period, List<Measurement> rows, Facts facts) {
        Start start = start(subject, period, rows, facts);
        LocalDate last =
                dayOfTheNextMonth == null ? length.after(start.day) : inTheNextMonth(period, dayOfTheNextMonth);
        Input from = start.cell == null
                ? new Input(start.what, start.day.toString(), null)
                : Input.of(start.what, start.day.toString(), start.cell);
        return new Deadline(
                last,
                new Derivation(
                        Operation.DAY_AFTER,
                        List.of(from, new Input("time to claim", shown(start.day, last), stated)),
                        last.toString()),
                start.cell == null ? Optional.empty() : Optional.of(start.cell));
    }

    private static LocalDate inTheNextMonth(Period period, int day) {
        YearMonth next = YearMonth.from(period.to()).plusMonths(1);
        return next.atDay(Math.min(day, next.lengthOfMonth()));
    }

    private String shown(LocalDate from, LocalDate last) {
        return dayOfTheNextMonth == null ? length.display() : ChronoUnit.DAYS.between(from, last) + " days";
    }

    private Start start(String subject, Period period, List<Measurement> rows, Facts facts) {
        if (report == null) {
            return new Start(period.to(), "end of the period", null);
        }
        Optional<ReportReceipt> receipt = ReportReceipt.find(facts, report, subject, period, corrections);
        if (receipt.isPresent()) {
            return new Start(
                    receipt.get().day(), "receipt of the report", receipt.get().cell());
        }
        return rows.stream()
                .findFirst()
                .map(row -> new Start(
                        row.reportedOn(),
                        "day of the report",
                        new FactCell(FactKind.MEASUREMENT.label(), row.id(), "reported_on")))
                .orElse(new Start(period.to(), "end of the period", null));
    }

    private record Start(
            LocalDate day, String what, @Nullable FactCell cell) {}

    /** The last day, how it was counted and the row that started it. */
    record Deadline(LocalDate last, Derivation working, Optional<FactCell> row) {}
}
