package io.recital.models.ledger.duty;

import static java.util.Objects.requireNonNull;

import io.recital.models.wording.SpelledNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A way in which a notice may be given.
 *
 * @param method such as {@code by registered post}
 * @param days business days after sending on which it counts as received; null where the contract does not say
 */
public record NoticeWay(String method, @Nullable Integer days) {
    private static final String NUMBER =
            "(?<count>first|second|third|fourth|fifth|sixth|seventh|tenth|next|one|two|three|four|five|six|seven|ten|\\d{1,2})";
    private static final String SENT =
            "(?:(?:after|following|from)\\s+(?:the\\s+(?:date|day|time)\\s+of\\s+)?(?:its\\s+|such\\s+)?(?:posting|mailing|dispatch|sending|deposit\\w*|transmission|being\\s+(?:posted|sent|mailed|deposited)|(?:it|the\\s+notice)\\s+(?:is|was|has\\s+been)\\s+(?:posted|sent|mailed|deposited))|(?:after|following)\\s+(?:postmark|delivery\\s+to\\s+the\\s+courier))";
    private static final Pattern DAYS_AFTER = pattern("\\b" + NUMBER
            + "\\s+(?:\\(\\d+\\)\\s+)?(?:(?:clear|calendar|full)\\s+)?(?:business\\s+|working\\s+)?days?\\s+(?:on\\s+which\\s+\\w+\\s+)?"
            + SENT);
    private static final Pattern HOURS_AFTER = pattern("\\b(?<hours>24|48|72|96)\\s+hours\\s+" + SENT);
    /** It counts as soon as it is sent or handed over. */
    private static final Pattern AT_ONCE = pattern(
            "\\b(?:when\\s+(?:it\\s+is\\s+)?sent|upon\\s+(?:sending|transmission)|on\\s+(?:sending|transmission)|at\\s+the\\s+time\\s+of\\s+(?:sending|transmission)|(?:on|upon|at\\s+the\\s+time\\s+of)\\s+(?:personal\\s+)?delivery|when\\s+(?:it\\s+is\\s+)?delivered)\\b");

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.;])\\s+");

    public NoticeWay {
        requireNonNull(method, "method");
    }

    /** The methods that are known, each with the words that name it. */
    private enum Method {
        HAND(
                "by hand",
                "\\bby\\s+hand\\b|\\bpersonal(?:ly)?\\s+deliver|\\bdeliver(?:ed|y)\\s+(?:personally|in\\s+person)|\\bhand[- ]deliver",
                false),
        COURIER("by courier", "\\bcourier\\b", true),
        REGISTERED(
                "by registered post",
                "\\b(?:registered|certified|recorded(?:\\s+delivery)?|special\\s+delivery)\\b[^.]{0,30}\\b(?:post|mail|letter|delivery)|Einschreiben",
                true),
        POST("by post", "\\b(?:first[- ]class|pre-?paid)\\b[^.]{0,20}\\b(?:post|mail)", true),
        EMAIL("by e-mail", "\\be-?mail\\b|\\belectronic\\s+mail\\b", false);

        private final String display;
        private final Pattern wording;
        private final boolean travels;

        Method(String display, String wording, boolean travels) {
            this.display = display;
            this.wording = pattern(wording);
            this.travels = travels;
        }
    }

    private static final Pattern NO_EMAIL = pattern(
            "\\bnot\\b[^.]{0,60}\\be-?mail\\b|\\be-?mail\\b[^.]{0,60}\\b(?:is\\s+not|not\\s+be|does\\s+not|alone)\\b");

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** Those that words name and do not rule out, with what they say of receipt. */
    static List<NoticeWay> in(String words) {
        return Arrays.stream(Method.values())
                .filter(method -> method.wording.matcher(words).find()
                        && !(method == Method.EMAIL && NO_EMAIL.matcher(words).find()))
                .map(method -> new NoticeWay(method.display, days(method, words).orElse(null)))
                .toList();
    }

    /** Of a sentence that names the method, or else, for what travels, of one that speaks of sending and names none. */
    private static Optional<Integer> days(Method method, String words) {
        List<String> sentences = SENTENCE.splitAsStream(words).toList();
        Optional<Integer> own = sentences.stream()
                .filter(sentence -> method.wording.matcher(sentence).find())
                .flatMap(sentence -> days(sentence, method.travels).stream())
                .findFirst();
        return own.isPresent() || !method.travels ? own : delay(words);
    }

    private static Optional<Integer> days(String sentence, boolean travels) {
        Optional<Integer> delay = delay(sentence);
        boolean atOnce = AT_ONCE.matcher(sentence).find();
        return delay.isPresent() && (travels || !atOnce)
                ? delay
                : atOnce && !travels ? Optional.of(0) : Optional.empty();
    }

    private static Optional<Integer> delay(String words) {
        Matcher days = DAYS_AFTER.matcher(words);
        if (days.find()) {
            return Optional.of(number(days.group("count")));
        }
        Matcher hours = HOURS_AFTER.matcher(words);
        return hours.find() ? Optional.of(Integer.parseInt(hours.group("hours")) / 24) : Optional.empty();
    }

    private static int number(String word) {
        return SpelledNumber.parse(word)
                .or(() -> SpelledNumber.parseOrdinal(word))
                .orElse(1);
    }
}
