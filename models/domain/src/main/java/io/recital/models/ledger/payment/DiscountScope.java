package io.recital.models.ledger.payment;

import io.recital.models.fact.InvoiceLine;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.NameWords;
import io.recital.models.wording.StatedDay;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a discount is on: the lines that it names, of invoices dated within the days that it names.
 *
 * @param things words of what it is on; none for invoices as a whole
 */
record DiscountScope(Set<String> things, Optional<LocalDate> from, Optional<LocalDate> to) {
    /** The words that mean an invoice as a whole. */
    private static final Set<String> WHOLE = NameWords.of(
                    "net gross amount sum total value price invoice invoiced bill billed charge charges fee fees payment due undisputed full any every whole entire tax vat without before less excluding exclusive merchandise goods products services order purchase supplies delivery account")
            .all();

    private static final Pattern FOR = Pattern.compile(
            "(?:^|\\.\\s+)(?:for|on|in\\s+the\\s+case\\s+of)\\s+(?<thing>[\\p{L}\\s-]{3,40}?),\\s",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INVOICE_FOR = Pattern.compile(
            "\\binvoices?\\s+for\\s+(?:the\\s+)?(?<thing>[\\p{L}-]+(?:\\s+[\\p{L}-]+)?)", Pattern.CASE_INSENSITIVE);
    private static final String DATED =
            "\\b(?:invoices?|bills?|invoiced|orders?)\\b[^.;]{0,40}?\\b(?:dated|issued|placed|received|made|invoiced|sent)?\\s*";
    private static final Pattern UNTIL = Pattern.compile(
            DATED + "\\b(?:on\\s+or\\s+before|before|until|up\\s+to|no\\s+later\\s+than|to)\\s+(?<day>"
                    + StatedDay.REGEX + ")|^(?:until|up\\s+to|through)\\s+(?<first>" + StatedDay.REGEX + ")",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM = Pattern.compile(
            DATED + "\\b(?:on\\s+or\\s+after|after|from|since)\\s+(?<day>" + StatedDay.REGEX
                    + ")|^(?:from|as\\s+of|with\\s+effect\\s+from)\\s+(?<first>" + StatedDay.REGEX + ")",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_ITSELF =
            Pattern.compile("\\b(?:before|after)\\s+(?!or\\b)" + StatedDay.REGEX, Pattern.CASE_INSENSITIVE);

    /** What is charged because something was not bought, or not done in time, is none of the things. */
    private static final Pattern NO_SUPPLY = Pattern.compile(
            "\\bshort(?:fall|age)\\b|\\bminimum\\b|\\btake[- ]or[- ]pay|\\binterest\\b|\\blate\\s+(?:payment\\s+)?(?:fee|charge)|\\bpenalt|\\bdamages\\b|Mindest(?:menge|abnahme)|Fehlmenge|Mindermenge|Zinsen",
            Pattern.CASE_INSENSITIVE);

    DiscountScope {
        things = Set.copyOf(things);
    }

    static DiscountScope of(LeverTerm term) {
        String words = term.words();
        return new DiscountScope(things(term, words), day(FROM, words, 1), day(UNTIL, words, -1));
    }

    private static Set<String> things(LeverTerm term, String words) {
        Set<String> things = named(term.text(Name.BASE));
        if (things.isEmpty()) {
            things = named(term.text(Name.ITEM));
        }
        for (Pattern pattern : List.of(FOR, INVOICE_FOR)) {
            Matcher found = pattern.matcher(words);
            if (things.isEmpty() && found.find()) {
                things = named(found.group("thing"));
            }
        }
        return things;
    }

    private static Set<String> named(String words) {
        Set<String> things = new LinkedHashSet<>(NameWords.of(words).all());
        things.removeAll(WHOLE);
        return things;
    }

    /** A day that is itself left out moves the limit by one. */
    private static Optional<LocalDate> day(Pattern pattern, String words, int beyond) {
        Matcher found = pattern.matcher(words);
        if (!found.find()) {
            return Optional.empty();
        }
        String written = found.group("day") == null ? found.group("first") : found.group("day");
        boolean leftOut = NOT_ITSELF.matcher(found.group()).find();
        return StatedDay.parse(written).map(day -> leftOut ? day.plusDays(beyond) : day);
    }

    /** The lines that it is on; none where it names things that no line charges, or the invoice is not of its days. */
    List<InvoiceLine> lines(Invoice invoice) {
        boolean early = from.filter(day -> invoice.date().isBefore(day)).isPresent();
        boolean late = to.filter(day -> invoice.date().isAfter(day)).isPresent();
        if (early || late) {
            return List.of();
        }
        if (things.isEmpty()) {
            return invoice.lines();
        }
        List<InvoiceLine> supplied = invoice.lines().stream()
                .filter(line -> !NO_SUPPLY.matcher(line.description()).find())
                .toList();
        List<InvoiceLine> all = supplied.stream()
                .filter(line -> words(line).containsAll(things))
                .toList();
        return !all.isEmpty()
                ? all
                : supplied.stream()
                        .filter(line -> words(line).stream().anyMatch(things::contains))
                        .toList();
    }

    private static Set<String> words(InvoiceLine line) {
        return NameWords.of(line.description() + " " + line.product()).all();
    }
}
