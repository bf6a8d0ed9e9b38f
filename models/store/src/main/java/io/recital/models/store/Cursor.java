package io.recital.models.store;

import io.recital.models.store.error.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The opaque form of a position in a list. */
final class Cursor {
    private Cursor() {}

    static String at(long position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(position).getBytes(StandardCharsets.US_ASCII));
    }

    /** The position to go on after; {@code start} for no cursor. */
    static long position(@Nullable String cursor, long start) {
        if (cursor == null) {
            return start;
        }
        try {
            return Long.parseLong(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    StoreException.Category.MISUSE,
                    "The cursor is not one that a page gave; start again without a cursor",
                    e);
        }
    }
}
