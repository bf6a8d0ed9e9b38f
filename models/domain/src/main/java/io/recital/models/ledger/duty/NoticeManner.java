package io.recital.models.ledger.duty;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a contract lets notices be given, as far as its words tell.
 *
 * @param methods those that it names and does not rule out; empty where it names none
 * @param address to whom or where, in its own words; null where it says nothing
 * @param cutOff what arrives later on a day counts as of the next business day; null where it says nothing
 */
public record NoticeManner(
        List<String> methods,
        @Nullable String address,
        @Nullable LocalTime cutOff) {
    private static final Map<String, Pattern> METHODS = known();
    private static final Pattern NO_EMAIL = Pattern.compile(
            "\\bnot\\b[^.]{0,60}\\be-?mail\\b|\\be-?mail\\b[^.]{0,60}\\b(?:is\\s+not|not\\s+be|does\\s+not|alone)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile(
            "\\b(?:(?:marked\\s+)?for\\s+the\\s+attention\\s+of|addressed\\s+to|zu\\s+H\u00e4nden)\\s+(?<to>[^.;]{3,120})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CUT_OFF = Pattern.compile(
            "\\b(?:after|later\\s+than|before|by)\\s+(?<hour>\\d{1,2})(?:[.:](?<minute>\\d\\d))?\\s*(?<half>[ap]\\.?\\s?m\\b\\.?|hours|Uhr)",
            Pattern.CASE_INSENSITIVE);

    public NoticeManner {
        methods = List.copyOf(methods);
    }

    private static Map<String, Pattern> known() {
        Map<String, Pattern> methods = new LinkedHashMap<>();
        methods.put(
                "by hand",
                Pattern.compile(
                        "\\bby\\s+hand\\b|\\bpersonal(?:ly)?\\s+deliver|\\bdelivered\\s+(?:personally|in\\s+person)",
                        Pattern.CASE_INSENSITIVE));
        methods.put("by courier", Pattern.compile("\\bcourier\\b", Pattern.CASE_INSENSITIVE));
        methods.put(
                "by registered post",
                Pattern.compile(
                        "\\b(?:registered|certified|recorded(?:\\s+delivery)?|special\\s+delivery)\\b[^.]{0,30}\\b(?:post|mail|letter|delivery)|Einschreiben",
                        Pattern.CASE_INSENSITIVE));
        methods.put(
                "by post",
                Pattern.compile(
                        "\\b(?:first[- ]class|pre-?paid)\\b[^.]{0,20}\\b(?:post|mail)", Pattern.CASE_INSENSITIVE));
        methods.put("by e-mail", Pattern.compile("\\be-?mail\\b", Pattern.CASE_INSENSITIVE));
        return methods;
    }

    /** @param words what the contract says of notices */
    static NoticeManner of(String words) {
        List<String> named = new ArrayList<>();
        METHODS.forEach((method, pattern) -> {
            boolean ruledOut =
                    method.equals("by e-mail") && NO_EMAIL.matcher(words).find();
            if (pattern.matcher(words).find() && !ruledOut) {
                named.add(method);
            }
        });
        Matcher address = ADDRESS.matcher(words);
        return new NoticeManner(
                named,
                address.find() ? address.group("to").replaceAll("\\s+", " ").strip() : null,
                cutOff(words).orElse(null));
    }

    private static Optional<LocalTime> cutOff(String words) {
        Matcher stated = CUT_OFF.matcher(words);
        if (!stated.find()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(stated.group("hour"));
        boolean afternoon = stated.group("half").toLowerCase(Locale.ROOT).startsWith("p") && hour < 12;
        int minute = stated.group("minute") == null ? 0 : Integer.parseInt(stated.group("minute"));
        int whole = afternoon ? hour + 12 : hour;
        return whole < 24 && minute < 60 ? Optional.of(LocalTime.of(whole, minute)) : Optional.empty();
    }

    /** For a reader; empty where the contract says nothing. */
    public String display() {
        List<String> parts = new ArrayList<>();
        if (!methods.isEmpty()) {
            parts.add(String.join(" or ", methods));
        }
        if (address != null) {
            parts.add("to " + address);
        }
        if (cutOff != null) {
            parts.add("arriving before " + cutOff);
        }
        return String.join(", ", parts);
    }
}
