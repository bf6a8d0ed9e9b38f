package io.recital.models.ledger.measure;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the rows of one measure under one contract call the things that each is of: by the number that one name alone has, or
 * else by the words that it alone has.
 */
final class MeasuredThings {
    private final Map<String, String> byName = new HashMap<>();
    private final boolean areTold;

    /** @param all the names of all rows of the measure */
    MeasuredThings(Collection<String> all) {
        Set<String> names = new HashSet<>(all);
        Map<String, Set<String>> numbers = ownOf(names, MeasuredThing::numbers);
        Map<String, Set<String>> words =
                ownOf(names, name -> new TreeSet<>(TellingWords.of(name).all()));
        for (String name : names) {
            Set<String> own = numbers.getOrDefault(name, Set.of());
            if (own.isEmpty() && names.size() > 1) {
                own = words.getOrDefault(name, Set.of());
            }
            byName.put(name, String.join(" ", own));
        }
        areTold = !byName.containsValue("");
    }

    /** What each name has and no other. */
    private static Map<String, Set<String>> ownOf(Set<String> names, Function<String, Set<String>> parts) {
        Map<String, Set<String>> own = new HashMap<>();
        Map<String, Integer> uses = new HashMap<>();
        for (String name : names) {
            Set<String> of = parts.apply(name);
            own.put(name, of);
            of.forEach(part -> uses.merge(part, 1, Integer::sum));
        }
        own.values().forEach(of -> of.removeIf(part -> uses.getOrDefault(part, 0) > 1));
        return own;
    }

    /** The thing that a row is of, by its name; empty where some name tells of none: its rows are of all things. */
    String of(String name) {
        return areTold ? byName.getOrDefault(name, "") : "";
    }
}
