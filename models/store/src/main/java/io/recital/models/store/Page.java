package io.recital.models.store;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long list, and where the next part begins.
 *
 * @param next cursor to ask for the next page with, null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /** Cuts a page from rows of which one more than {@code size} was asked for. */
    static <R, T> Page<T> cut(List<R> rows, int size, ToLongFunction<R> position, Function<R, T> item) {
        List<R> kept = rows.size() > size ? rows.subList(0, size) : rows;
        String next = rows.size() > size ? Cursor.at(position.applyAsLong(kept.get(size - 1))) : null;
        return new Page<>(kept.stream().map(item).toList(), next);
    }
}
