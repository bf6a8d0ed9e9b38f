package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.Redaction;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Renewal: how long a term is extended, by itself or by choice, and how it is kept from that. */
final class RenewalRule implements LeverRule {
    private static final Pattern RENEWS = Pattern.compile(
            "\\b(?:it|agreement|contract|term|hire|rental|subscription|membership|lease|licen[cs]e|order|engagement)\\b[^.;]{0,80}\\b(?:(?:is|are|be)\\s+(?:\\w+ly\\s+)?(?:prolonged|extended|renewed)|renews|continues|carries\\s+on|goes\\s+on|runs\\s+on|rolls\\s+over)\\b[^.;]{0,120}\\b(?:unless|if\\s+(?:it|the\\s+\\w+|this\\s+\\w+)\\s+is\\s+not|if\\s+(?:neither|no))\\b|\\b(?:may|shall|will|is|are|option\\s+to|right\\s+to)\\s+(?:be\\s+)?(?:automatically\\s+)?(?:extend|renew)(?:ed|s|able)?\\s+(?:it|automatically|for)\\b|\\b(?:agreement|contract|term|lease|licen[cs]e|attachment|appointment|maintenance|services|schedule|order|franchise)\\b[^.;]{0,180}\\b(?:automatically\\s+)?(?:renew\\w*|extend\\w*|extensions?)\\b|\\b(?:renew|exten)\\w*\\b[^.;]{0,80}\\b(?:agreement|contract|term|lease|maintenance|licen[cs]e|appointment)\\b|\\b(?:continu\\w+|remain\\w*|renew\\w*)\\b[^.;]{0,120}\\b(?:year[\\s-]to[\\s-]year|month[\\s-]to[\\s-]month|(?:successive|additional|consecutive|further)\\s+(?:annual|monthly|quarterly|one|two|three|twelve|\\d))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER = Pattern.compile(
            "\\b(?:certificat\\w+|insurance|polic(?:y|ies)|visa|permit|registration|warrant(?!y\\s+term)\\w*|deadline|due\\s+date|delivery\\s+date|patents?|domain\\s+names?|credit\\s+facility|warranty|copyright|closing|conversion\\s+date)\\b[^.;]{0,200}\\b(?:renew|exten)\\w*|\\b(?:renew|exten)\\w*\\b[^.;]{0,30}\\b(?:certificat\\w+|insurance|polic(?:y|ies)|permit|deadline|due\\s+date|credit|patent\\w*)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PRICED = Pattern.compile(
            "\\b(?:prices?|fees?|rates?)\\b[^.;]{0,60}\\b(?:adjust|increas)|\\bcancellation\\s+fee",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RIGHT = Pattern.compile(
            "\\b(?:automatic\\w*|may|option|right|unless|shall|will|until|if\\s+(?:it|the\\s+\\w+|this\\s+\\w+)\\s+is\\s+not|if\\s+(?:neither|no))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE_LENGTH = Pattern.compile(
            "\\b(?:for|by|additional|successive|further|subsequent|consecutive|of|to|an?|automatic|each|up\\s+to)\\b[\\s\\w,(’']{0,40}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INITIAL = Pattern.compile(
            "\\binitial\\s+(?:\\w+\\s+)?(?:term|period)?\\s*(?:of\\s+)?(?:an?\\s+)?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern RENEWED = Pattern.compile(
            "\\b(?:renew|extend|extension|prolong|additional|successive|further|thereafter|continue|carries\\s+on|goes\\s+on|runs\\s+on|rolls\\s+over)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BY_NAME = Pattern.compile(
            "\\b(?:(?<year>year[\\s-]to[\\s-]year|(?:successive|additional|consecutive|further)\\s+(?:annual|yearly)|annual\\s+(?:basis|periods?|terms?)|annually)|(?<month>month[\\s-]to[\\s-]month|(?:successive|additional|consecutive|further)\\s+monthly|monthly\\s+(?:basis|periods?|terms?)|(?:an?|one)\\s+additional\\s+month))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTOMATIC = Pattern.compile(
            "\\bautomatic|\\btacit|\\bunless\\b[^.;]{0,120}\\b(?:notice|notif|cancel|terminat|told|object)|\\buntil\\s+terminated|\\bif\\s+(?:it|the\\s+\\w+|this\\s+\\w+)\\s+is\\s+not\\s+(?:terminated|cancelled|ended)|\\bif\\s+(?:neither|no)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SAME = Pattern.compile(
            "\\b(?:of|for)\\s+(?:the\\s+|an?\\s+)?(?:same|like|equal)\\s+(?:duration|length|term|period)s?\\b|\\bequal\\s+in\\s+(?:duration|length)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Redaction REDACTION = new Redaction();
    private static final int LONGEST = 2_500;

    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        return sentence.says(RENEWS)
                        && sentence.says(RIGHT)
                        && !sentence.says(OTHER)
                        && !sentence.says(PRICED)
                        && sentence.text().length() < LONGEST
                ? renewal(sentence).stream().toList()
                : List.of();
    }

    private static Optional<Candidate> renewal(LeverSentence sentence) {
        String text = sentence.text();
        List<LeverParameter> parameters = new ArrayList<>();
        length(sentence).ifPresent(length -> parameters.add(parameter(Name.PERIOD, length)));
        if (parameters.isEmpty() && !(sentence.says(SAME) && sentence.says(AUTOMATIC))) {
            return Optional.empty();
        }
        Notices.find(text, sentence.figures().durations())
                .filter(notice -> Notices.isAhead(text, notice))
                .ifPresent(notice -> parameters.add(parameter(Name.PERIOD, notice.value())));
        boolean automatic = sentence.says(AUTOMATIC);
        parameters.add(parameter(Name.BASE, automatic ? "automatic" : "at option or by agreement"));
        if (!automatic) {
            sentence.holder(Holders.BEFORE_RIGHT).ifPresent(parameters::add);
        }
        return Optional.of(sentence.lever(LeverType.RENEWAL, automatic ? 0.88 : 0.7, parameters));
    }

    /** How long it is renewed for: a length after words of renewal, or a name such as {@code from year to year}. */
    private static Optional<TypedValue> length(LeverSentence sentence) {
        String text = sentence.text();
        return sentence.figures().durations().stream()
                .filter(length -> !Notices.isAhead(text, length)
                        && !INITIAL.matcher(text.substring(0, length.start())).find()
                        && BEFORE_LENGTH
                                .matcher(text.substring(0, length.start()))
                                .find()
                        && RENEWED.matcher(text.substring(0, length.start())).find())
                .map(ValueMatch::value)
                .findFirst()
                .or(() -> named(text))
                .or(() -> withheld(text));
    }

    private static Optional<TypedValue> named(String text) {
        Matcher name = BY_NAME.matcher(text);
        if (!name.find()) {
            return Optional.empty();
        }
        TimeSpan.Unit unit = name.group("year") == null ? TimeSpan.Unit.MONTHS : TimeSpan.Unit.YEARS;
        return Optional.of(new TypedValue.Length(new TimeSpan(1, unit)));
    }

    private static Optional<TypedValue> withheld(String text) {
        return REDACTION.findAll(text).stream()
                .filter(marker -> text.substring(marker.end())
                        .toLowerCase(Locale.ROOT)
                        .matches("(?s)\\s*(?:renewal\\s+)?(?:terms?|periods?)\\b.*"))
                .map(ValueMatch::value)
                .findFirst();
    }
}
