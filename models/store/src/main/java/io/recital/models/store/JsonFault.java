package io.recital.models.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;

/** What is wrong with JSON that somebody sent: names the field and the rule, and does not repeat what was sent. */
final class JsonFault {
    private JsonFault() {}

    /** @param sent what it should have been, such as {@code record} */
    static String of(JacksonException e, String sent) {
        Throwable cause = e.getCause();
        if ((cause instanceof IllegalArgumentException || cause instanceof NullPointerException)
                && cause.getMessage() != null) {
            return cause.getMessage();
        }
        String path = path(e);
        return path.isEmpty()
                ? "The " + sent + " cannot be read; compare it with the example in the API's description"
                : "'" + path + "' is not a field of the " + sent + ", or its value is not of the right form"
                        + choices(e);
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

    private static String choices(JacksonException e) {
        return e instanceof InvalidFormatException wrong
                        && wrong.getTargetType().isEnum()
                ? ": write "
                        + Arrays.stream(wrong.getTargetType().getEnumConstants())
                                .map(constant -> ((Enum<?>) constant)
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'))
                                .collect(Collectors.joining(", "))
                : "";
    }
}
