package io.recital.models.ledger.duty;

import io.recital.models.fact.ContractEvent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words by which a clause says from what a time runs, such as {@code receipt of a deviation report}. */
final class EventWording {
    /** Least of how sure an event must be to be the one that is meant. */
    static final double LEAST = 0.6;

    /** What happens to a thing and not what it is; of the contract itself every event is. */
    private static final Pattern EMPTY = Pattern.compile(
            "\\b(?:receipt|receiving|receives?|date|day|occurrence|completion of|its|such|effective|agreement|contract|the contract|respective|relevant|written|each|any)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> ARTICLES = Set.of("the", "that", "this", "their", "from", "after", "which");
    private static final int STEM = 5;
    /** Words that tell what happens, of which an event must say one where the clause has any. */
    private static final Set<String> HAPPENS =
            DutyWords.of("end ends ended expiry expiration termination cancellation acceptance rejection approval");
    /** What comes before a thing and is not the thing itself. */
    private static final Set<String> BEFOREHAND = DutyWords.of(
            "notice request draft reminder proposal planned expected scheduled overdue due refused rejected cancelled");

    private final Set<String> words;
    private final Set<String> around;
    private final String first;

    /**
     * @param said from what the time runs
     * @param around all words of the duty: what an event is called beyond the clause's own words must be among them
     */
    EventWording(String said, Set<String> around) {
        String plain = EMPTY.matcher(said).replaceAll(" ");
        this.words = DutyWords.of(plain);
        this.first = Arrays.stream(plain.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> word.length() > 2 && !ARTICLES.contains(word))
                .map(word -> word.substring(0, Math.min(STEM, word.length())))
                .findFirst()
                .orElse("");
        this.around = around;
    }

    /**
     * How sure an event is what the clause speaks of: by the share of the clause's words that the event says, and of the
     * event's own name that the clause says. Nothing where one is only beforehand of the other, such as a notice of it,
     * or where the event lacks the clause's first word, which tells what happens.
     */
    double fit(ContractEvent event) {
        Set<String> name = DutyWords.of(
                EMPTY.matcher(event.event().replaceAll("[-_]+", " ").toLowerCase(Locale.ROOT))
                        .replaceAll(" "));
        Set<String> said = new HashSet<>(name);
        said.addAll(DutyWords.withoutTime(event.subject()));
        Set<String> beforehand = new HashSet<>(name);
        beforehand.retainAll(BEFOREHAND);
        Set<String> asked = new HashSet<>(words);
        asked.retainAll(BEFOREHAND);
        String whole = (event.event() + " " + event.subject()).toLowerCase(Locale.ROOT);
        Set<String> strange = new HashSet<>(name);
        strange.removeAll(words);
        strange.removeAll(around);
        strange.removeAll(HAPPENS);
        if (!tellsWhatHappens(words, event)) {
            return 0;
        }
        if (words.isEmpty()
                || name.isEmpty()
                || !strange.isEmpty()
                || !whole.contains(first)
                || !beforehand.equals(asked)) {
            return 0;
        }
        double ofClause = DutyWords.share(words, said);
        double ofName = DutyWords.share(name, words);
        return ofClause >= LEAST && ofName > 0 ? (ofClause + ofName) / 2 : 0;
    }

    /** Whether an event tells of an end, an acceptance and the like where a clause speaks of one: a signature is no end. */
    static boolean tellsWhatHappens(String said, ContractEvent event) {
        return tellsWhatHappens(DutyWords.of(said.replaceAll("(?i)\\blast\\s+day\\b", "end")), event);
    }

    private static boolean tellsWhatHappens(Set<String> words, ContractEvent event) {
        String whole = (event.event() + " " + event.subject()).toLowerCase(Locale.ROOT);
        Set<String> happens = new HashSet<>(words);
        happens.retainAll(HAPPENS);
        return happens.isEmpty()
                || happens.stream()
                        .map(word -> word.replaceFirst("s$", ""))
                        .anyMatch(word ->
                                Pattern.compile("\\b" + word).matcher(whole).find());
    }
}
