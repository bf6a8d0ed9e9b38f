package io.recital.models.ledger.duty;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a contract lets notices be given, as far as its words tell.
 *
 * @param ways those that it names and does not rule out; empty where it names none
 * @param address to whom or where, in its own words; null where it says nothing
 * @param cutOff what arrives later on a day counts as of the next business day; null where it says nothing
 */
public record NoticeManner(
        List<NoticeWay> ways,
        @Nullable String address,
        @Nullable LocalTime cutOff) {
    private static final Pattern ADDRESS = Pattern.compile(
            "\\b(?:(?:marked\\s+)?for\\s+the\\s+attention\\s+of|addressed\\s+to|zu\\s+H\u00e4nden)\\s+(?<to>[^.;]{3,120})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CUT_OFF = Pattern.compile(
            "\\b(?:after|later\\s+than|before|by|until)\\s+(?:(?<noon>noon|midday|12\\s+noon)|(?<hour>\\d{1,2})(?:[.:](?<minute>\\d\\d)\\s*(?<half>[ap]\\.?\\s?m\\b\\.?|hours|Uhr|o['’]clock)?|\\s*(?<plain>[ap]\\.?\\s?m\\b\\.?|hours|Uhr|o['’]clock)))",
            Pattern.CASE_INSENSITIVE);

    public NoticeManner {
        ways = List.copyOf(ways);
    }

    /** @param words what the contract says of notices */
    static NoticeManner of(String words) {
        Matcher address = ADDRESS.matcher(words);
        return new NoticeManner(
                NoticeWay.in(words),
                address.find() ? address.group("to").replaceAll("\\s+", " ").strip() : null,
                cutOff(words).orElse(null));
    }

    private static Optional<LocalTime> cutOff(String words) {
        Matcher stated = CUT_OFF.matcher(words);
        if (!stated.find()) {
            return Optional.empty();
        }
        if (stated.group("noon") != null) {
            return Optional.of(LocalTime.NOON);
        }
        int hour = Integer.parseInt(stated.group("hour"));
        String half = Objects.requireNonNullElse(stated.group("half"), "")
                + Objects.requireNonNullElse(stated.group("plain"), "");
        boolean afternoon = half.toLowerCase(Locale.ROOT).startsWith("p") && hour < 12;
        int minute = stated.group("minute") == null ? 0 : Integer.parseInt(stated.group("minute"));
        int whole = afternoon ? hour + 12 : hour;
        return whole < 24 && minute < 60 ? Optional.of(LocalTime.of(whole, minute)) : Optional.empty();
    }

    /** For a reader; empty where the contract says nothing. */
    public String display() {
        List<String> parts = new ArrayList<>();
        if (!ways.isEmpty()) {
            parts.add(ways.stream().map(NoticeWay::method).collect(Collectors.joining(" or ")));
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
