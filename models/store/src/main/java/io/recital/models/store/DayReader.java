package io.recital.models.store;

import java.time.LocalDate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;

/** Reads days as they are stored, {@code 2026-06-30}: a row has several of them, and the usual reader took a quarter of its time. */
final class DayReader extends StdDeserializer<LocalDate> {
    private static final int LENGTH = 10;

    DayReader() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser json, DeserializationContext context) {
        String text = json.hasToken(JsonToken.VALUE_STRING) ? json.getString() : "";
        return isPlain(text)
                ? LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, LENGTH))
                : LocalDateDeserializer.INSTANCE.deserialize(json, context);
    }

    /** Whether it is a day that every month has, in digits; what is wrong or rare is left to the usual reader. */
    private static boolean isPlain(String text) {
        if (text.length() != LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (i != 4 && i != 7 && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
                return false;
            }
        }
        int month = number(text, 5, 7);
        int day = number(text, 8, LENGTH);
        return month >= 1 && month <= 12 && day >= 1 && day <= 28;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }
}
