package io.recital.retrieval.answer;

import io.recital.models.store.ContractFilter;
import io.recital.models.store.Repositories;
import io.recital.retrieval.plan.CurrencyName;
import io.recital.retrieval.plan.LawName;
import io.recital.retrieval.plan.TypedQuery;
import io.recital.retrieval.search.PassageHit;
import io.recital.retrieval.words.Spelling;
import io.recital.retrieval.words.Synonyms;
import io.recital.retrieval.words.Words;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notices a name in a question that no contract at hand knows: then the question is about something else. */
final class Strangers {
    private static final Pattern NAME =
            Pattern.compile("(?<=[\\p{L}\\p{N},'’\"“(] |[\"“(])\\p{Lu}[\\p{L}\\p{N}&.-]*\\p{L}");
    private static final Pattern WORD = Pattern.compile("\\p{L}{5,}");
    private static final int LOOKED_AT = 3;
    private static final Set<String> CALENDAR = Stream.of(
                    Stream.of(Month.values()).map(month -> month.getDisplayName(TextStyle.SHORT, Locale.US)),
                    Stream.of(DayOfWeek.values()).map(day -> day.getDisplayName(TextStyle.SHORT, Locale.US)),
                    Stream.of(Month.values()).map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
                    Stream.of(DayOfWeek.values()).map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
            .flatMap(names -> names)
            .collect(Collectors.toSet());

    private final Repositories store;

    Strangers(Repositories store) {
        this.store = store;
    }

    /**
     * The first such name; a slip of the pen does not count, nor one among many that name a contract. Call it
     * in the name of a tenant.
     */
    Optional<String> find(Evidence evidence) {
        String known = knownText(evidence);
        Set<String> stems = Words.of(known);
        evidence.question().scope().phrases().forEach(phrase -> stems.addAll(Words.of(phrase)));
        Set<String> words = WORD.matcher(known.toLowerCase(Locale.ROOT))
                .results()
                .map(result -> result.group())
                .collect(Collectors.toSet());
        List<String> names = names(evidence.question().text());
        List<String> strangers = names.stream()
                .filter(name -> Words.of(name).stream().noneMatch(stems::contains))
                .filter(name -> !Words.of(name).isEmpty())
                .filter(name ->
                        Spelling.nearest(name.toLowerCase(Locale.ROOT), words).isEmpty())
                .filter(name -> !CALENDAR.contains(name))
                .filter(name -> !titled(name))
                .filter(name -> Synonyms.inContractWords(name).equals(name))
                .filter(name -> !isCondition(name, evidence.question().text()))
                .filter(name -> !standsElsewhere(name, evidence))
                .toList();
        boolean mostlyKnown = !evidence.question().scope().isEverywhere() && 2 * strangers.size() < names.size();
        return mostlyKnown ? Optional.empty() : strangers.stream().findFirst();
    }

    /** A law or a currency that the contracts asked for are under: one that nobody has is no stranger. */
    private static boolean isCondition(String name, String question) {
        return CurrencyName.isOne(name)
                || LawName.in(question)
                        .filter(law -> law.name().contains(name.toLowerCase(Locale.ROOT)))
                        .isPresent();
    }

    private String knownText(Evidence evidence) {
        StringBuilder known = new StringBuilder();
        for (PassageHit hit : evidence.hits()) {
            known.append(hit.passage().text()).append(' ').append(hit.title()).append(' ');
            known.append(String.join(" ", hit.passage().headingPath())).append(' ');
            known.append(hit.file().replace('_', ' ')).append(' ');
        }
        evidence.question().names().forEach(name -> known.append(name).append(' '));
        store.counterparties().list().forEach(counterparty -> {
            known.append(counterparty.name()).append(' ');
            counterparty.aliases().forEach(alias -> known.append(alias).append(' '));
        });
        return known.toString();
    }

    /** Whether a passage of the contracts asked about holds the name, though it says nothing to the question. */
    private static boolean standsElsewhere(String name, Evidence evidence) {
        TypedQuery.Passages query =
                new TypedQuery.Passages(name, evidence.question().scope().contracts(), LOOKED_AT);
        return evidence.run().passages(query).stream()
                .anyMatch(hit -> Words.of(hit.passage().text()).containsAll(Words.of(name)));
    }

    private static List<String> names(String question) {
        Matcher matcher = NAME.matcher(question);
        return matcher.results().map(result -> result.group()).distinct().toList();
    }

    private boolean titled(String name) {
        return !store.contracts()
                .list(new ContractFilter(null, name, null, null), null, 1)
                .items()
                .isEmpty();
    }
}
