package io.recital.models.ledger.measure;

import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Dossier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Of which incidents a miss comes, as facts tell it: by a number noted beside its row, by an event that names the measure, or as
 * a single case of certain days.
 *
 * @param of what tells them, the same for misses of one incident; empty where no fact does
 * @param rows the events that were read for it, by kind
 */
record Incidents(Set<String> of, List<String> rows) {
    private static final String WORD =
            "(?:incident|inc|ticket|outage|fault|event|case|problem|prb|störung|tt|root\\s+cause|rca)";
    /** A number behind a word for an incident, or a note that is nothing but a number. */
    private static final Pattern NUMBERED = Pattern.compile(
            "\\b" + WORD
                    + "s?\\s*(?:no\\.?|number|nr\\.?|ref(?:erence)?\\.?|id)?\\s*[#:.\\-–]?\\s*(?<number>\\p{L}{0,5}[-–]?\\d[\\p{L}\\d]*(?:[-/]\\d+)*)|^\\s*(?<alone>#?\\p{L}{0,5}[-– ]?\\d{2,}(?:[-/]\\d+)*)\\s*$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_DIGITS = Pattern.compile("^[^\\d]+");
    private static final Pattern IS_INCIDENT = Pattern.compile(
            "\\b(?:" + WORD + "|failure|interruption|disruption|breakdown|downtime)s?\\b", Pattern.CASE_INSENSITIVE);

    Incidents {
        of = Set.copyOf(of);
        rows = List.copyOf(rows);
    }

    boolean areKnown() {
        return !of.isEmpty();
    }

    boolean shares(Incidents other) {
        return of.stream().anyMatch(other.of::contains);
    }

    /** Those that a miss comes of. */
    static Incidents of(MeasureResult missed, Dossier dossier) {
        Set<String> told = new TreeSet<>();
        missed.measurements().stream()
                .map(Measurement::note)
                .forEach(note -> numbers(note).forEach(number -> told.add("number " + number)));
        Set<String> rows = new LinkedHashSet<>();
        for (ContractEvent event : dossier.facts().events()) {
            if (isOf(event, missed)) {
                told.addAll(names(event));
                rows.add(FactKind.EVENT.label() + ":" + event.id());
            }
        }
        if (told.isEmpty() && CreditPeriod.isEvent(missed)) {
            told.add("days " + missed.period());
        }
        return new Incidents(told, List.copyOf(rows));
    }

    private static boolean isOf(ContractEvent event, MeasureResult missed) {
        Period period = missed.period();
        boolean sameContract = event.contract().isEmpty()
                || event.contract().startsWith(missed.contract())
                || missed.contract().startsWith(event.contract());
        return sameContract
                && period.holds(event.date())
                && IS_INCIDENT
                        .matcher(event.event().replace('-', ' ') + " " + event.subject())
                        .find()
                && isNamedIn(event.subject() + " " + event.note(), missed.measure());
    }

    private static boolean isNamedIn(String words, PromisedMeasure measure) {
        @Nullable String code = measure.code().orElse(null);
        if (code != null
                && Pattern.compile("\\b" + Pattern.quote(code) + "\\b")
                        .matcher(words)
                        .find()) {
            return true;
        }
        TellingWords name = TellingWords.of(measure.name());
        return !name.isEmpty()
                && TellingWords.of(words).shared(name) == name.all().size();
    }

    /** An event is known by its number, else by its time, else it is one of its own. */
    private static Set<String> names(ContractEvent event) {
        Set<String> numbers = numbers(event.reference().isEmpty() ? event.note() : event.reference());
        if (!numbers.isEmpty()) {
            return numbers.stream().map(number -> "number " + number).collect(Collectors.toSet());
        }
        if (!event.reference().isBlank()) {
            return Set.of("number " + plain(event.reference()));
        }
        return Set.of(event.time() == null ? "event " + event.id() : "time " + event.date() + " " + event.time());
    }

    /** The numbers of incidents in a note, as they are the same however they are introduced. */
    private static Set<String> numbers(String note) {
        Set<String> numbers = new TreeSet<>();
        Matcher numbered = NUMBERED.matcher(note);
        while (numbered.find()) {
            String number = numbered.group("number") == null ? numbered.group("alone") : numbered.group("number");
            numbers.add(plain(number));
        }
        return numbers;
    }

    private static String plain(String number) {
        String digits = NOT_DIGITS.matcher(number.strip()).replaceFirst("");
        return (digits.isEmpty() ? number.strip() : digits).toUpperCase(Locale.ROOT);
    }
}
