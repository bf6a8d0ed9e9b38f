package io.recital.models.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with JSON that somebody sent: names the field and the rule, and does not repeat what was sent. */
public final class JsonFault {
    private JsonFault() {}

    /**
     * One sentence for whoever sent it.
     *
     * @param sent what it should have been, such as {@code record}
     */
    public static String of(JacksonException e, String sent) {
        Throwable cause = e.getCause();
        if (cause instanceof IllegalArgumentException || cause instanceof NullPointerException) {
            String message = cause.getMessage();
            if (message != null && isForPeople(message)) {
                return message;
            }
        }
        if (e instanceof StreamReadException) {
            return "The " + sent + " is not JSON" + place(e.getLocation())
                    + ": look there for a comma, a quotation mark or a bracket that is missing or too many";
        }
        String path = path(e);
        if (path.isEmpty()) {
            return "The " + sent + " cannot be read; compare it with the example in the API's description";
        }
        return e instanceof UnrecognizedPropertyException unknown
                ? "'" + path + "' is not a field of the " + sent + fields(unknown)
                : "'" + path + "' of the " + sent + " is not of the right form"
                        + (e instanceof MismatchedInputException wrong ? form(wrong.getTargetType()) : "");
    }

    /** Rules speak of what was sent; what the platform says of its own types is not for whoever sent it. */
    private static boolean isForPeople(String message) {
        return !message.contains("io.recital") && !message.contains("java.");
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        if (e instanceof DatabindException) {
            e.getPath()
                    .forEach(step -> path.append(path.isEmpty() || step.getPropertyName() == null ? "" : ".")
                            .append(
                                    step.getPropertyName() == null
                                            ? "[" + step.getIndex() + "]"
                                            : step.getPropertyName()));
        }
        return path.toString();
    }

    private static String fields(UnrecognizedPropertyException unknown) {
        Collection<Object> known = unknown.getKnownPropertyIds();
        return known == null || known.isEmpty()
                ? ""
                : "; its fields are "
                        + known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String form(@Nullable Class<?> type) {
        if (type == null) {
            return "";
        }
        if (type.isEnum()) {
            return ": write one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant)
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-'))
                            .collect(Collectors.joining(", "));
        }
        return ": write " + plainForm(type);
    }

    private static String plainForm(Class<?> type) {
        if (type == LocalDate.class) {
            return "a day such as \"2026-06-30\"";
        }
        if (type == UUID.class) {
            return "an id as lists show it, such as \"11111111-1111-1111-1111-111111111111\"";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        }
        if (type == BigDecimal.class || type == Double.class || type == double.class) {
            return "a number such as 99.95";
        }
        if (type == String.class) {
            return "words in quotation marks";
        }
        return Collection.class.isAssignableFrom(type)
                ? "a list in square brackets"
                : "it as in the example in the API's description";
    }
}
