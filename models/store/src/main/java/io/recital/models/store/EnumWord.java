package io.recital.models.store;

import java.util.Locale;

/** Enum constants as they stand in the database and in JSON: lower case with hyphens. */
final class EnumWord {
    private EnumWord() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E parse(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
