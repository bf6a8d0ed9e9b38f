package io.recital.models.ledger.invoice;

import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the price of an invoiced item in a list of prices: by its number, or else by the words of its name. Where two
 * fit equally well and cost differently, it finds none.
 */
final class ItemJoin {
    /**
     * A price that fits.
     *
     * @param confidence 1 by number; lower by words
     * @param named words of the item's name that the line says; none where it was found by its number
     */
    record Joined(AgreedPrice price, double confidence, ItemWords named) {
        /** Whether another names the thing more closely, as a lead consultant is no consultant. */
        boolean isOutdoneBy(Joined other) {
            return isCloser(other.named(), named);
        }
    }

    private record Fit(AgreedPrice price, int strength, ItemWords named, int words, int context) {
        private static final Comparator<Fit> BEST = Comparator.comparingInt(Fit::strength)
                .thenComparingInt(Fit::words)
                .thenComparingInt(Fit::context);
    }

    private static boolean isCloser(ItemWords one, ItemWords other) {
        return one.size() > other.size() && one.hold(other);
    }

    /** A word and a number of its own, such as {@code Grade 40}: numbers that dates and orders bring are no part of names. */
    private static final Pattern NUMBERED = Pattern.compile("\\p{L}{3,}[ -]\\d+\\b");

    private static final int BY_CODE = 5;
    private static final int VERBATIM = 4;
    private static final int LONG = 12;
    private static final int BY_NAME = 3;
    private static final int BY_HEAD = 2;
    private static final int BY_PART = 1;

    /** A number or name by which prices go, in the forms in which it is compared. */
    private record ItemName(
            String normalised, String numbered, boolean isCode, ItemWords words, List<ItemWords> heads) {
        static ItemName of(String name) {
            String numbered = NUMBERED.matcher(name).find() ? ItemWords.spaced(name) : "";
            return new ItemName(
                    ItemWords.normalised(name),
                    numbered,
                    ItemWords.isCode(name),
                    ItemWords.of(name),
                    ItemWords.heads(name));
        }
    }

    private final IdentityHashMap<AgreedPrice, List<ItemName>> names = new IdentityHashMap<>();
    private final IdentityHashMap<AgreedPrice, Boolean> oneOff = new IdentityHashMap<>();
    private final Map<InvoicedItem, IdentityHashMap<AgreedPrice, Optional<Fit>>> fits = new HashMap<>();

    /** Learns which numbers and names mean the same item, from all prices of a family. */
    ItemJoin(List<AgreedPrice> prices) {
        Map<String, Set<String>> aliases = new HashMap<>();
        for (AgreedPrice price : prices) {
            for (String name : price.names()) {
                aliases.computeIfAbsent(ItemWords.normalised(name), key -> new LinkedHashSet<>())
                        .addAll(price.names());
            }
        }
        for (AgreedPrice price : prices) {
            oneOff.put(price, OneOff.isPriceOf(price));
            names.put(
                    price,
                    price.names().stream()
                            .flatMap(name -> aliases.getOrDefault(ItemWords.normalised(name), Set.of()).stream())
                            .distinct()
                            .map(ItemName::of)
                            .toList());
        }
    }

    /** The price among some of those that it learned from. */
    Optional<Joined> find(InvoicedItem item, List<AgreedPrice> prices) {
        IdentityHashMap<AgreedPrice, Optional<Fit>> known = fits.computeIfAbsent(item, key -> new IdentityHashMap<>());
        List<Fit> found = prices.stream()
                .map(price -> known.computeIfAbsent(price, each -> fit(item, each)))
                .flatMap(Optional::stream)
                .sorted(Fit.BEST.reversed())
                .toList();
        List<Fit> closest = found.stream()
                .filter(fit -> found.stream().noneMatch(other -> isCloser(other.named(), fit.named())))
                .toList();
        if (closest.isEmpty()) {
            return Optional.empty();
        }
        List<Fit> best = closest.stream()
                .filter(other -> Fit.BEST.compare(closest.get(0), other) == 0)
                .toList();
        return one(best)
                .or(() -> one(best.stream()
                        .filter(fit -> fit.price().isForOffHours() == item.offHours())
                        .toList()));
    }

    /** The one price of those that fit equally well; empty where they differ. */
    private static Optional<Joined> one(List<Fit> fits) {
        boolean same = fits.stream().map(fit -> fit.price().all()).distinct().count() == 1;
        return same
                ? Optional.of(new Joined(
                        fits.get(0).price(),
                        confidence(fits.get(0)),
                        fits.get(0).named()))
                : Optional.empty();
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
        if (oneOff.getOrDefault(price, false) && !item.oneOff()) {
            return Optional.empty();
        }
        return names.getOrDefault(price, List.of()).stream()
                .map(name -> fit(item, price, name))
                .flatMap(Optional::stream)
                .max(Fit.BEST);
    }

    private static Optional<Fit> fit(InvoicedItem item, AgreedPrice price, ItemName name) {
        ItemWords words = item.words();
        int context = words.common(price.context());
        if (name.isCode()) {
            return item.code().equals(name.normalised())
                    ? Optional.of(new Fit(price, BY_CODE, ItemWords.NONE, 0, context))
                    : Optional.empty();
        }
        ItemWords full = name.words();
        int common = words.common(full);
        if (name.normalised().length() >= LONG && item.text().contains(name.normalised())) {
            return Optional.of(new Fit(price, VERBATIM, full, common, context));
        }
        boolean asNumbered = !name.numbered().isEmpty() && item.spaced().contains(name.numbered());
        if (asNumbered || words.hold(full)) {
            return Optional.of(new Fit(price, BY_NAME, full, common, context));
        }
        Optional<ItemWords> head =
                name.heads().stream().filter(words::hold).max(Comparator.comparingInt(ItemWords::size));
        if (head.isPresent()) {
            return Optional.of(new Fit(price, BY_HEAD, head.get(), common, context));
        }
        ItemWords telling = item.said().without(price.context().without(full));
        return full.hold(telling)
                ? Optional.of(new Fit(price, BY_PART, ItemWords.NONE, common, context))
                : Optional.empty();
    }
}
