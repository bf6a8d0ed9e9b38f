package io.recital.models.ledger.delivery;

import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.FactKind;
import io.recital.models.ledger.Dossier;
import io.recital.models.wording.SpelledNumber;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By how many days the side that waits held a delivery up: with drawings, artwork, material or an approval that it gave late.
 * Things that were late side by side are not added up.
 */
record HeldUp(long days, List<String> rows) {
    private static final Pattern DUE =
            Pattern.compile("\\b(?:due|expected|promised|required|deadline)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAME = Pattern.compile(
            "\\b(?:released?|provided|given|granted|received|delivered|sent|supplied|approved|arrived|cleared|issued|ready|available)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN_DAYS = Pattern.compile(
            "\\b(?<days>" + SpelledNumber.REGEX
                    + ")\\s+(?:calendar\\s+)?days?\\s+(?:too\\s+)?late\\b[^.;]{0,40}?\\b(?:our|us|(?:the\\s+)?(?:buyer|customer|purchaser|client|principal))\\b"
                    + "|\\b(?:our|(?:the\\s+)?(?:buyer|customer|purchaser|client|principal)(?:['’]s)?)\\s+(?:own\\s+)?delay\\s+(?:of|:)\\s+(?<of>"
                    + SpelledNumber.REGEX + ")\\s+(?:calendar\\s+)?days?\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    static final HeldUp NOTHING = new HeldUp(0, List.of());

    HeldUp {
        rows = List.copyOf(rows);
    }

    /** What events that name the delivery's order tell. */
    static HeldUp of(Dossier dossier, LateDelivery late) {
        List<ContractEvent> named = dossier.facts().events().stream()
                .filter(event -> names(event, late))
                .toList();
        Stream<HeldUp> pairs = named.stream()
                .filter(event -> isStep(event, DUE))
                .flatMap(due -> named.stream()
                        .filter(event -> isStep(event, CAME) && !event.equals(due) && isOfTheSame(due, event))
                        .map(came -> between(due, came, late)));
        return Stream.concat(pairs, named.stream().flatMap(event -> told(event).stream()))
                .filter(held -> held.days > 0)
                .max((one, other) -> Long.compare(one.days, other.days))
                .orElse(NOTHING);
    }

    private static boolean names(ContractEvent event, LateDelivery late) {
        String order = late.purchase().order();
        return !order.isBlank()
                && (event.reference().equals(order)
                        || Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(order) + "(?![\\p{L}\\d])")
                                .matcher(event.subject() + " " + event.note())
                                .find());
    }

    private static boolean isStep(ContractEvent event, Pattern step) {
        return step.matcher(plain(event.event())).find();
    }

    private static String plain(String name) {
        return name.replaceAll("[-_]+", " ");
    }

    /** Whether two events are of one thing: their names are alike but for what happened. */
    private static boolean isOfTheSame(ContractEvent due, ContractEvent came) {
        Set<String> one = words(DUE.matcher(plain(due.event())).replaceAll(" "));
        Set<String> other = words(CAME.matcher(plain(came.event())).replaceAll(" "));
        return !one.isEmpty() && one.equals(other);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> word.length() > 2)
                .collect(Collectors.toSet());
    }

    /** Only what was late before the goods came can have held them up, and not more days than that. */
    private static HeldUp between(ContractEvent due, ContractEvent came, LateDelivery late) {
        LocalDate end = came.date().isBefore(late.delivered()) ? came.date() : late.delivered();
        return new HeldUp(ChronoUnit.DAYS.between(due.date(), end), List.of(row(due), row(came)));
    }

    private static Optional<HeldUp> told(ContractEvent event) {
        Matcher own = OWN_DAYS.matcher(event.subject() + ". " + event.note());
        return own.find()
                ? SpelledNumber.parse(own.group("days") == null ? own.group("of") : own.group("days"))
                        .map(days -> new HeldUp(days, List.of(row(event))))
                : Optional.empty();
    }

    private static String row(ContractEvent event) {
        return FactKind.EVENT.label() + ":" + event.id();
    }
}
