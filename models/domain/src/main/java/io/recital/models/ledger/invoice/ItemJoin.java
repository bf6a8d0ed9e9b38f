package io.recital.models.ledger.invoice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the price of an invoiced item in a list of prices: by its number, or else by the words of its name. Where two
 * fit equally well and cost differently, it finds none.
 */
final class ItemJoin {
    /**
     * A price that fits.
     *
     * @param confidence 1 by number; lower by words
     */
    record Joined(AgreedPrice price, double confidence) {}

    private record Fit(AgreedPrice price, int strength, int words, int context) {
        private static final Comparator<Fit> BEST = Comparator.comparingInt(Fit::strength)
                .thenComparingInt(Fit::words)
                .thenComparingInt(Fit::context);
    }

    private static final int BY_CODE = 5;
    private static final int VERBATIM = 4;
    private static final int LONG = 12;
    private static final int BY_NAME = 3;
    private static final int BY_HEAD = 2;
    private static final int BY_PART = 1;

    private final Map<String, List<String>> aliases = new HashMap<>();

    /** Learns which numbers and names mean the same item, from all prices of a family. */
    ItemJoin(List<AgreedPrice> prices) {
        for (AgreedPrice price : prices) {
            for (String name : price.names()) {
                List<String> known = aliases.computeIfAbsent(Words.normalised(name), key -> new ArrayList<>());
                price.names().stream().filter(other -> !known.contains(other)).forEach(known::add);
            }
        }
    }

    Optional<Joined> find(InvoicedItem item, List<AgreedPrice> prices) {
        List<Fit> fits = prices.stream()
                .map(price -> fit(item, price))
                .flatMap(Optional::stream)
                .sorted(Fit.BEST.reversed())
                .toList();
        if (fits.isEmpty()) {
            return Optional.empty();
        }
        Fit best = fits.get(0);
        boolean ambiguous = fits.stream()
                .skip(1)
                .takeWhile(other -> Fit.BEST.compare(best, other) == 0)
                .anyMatch(other -> !other.price().all().equals(best.price().all()));
        return ambiguous ? Optional.empty() : Optional.of(new Joined(best.price(), confidence(best)));
    }

    private static double confidence(Fit fit) {
        return switch (fit.strength()) {
            case BY_CODE -> 1;
            case VERBATIM, BY_NAME -> 0.9;
            case BY_HEAD -> 0.8;
            default -> 0.7;
        };
    }

    private Optional<Fit> fit(InvoicedItem item, AgreedPrice price) {
        return price.names().stream()
                .flatMap(name -> aliases.getOrDefault(Words.normalised(name), List.of(name)).stream())
                .map(name -> fit(item, price, name))
                .flatMap(Optional::stream)
                .max(Fit.BEST);
    }

    private static Optional<Fit> fit(InvoicedItem item, AgreedPrice price, String name) {
        int context = item.words().common(price.context());
        if (Words.isCode(name)) {
            return item.code().equals(Words.normalised(name))
                    ? Optional.of(new Fit(price, BY_CODE, 0, context))
                    : Optional.empty();
        }
        Words full = Words.of(name);
        Words words = item.words();
        int common = words.common(full);
        String verbatim = Words.normalised(name);
        if (verbatim.length() >= LONG && item.text().contains(verbatim)) {
            return Optional.of(new Fit(price, VERBATIM, common, context));
        }
        if (words.hold(full)) {
            return Optional.of(new Fit(price, BY_NAME, common, context));
        }
        if (Words.heads(name).stream().anyMatch(words::hold)) {
            return Optional.of(new Fit(price, BY_HEAD, common, context));
        }
        Words telling = item.said().without(price.context().without(full));
        return full.hold(telling) ? Optional.of(new Fit(price, BY_PART, common, context)) : Optional.empty();
    }
}
