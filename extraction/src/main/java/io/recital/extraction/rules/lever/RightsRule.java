package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Termination for convenience, renewal, audit. */
final class RightsRule implements LeverRule {
    private static final String PARTY =
            "(?<holder>(?:[Ee]ither|[Ee]ach|[Aa]ny|[Bb]oth|EITHER|EACH)\\s+(?:of\\s+the\\s+)?[Pp](?:arty|arties|ARTY)|(?:[Tt]he\\s+)?[A-Z][\\w-]*(?:\\s[A-Z][\\w-]*){0,2}?)";
    private static final Pattern TERMINATES = Pattern.compile(
            "\\b(?:may|shall\\s+have\\s+the\\s+right\\s+to|has\\s+the\\s+right\\s+to|right\\s+to|entitled\\s+to|can|be)\\b[^.;]{0,80}\\b(?:terminate|cancel|terminated|cancelled|canceled|(?:end|stop|discontinue)(?=\\s+(?:this|the|any|it|its|our|your|their|all)\\b))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONVENIENCE = Pattern.compile(
            "\\bfor\\s+(?:its\\s+|their\\s+)?convenience\\b|\\bwithout\\s+cause\\b|\\bfor\\s+any\\s+(?:or\\s+no\\s+)?reason\\b|\\bfor\\s+no\\s+reason\\b|\\bwith\\s+or\\s+without\\s+cause\\b|\\bat\\s+any\\s+time\\b|\\bin\\s+its\\s+sole\\s+discretion\\b|\\bat\\s+its\\s+(?:sole\\s+)?(?:option|discretion)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FOR_CAUSE = Pattern.compile(
            "\\b(?:breach\\w*|default\\w*|cure[ds]?|remed\\w+|insolven\\w*|bankrupt\\w*|fail(?:s|ed|ure)?|non-?payment|force\\s+majeure|infring\\w*|violat\\w*|change\\s+of\\s+control|(?:in\\s+the\\s+)?event\\s+(?:that|of|an?|the)|in\\s+the\\s+event|continues\\s+for|triggering|\\bif\\b)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EXPRESS = Pattern.compile(
            "\\bfor\\s+(?:its\\s+|their\\s+)?convenience\\b|\\bwithout\\s+cause\\b|\\bno\\s+reason\\b|\\bany\\s+reason\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOLE = Pattern.compile(
            "\\b(?:agreement|contract|lease|sow|statement\\s+of\\s+work|license|services?|support|work|order|term|part)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTICE = Pattern.compile("\\bnotice\\b|\\bnotif\\w+", Pattern.CASE_INSENSITIVE);
    private static final Pattern TERMINATOR = Pattern.compile(
            "\\b" + PARTY
                    + "(?:\\s+(?:or|and)\\s+its\\s+[\\w\\s]{3,40}?)?,?\\s+(?:may|shall\\s+(?:also\\s+)?have|has|reserves|can|is\\s+entitled|will\\s+have)\\b");
    private static final Pattern RENEWS = Pattern.compile(
            "\\b(?:may|shall|will|is|are)\\s+(?:be\\s+)?(?:automatically\\s+)?(?:extend|renew)(?:ed|s)?\\s+(?:it|automatically|for)\\b|\\b(?:agreement|contract|term|lease|license)\\b[^.;]{0,160}\\b(?:automatically\\s+)?(?:renew\\w*|extend\\w*|extension)\\b|\\b(?:renew|extend)\\w*\\b[^.;]{0,80}\\b(?:agreement|contract|term|lease)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_RENEWAL = Pattern.compile(
            "\\b(?:certificat\\w+|insurance|polic(?:y|ies)|visa|permit|registration|warrant\\w*|deadline|due\\s+date|delivery\\s+date)\\b[^.;]{0,200}\\b(?:renew|exten)\\w*|\\b(?:renew|exten)\\w*\\b[^.;]{0,30}\\b(?:certificat\\w+|insurance|polic(?:y|ies)|permit|deadline|due\\s+date)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RENEWAL_RIGHT =
            Pattern.compile("\\b(?:automatic\\w*|may|option|right|unless|shall|will)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PERIOD_BEFORE = Pattern.compile(
            "\\b(?:for|by|additional|successive|further|consecutive|of|to|an?)\\b[\\s\\w,(]{0,30}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTICE_AFTER = Pattern.compile(
            "^\\s*['’]?s?\\s*(?:\\w+,?\\s+){0,3}(?:notice|prior|before|advance)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTICE_BEFORE =
            Pattern.compile("\\bnot(?:ice|if\\w+)\\b[^.;]{0,60}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BY_AUTHORITY = Pattern.compile(
            "\\b(?:governmental|regulatory|government)\\s+(?:authorit\\w+|agenc\\w+|bod\\w+)|\\bWHEREAS\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AUDITS = Pattern.compile(
            "\\b(?:may|right|entitled|shall\\s+(?:permit|allow|have)|will\\s+(?:permit|allow|have)|permit\\w*|allow\\w*)\\b(?:[^.;]|\\.(?=\\d)){0,200}\\b(?:audit\\w*|inspect\\w*|examin\\w+)\\b[^.;]{0,160}\\b(?:books?|records|accounts?|accounting|compliance|facilit\\w+|invoices|premises|reports)\\b|\\b(?:books|records|accounts)\\b[^.;]{0,160}\\b(?:subject\\s+to|available\\s+for|open\\s+(?:to|for))\\b[^.;]{0,40}\\b(?:audit|inspection|examination)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOOKS = Pattern.compile(
            "\\bmay\\b[^.;]{0,100}\\b(?:look\\s+at|check|inspect|examine|audit|review)\\b[^.;]{0,100}\\bnotice\\b|\\bmay\\b[^.;]{0,100}\\bnotice\\b[^.;]{0,100}\\b(?:look\\s+at|check|inspect|examine|audit)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RECORDS =
            Pattern.compile("\\b(?:records?|books|accounts|timesheets|audits?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNDERPAID = Pattern.compile(
            "\\b(?:understat\\w+|underpa\\w+|discrepanc\\w+|shortfall|overcharg\\w+|error|deficien\\w+)\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        List<Candidate> found = new ArrayList<>();
        if (sentence.says(TERMINATES) && sentence.says(WHOLE)) {
            termination(sentence).ifPresent(found::add);
        }
        if (sentence.says(RENEWS)
                && sentence.says(RENEWAL_RIGHT)
                && !sentence.says(OTHER_RENEWAL)
                && sentence.text().length() < 2_500) {
            renewal(sentence).ifPresent(found::add);
        }
        boolean audits = sentence.says(AUDITS)
                || (sentence.says(LOOKS) && (sentence.headed(RECORDS) || sentence.follows(RECORDS)));
        if (audits && !sentence.says(BY_AUTHORITY)) {
            found.add(audit(sentence));
        }
        return found;
    }

    private static Optional<Candidate> termination(LeverSentence sentence) {
        String text = sentence.text();
        boolean express = sentence.says(EXPRESS);
        boolean cause = sentence.says(FOR_CAUSE);
        Optional<ValueMatch> notice = noticeOf(text);
        boolean atWill = !cause && notice.isPresent() && sentence.says(NOTICE);
        if (!express
                && (!atWill || text.matches("(?is).*\\b(?:upon|after|following)\\s+(?:the\\s+)?occurrence\\b.*"))) {
            return Optional.empty();
        }
        List<LeverParameter> parameters = new ArrayList<>();
        sentence.holder(TERMINATOR).ifPresent(parameters::add);
        if (sentence.says(NOTICE)) {
            Values.add(parameters, Name.PERIOD, notice);
        }
        double confidence = (express ? 0.85 : sentence.says(CONVENIENCE) ? 0.8 : 0.66) - (express && cause ? 0.1 : 0);
        return Optional.of(sentence.lever(LeverType.TERMINATION_FOR_CONVENIENCE, confidence, parameters));
    }

    /** The length of time that is a notice's. */
    private static Optional<ValueMatch> noticeOf(String text) {
        return Values.DURATIONS.findAll(text).stream()
                .filter(length ->
                        NOTICE_AFTER.matcher(text.substring(length.end())).find()
                                || NOTICE_BEFORE
                                        .matcher(text.substring(0, length.start()))
                                        .find())
                .findFirst();
    }

    private static Optional<Candidate> renewal(LeverSentence sentence) {
        String text = sentence.text();
        List<LeverParameter> parameters = new ArrayList<>();
        for (ValueMatch length : Values.DURATIONS.findAll(text)) {
            boolean ahead = NOTICE_AFTER.matcher(text.substring(length.end())).find();
            boolean renewed =
                    PERIOD_BEFORE.matcher(text.substring(0, length.start())).find()
                            && text.substring(0, length.start())
                                    .matches("(?is).*\\b(?:renew|extend|extension|additional|successive).*");
            boolean taken = parameters.stream().anyMatch(parameter -> parameter.name() == Name.PERIOD);
            if (!ahead && renewed && !taken) {
                parameters.add(parameter(Name.PERIOD, length.value()));
            }
        }
        if (parameters.isEmpty()) {
            return Optional.empty();
        }
        Values.DURATIONS.findAll(text).stream()
                .filter(length ->
                        NOTICE_AFTER.matcher(text.substring(length.end())).find())
                .findFirst()
                .ifPresent(length -> parameters.add(parameter(Name.PERIOD, length.value())));
        boolean automatic = text.matches("(?is).*\\bautomatic.*");
        parameters.add(parameter(Name.BASE, automatic ? "automatic" : "at option or by agreement"));
        if (!automatic) {
            sentence.holder(TERMINATOR).ifPresent(parameters::add);
        }
        return Optional.of(sentence.lever(LeverType.RENEWAL, automatic ? 0.88 : 0.7, parameters));
    }

    private static Candidate audit(LeverSentence sentence) {
        List<LeverParameter> parameters = new ArrayList<>();
        sentence.holder(TERMINATOR).ifPresent(parameters::add);
        if (sentence.says(NOTICE)) {
            Values.add(parameters, Name.PERIOD, noticeOf(sentence.text()));
        }
        Values.frequency(sentence.text()).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        if (sentence.says(UNDERPAID)) {
            Values.add(parameters, Name.RATE, Values.PERCENTS.findFirst(sentence.text()));
        }
        boolean named = sentence.text().matches("(?is).*\\baudit.*");
        return sentence.lever(LeverType.AUDIT, named ? 0.85 : 0.7, parameters);
    }
}
