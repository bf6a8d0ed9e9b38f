package io.recital.extraction.rules.fact;

import io.recital.extraction.rules.value.DurationParser;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.extraction.rules.wording.Wording;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.FactType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds how the contract renews and with what notice a party prevents that or ends the contract at will. */
final class RenewalRule implements FactRule {
    private static final Pattern RENEWS = Pattern.compile(
            "\\b(?:renew(?:s|ed|al|als|able|ing)?|extend(?:s|ed)?|extension|prolong\\w*)\\b|\\b(?:continues?|carries\\s+on|goes\\s+on|runs(?:\\s+on)?|rolls\\s+(?:over|on)|remains?\\s+in\\s+(?:force|effect))\\s+(?:thereafter\\s+|then\\s+)?(?:for|from\\s+(?:year|month|quarter)\\s+to|(?:year|month)[\\s-]to[\\s-]|on\\s+an?\\s+(?:\\p{L}+ly|annual|month-to-month|year-to-year)\\s+basis)\\b?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTOMATIC = Pattern.compile(
            "\\bautomatic\\w*\\b|\\btacit\\w*\\b|\\b(?:renews|prolonged|extended|renewed|continues|carries\\s+on|goes\\s+on|runs\\s+on|rolls\\s+over)\\b[^.]{0,120}\\b(?:unless|if\\s+(?:it|the\\s+\\w+|this\\s+\\w+)\\s+is\\s+not|if\\s+(?:neither|no)|provided\\s+(?:that\\s+)?(?:neither|no))\\b|\\b(?:shall|will|is|are)\\s+(?:then\\s+|thereafter\\s+|be\\s+)*(?:renew(?:ed)?|continued?|(?:be\\s+)?extended|extend)\\b[^.]{0,200}\\b(?:unless|until)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OPTION = Pattern.compile(
            "\\b(?:may|option|right|entitled|elect\\w*)\\b[^.]{0,100}\\b(?:renew|extend)|\\b(?:renew|extend)\\w*[^.]{0,60}\\b(?:option|mutual|agreement\\s+of)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBJECT = Pattern.compile(
            "\\b(?:agreement|contract|term|hire|rental|lease|licen[cs]e|franchise|subscription|membership|arrangement|sow|engagement|terms|services?|supply|cover|statement\\s+of\\s+work|(?:work\\s+)?order)\\b"
                    + "|\\b(?:extend|renew)\\s+it\\b|\\bit\\s+(?:is|runs|continues|carries|goes|rolls|shall\\s+be|will\\s+be|renews|shall\\s+renew|will\\s+renew)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTICE = Pattern.compile(
            "\\b(?:notice|notif\\w+|advise\\w*|told|tells?|objects?|prior\\s+to|before)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern AHEAD = Pattern.compile(
            "\\G\\s*[’']?s?[’']?\\s*(?:(?:calendar|advance|prior|written|previous|a)\\s*|,\\s*|or\\s+more\\s+)*(?:notice|notification|prior|before|preceding|in\\s+advance|written|advance)",
            Pattern.CASE_INSENSITIVE);
    /** The first day on which a notice may be given, and not the last. */
    private static final Pattern NOT_BEFORE = Pattern.compile(
            "(?:\\bno(?:t)?\\s+(?:more|earlier|sooner)\\s+than|\\bat\\s+most)\\s*$", Pattern.CASE_INSENSITIVE);

    private static final Pattern TERMINATES =
            Pattern.compile("\\bterminat\\w+\\b|\\bcancel\\w*\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOR_CAUSE = Pattern.compile(
            "\\b(?:breach\\w*|default\\w*|cure\\w*|miss(?:es|ed)|remed\\w+|insolven\\w*|bankrupt\\w*|fail(?:s|ed|ure)?|non-?payment|force\\s+majeure|infring\\w*|violat\\w*|if\\s+the\\s+other)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RENEWAL_PERIOD = Pattern.compile(
            "\\b(?:for|of|to|by|additional|successive|further|subsequent|consecutive|an?|one|renewals?|year)\\b[\\s\\w,]{0,40}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEARLY =
            Pattern.compile("year[\\s-]to[\\s-]year|annual(?:ly)?\\b|yearly", Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTHLY =
            Pattern.compile("month[\\s-]to[\\s-]month|monthly\\s+basis", Pattern.CASE_INSENSITIVE);

    private final DurationParser durations = new DurationParser();

    @Override
    public List<Candidate> judge(FactReading contract) {
        List<Candidate> found = new ArrayList<>();
        List<Candidate> atWillNotices = new ArrayList<>();
        for (Wording.Sentence sentence : contract.sentences()) {
            String text = sentence.text();
            Matcher renews = RENEWS.matcher(text);
            boolean renewal = renews.find() && SUBJECT.matcher(text).find() && text.length() < 3_000;
            if (renewal) {
                renewal(contract, sentence, renews.start()).ifPresent(found::add);
            }
            boolean automatic = renewal
                    && (AUTOMATIC.matcher(text).find() || OPTION.matcher(text).find());
            boolean atWill = TERMINATES.matcher(text).find()
                    && !FOR_CAUSE.matcher(text).find()
                    && SUBJECT.matcher(text).find()
                    && text.matches(
                            "(?is).*\\b(?:either|any|each|both)\\s+part(?:y|ies)\\b.*|.*\\bmay\\b.*\\bterminate\\b.*|.*\\bright\\s+to\\s+terminate\\b.*");
            if (automatic || atWill) {
                notice(contract, sentence, automatic).ifPresent((automatic ? found : atWillNotices)::add);
            }
        }
        boolean renewalNotice = found.stream().anyMatch(RenewalRule::isNotice);
        if (!renewalNotice) {
            found.addAll(atWillNotices);
        }
        return found;
    }

    private static boolean isNotice(Candidate candidate) {
        return candidate.content() instanceof ContractFact fact && fact.fact() == FactType.NOTICE_PERIOD;
    }

    private Optional<Candidate> renewal(FactReading contract, Wording.Sentence sentence, int verb) {
        String text = sentence.text();
        boolean automatic = AUTOMATIC.matcher(text).find();
        boolean option = OPTION.matcher(text).find();
        if (!automatic && !option) {
            return Optional.empty();
        }
        Optional<TypedValue> period = period(text, verb);
        if (!automatic && period.isEmpty()) {
            return Optional.empty();
        }
        TypedValue value = period.orElse(new TypedValue.Text("automatic"));
        double confidence = (automatic ? 0.8 : 0.6) + (period.isPresent() ? 0.1 : -0.1);
        return Optional.of(FactReading.fact(
                FactType.RENEWAL,
                value,
                confidence,
                contract.wording().cite(sentence.start(), sentence.end(), CitationRole.CLAUSE)));
    }

    private Optional<TypedValue> period(String text, int verb) {
        for (ValueMatch length : durations.findAll(text)) {
            boolean after = length.start() > verb
                    || text.substring(length.end(), Math.min(text.length(), length.end() + 20))
                            .matches("(?is)\\s*renewal.*");
            boolean ahead =
                    AHEAD.matcher(text).region(length.end(), text.length()).lookingAt();
            boolean noticeBefore = text.substring(Math.max(0, length.start() - 60), length.start())
                    .matches(
                            "(?is).*\\b(?:at\\s+least|not?\\s+(?:less|later|fewer)\\s+than|within|upon|notice\\s+of)\\b[^,]*");
            if (after
                    && !ahead
                    && !noticeBefore
                    && RENEWAL_PERIOD.matcher(text.substring(0, length.start())).find()) {
                return Optional.of(length.value());
            }
        }
        if (YEARLY.matcher(text).find()) {
            return Optional.of(new TypedValue.Length(new TimeSpan(1, TimeSpan.Unit.YEARS)));
        }
        return MONTHLY.matcher(text).find()
                ? Optional.of(new TypedValue.Length(new TimeSpan(1, TimeSpan.Unit.MONTHS)))
                : Optional.empty();
    }

    private Optional<Candidate> notice(FactReading contract, Wording.Sentence sentence, boolean renewal) {
        String text = sentence.text();
        if (!NOTICE.matcher(text).find()) {
            return Optional.empty();
        }
        for (ValueMatch length : durations.findAll(text)) {
            boolean ahead =
                    AHEAD.matcher(text).region(length.end(), text.length()).lookingAt();
            String before = text.substring(Math.max(0, length.start() - 80), length.start());
            boolean atLeast = before.matches(
                    "(?is).*\\bnot(?:ice|if)\\w*\\b.*\\b(?:at\\s+least|less\\s+than|later\\s+than|fewer\\s+than|within|of)\\b.{0,30}");
            if ((ahead || (renewal && atLeast)) && !NOT_BEFORE.matcher(before).find()) {
                double confidence = 0.65 + (renewal ? 0.15 : 0) + (ahead ? 0.1 : 0);
                return Optional.of(FactReading.fact(
                        FactType.NOTICE_PERIOD,
                        length.value(),
                        confidence,
                        contract.wording().cite(sentence.start(), sentence.end(), CitationRole.CLAUSE)));
            }
        }
        return Optional.empty();
    }
}
