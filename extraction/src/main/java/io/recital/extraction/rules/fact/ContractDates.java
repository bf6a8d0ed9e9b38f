package io.recital.extraction.rules.fact;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.extraction.rules.wording.Wording;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a contract was made and when it takes effect, each with the words it rests on.
 *
 * @param agreement the agreement date
 * @param effective the effective date, where the contract states one of its own or by reference to the agreement date
 */
record ContractDates(Optional<Dated> agreement, Optional<Dated> effective) {
    private static final int OPENING = 6_000;
    private static final String DAY_OF =
            "(?:\\s*(?:as\\s+of|effective(?:\\s+as)?(?:\\s+of)?|on|this|the|is|at|date|,|:|-|–|\\(|and|between|in\\s+\\w+(?:,\\s*\\w+)?\\s+on)){0,6}\\s*$";
    private static final Pattern STRONG = Pattern.compile(
            "\\b(?:dated|made|entered(?:\\s+into)?|executed|concluded|signed|agreement\\s+date|date\\s+of\\s+(?:this\\s+)?agreement|contract\\s+date)"
                    + "(?:\\s+(?:and\\s+(?:entered(?:\\s+into)?|executed|made|delivered|is\\s+effective|effective|dated)|into|in\\s+[A-Z]\\w+|to\\s+be\\s+effective|by\\s+and\\s+between))*"
                    + DAY_OF,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WEAK = Pattern.compile(
            "\\b(?:as\\s+of|effective(?:\\s+as\\s+of)?|dated?:?|this|on)\\s+(?:the\\s+)?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_AGREEMENT = Pattern.compile(
            "(?:certain|prior|previous|original|existing|other|such|that|amended\\s+by)\\b[^.\"“]{0,120}$"
                    + "|\\b(?:under|to|of|amends?|amending|supplements?|supplementing)\\s+(?:the|an?|our|your)\\s+(?:[\\w-]+\\s+){0,6}(?:agreement|contract|deed|lease|order)(?:(?!\\b(?:is|are|was|has|have|this)\\b)[^.;]){0,120}?\\s(?:dated|entered\\s+into|effective)(?:\\s+(?:as\\s+of|on|and|the|effective|dated))*\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LETTER_DATE =
            Pattern.compile("(?m)^\\h*\\p{Lu}[\\p{L}.-]{2,20}(?: \\p{Lu}[\\p{L}.-]+){0,3},\\h+(?:the\\h+|den\\h+)?$");
    private static final Pattern SENT =
            Pattern.compile("(?m)^(?:Date|Sent):\\h*(?:\\p{L}{3,9},\\h*)?(?<day>\\d{1,2} \\p{L}{3,9} \\d{4})");
    private static final Pattern AGREES = Pattern.compile(
            "(?i)^(?!.*\\b(?:notice|report|statement|invoice)\\b).*\\b(?:agreement|contract|amendment|change\\s+(?:note|order)|order|side\\s+letter|addendum)\\b");
    private static final Pattern NAMES_EFFECTIVE = Pattern.compile(
            "\\G[\\s,]*(?:[^().;]{0,20})?\\((?:[^()]{0,60})?[\"“'‘]?\\s*(?:the\\s+)?[\"“]?(?:Effective|Commencement|Start)\\s+Date",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SAYS_EFFECTIVE = Pattern.compile(
            "(?:\\beffective(?:\\s+date)?[\"”]?(?:\\s+of\\s+this\\s+(?:agreement|contract|amendment))?|\\bin(?:to)?\\s+(?:effect|force)|\\btakes?\\s+effect|commenc\\w+(?:\\s+date[\"”]?)?|\\bstart(?:s|ing)?(?:\\s+date[\"”]?)?|(?<!\\b(?:year|period|month|quarter|week)\\s)begin(?:s|ning)?)"
                    + "(?:\\s*(?:shall|will|be|is|means?|on|as|of|at|from|the|date|:|,|[\"”]))*\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern APPLIES = Pattern.compile(
            "\\b(?:(?:appl(?:y|ies)|valid|effective|in\\s+force|charged|performed|made|ordered)\\s+(?:to\\s+(?:\\w+\\s+){1,3})?(?:on\\s+and\\s+)?(?:(?:as\\s+)?from|as\\s+of)|with\\s+effect\\s+from|\\b(?:prices|rates|fees|charges)\\b[^.;]{0,80},\\s+from)\\s+(?:the\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ABOUT_AGREEMENT = Pattern.compile(
            "\\b(?:this|the)\\s+(?:[\\w-]+\\s+){0,3}?(?:agreement|contract|amendment|addendum|term|lease|sow|statement\\s+of\\s+work|schedule|exhibit|order)\\b|effective\\s+date",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE_HEREOF = Pattern.compile(
            "\\b(?:effective\\s+date|(?:becomes?|be|is|are)\\s+effective|take\\s+effect|in(?:to)?\\s+(?:force|effect)|commenc\\w+)\\b[^.;]{0,120}?"
                    + "\\b(?<ref>(?:the\\s+)?(?:day\\s+and\\s+)?date\\s+(?:hereof|of\\s+this\\s+agreement|(?:first\\s+)?(?:above|hereinabove|herein)?\\s*(?:first\\s+)?(?:written|set\\s+forth|stated|mentioned)(?:\\s+(?:above|herein(?:above)?))?|first\\s+above\\s+written))",
            Pattern.CASE_INSENSITIVE);

    /** A day (or why it is not known) with its citations, the most telling first. */
    record Dated(TypedValue value, List<Citation> citations, double confidence) {}

    static ContractDates of(FactReading contract) {
        Optional<Dated> agreement = agreementDate(contract);
        Optional<Dated> effective = statedEffective(contract)
                .or(() -> byReference(contract, agreement))
                .or(() -> agreement.isEmpty() || contract.isAttachment() || contract.isMessage()
                        ? appliesFrom(contract)
                        : Optional.empty());
        return new ContractDates(agreement, effective);
    }

    /** The day from which terms run. */
    Optional<Dated> start() {
        return effective.or(() -> agreement);
    }

    private static Optional<Dated> agreementDate(FactReading contract) {
        if (contract.isMessage()) {
            return sent(contract);
        }
        Optional<Dated> found = agreementDate(contract, contract.start());
        return found.isPresent() || contract.start() == 0 ? found : agreementDate(contract, 0);
    }

    private static Optional<Dated> agreementDate(FactReading contract, int start) {
        String text = contract.wording().text();
        String opening = text.substring(0, Math.min(start + OPENING, text.length()));
        List<Dated> weak = new ArrayList<>();
        for (ValueMatch date : contract.days()) {
            if (date.start() < start || date.end() > opening.length()) {
                continue;
            }
            String before = opening.substring(Math.max(start, date.start() - 160), date.start());
            if (!contract.isAttachment() && OTHER_AGREEMENT.matcher(before).find()) {
                continue;
            }
            Citation citation = contract.wording().cite(date.start(), date.end(), CitationRole.CLAUSE);
            if (STRONG.matcher(before).find()) {
                return Optional.of(new Dated(date.value(), List.of(citation), 0.92));
            }
            boolean named = NAMES_EFFECTIVE
                    .matcher(opening)
                    .region(date.end(), opening.length())
                    .lookingAt();
            if (WEAK.matcher(before).find()
                    || named
                    || before.isBlank()
                    || standsAlone(opening, date)
                    || LETTER_DATE.matcher(before).find()) {
                weak.add(new Dated(date.value(), List.of(citation), named ? 0.75 : 0.6));
            }
        }
        return weak.stream().findFirst();
    }

    /** An e-mail that agrees something is dated by the day on which it was sent; a notice or a report agrees nothing. */
    private static Optional<Dated> sent(FactReading contract) {
        Matcher header = SENT.matcher(contract.wording().text());
        boolean agrees = AGREES.matcher(contract.titleWords()).find();
        if (!agrees || !header.find()) {
            return Optional.empty();
        }
        return contract.dates().findAll(header.group("day")).stream()
                .findFirst()
                .map(day -> new Dated(
                        day.value(),
                        List.of(contract.wording().cite(header.start("day"), header.end("day"), CitationRole.CLAUSE)),
                        0.7));
    }

    private static boolean standsAlone(String text, ValueMatch date) {
        int line = text.lastIndexOf('\n', date.start()) + 1;
        int end = text.indexOf('\n', date.end());
        return text.substring(line, date.start()).isBlank()
                && text.substring(date.end(), end < 0 ? text.length() : end).isBlank();
    }

    private static Optional<Dated> statedEffective(FactReading contract) {
        String text = contract.wording().text();
        Optional<Dated> stated = Optional.empty();
        for (ValueMatch date : contract.days()) {
            boolean named = NAMES_EFFECTIVE
                    .matcher(text)
                    .region(date.end(), text.length())
                    .lookingAt();
            String before = text.substring(Math.max(0, date.start() - 120), date.start());
            boolean said = SAYS_EFFECTIVE.matcher(before).find()
                    && (ABOUT_AGREEMENT.matcher(before).find() || date.start() < contract.start() + OPENING)
                    && !OTHER_AGREEMENT.matcher(before).find();
            if (named || (said && stated.isEmpty())) {
                Citation citation = contract.wording().cite(date.start(), date.end(), CitationRole.CLAUSE);
                Dated found = new Dated(date.value(), List.of(citation), named ? 0.95 : 0.75);
                if (named) {
                    return Optional.of(found);
                }
                stated = Optional.of(found);
            }
        }
        return stated;
    }

    /** From when the terms of a schedule apply, which is no contract of its own and has no date of its own. */
    private static Optional<Dated> appliesFrom(FactReading contract) {
        String text = contract.wording().text();
        int end = Math.min(contract.start() + OPENING, text.length());
        return contract.days().stream()
                .filter(date -> date.start() >= contract.start() && date.end() <= end)
                .filter(date -> APPLIES.matcher(text.substring(Math.max(0, date.start() - 100), date.start()))
                        .find())
                .findFirst()
                .map(date -> new Dated(
                        date.value(),
                        List.of(contract.wording().cite(date.start(), date.end(), CitationRole.CLAUSE)),
                        0.7));
    }

    private static Optional<Dated> byReference(FactReading contract, Optional<Dated> agreement) {
        if (agreement.isEmpty()) {
            return Optional.empty();
        }
        for (Wording.Sentence sentence : contract.sentences()) {
            Matcher reference = DATE_HEREOF.matcher(sentence.text());
            if (reference.find() && ABOUT_AGREEMENT.matcher(sentence.text()).find()) {
                List<Citation> citations = new ArrayList<>();
                citations.add(contract.wording().cite(sentence.start(), sentence.end(), CitationRole.CLAUSE));
                citations.addAll(agreement.get().citations());
                return Optional.of(new Dated(agreement.get().value(), citations, 0.8));
            }
        }
        return Optional.empty();
    }
}
