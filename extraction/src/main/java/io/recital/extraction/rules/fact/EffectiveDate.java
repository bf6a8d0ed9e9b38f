package io.recital.extraction.rules.fact;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.extraction.rules.wording.Wording;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the day from which a contract has effect: named beside a date of the opening words, stated in a clause, by
 * reference to the agreement date, or on an event such as the last signature, which is then its value.
 */
final class EffectiveDate {
    private static final int OPENING = 6_000;
    private static final int LONGEST = 1_200;
    private static final Pattern EFFECTIVE_AS_OF = Pattern.compile(
            "(?:\\beffective(?:\\s+date)?[\"”]?|\\bin(?:to)?\\s+(?:effect|force)|\\btakes?\\s+effect)(?:\\s*(?:shall|will|be|is|as|of|at|from|this|on|the|date|:|,|[\"”]))*\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SAYS_EFFECTIVE = Pattern.compile(
            "(?:\\beffective(?:\\s+date)?[\"”]?(?:\\s+of\\s+this\\s+(?:agreement|contract|amendment))?|\\bin(?:to)?\\s+(?:effect|force)|\\btakes?\\s+effect|commenc\\w+(?:\\s+date[\"”]?)?|\\bstart(?:s|ing)?(?:\\s+date[\"”]?)?|(?<!\\b(?:year|period|month|quarter|week)\\s)begin(?:s|ning)?)"
                    + "(?:\\s*(?:shall|will|be|is|means?|on|as|of|at|from|the|date|:|,|[\"”]))*\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern APPLIES = Pattern.compile(
            "\\b(?:(?:appl(?:y|ies)|valid|effective|in\\s+force|charged|performed|made|ordered)\\s+(?:to\\s+(?:\\w+\\s+){1,3})?(?:on\\s+and\\s+)?(?:(?:as\\s+)?from|as\\s+of)|with\\s+effect\\s+from|\\b(?:prices|rates|fees|charges)\\b[^.;]{0,80},\\s+from)\\s+(?:the\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final String PAPER =
            "(?:agreement|contract|amendment|addendum|lease|sow|statement\\s+of\\s+work|schedule|exhibit|order|franchise|appointment|licen[cs]e|engagement|concession)";
    private static final Pattern ABOUT_AGREEMENT = Pattern.compile(
            "\\b(?:this|the)\\s+(?:[\\w-]+\\s+){0,3}?(?:" + PAPER + "|term)\\b|effective\\s+date",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ABOUT_ITSELF = Pattern.compile(
            "(?:\\bthis\\s+(?:[\\w-]+\\s+){0,3}?" + PAPER + "\\b|(?:^|[\\n.)]\\s*)The\\s+" + PAPER
                    + "\\b|\\bterm\\b|(?:effective|commencement|start)\\s+date)[^.;]{0,80}$",
            Pattern.CASE_INSENSITIVE);
    /** A term told by both its ends: {@code This Agreement runs from 1 May 2024 to 30 April 2027}. */
    private static final Pattern RUNS_FROM = Pattern.compile(
            "\\b(?:th(?:is|e)\\s+(?:[\\w-]+\\s+){0,2}?" + PAPER
                    + "|(?:its|the)\\s+(?:initial\\s+)?(?:term|duration)|it)\\s+(?:(?:shall|will|is\\s+to)\\s+)?(?:runs?|lasts?|continues?|extends?|(?:is|be|remains?)\\s+(?:valid|binding|in\\s+(?:force|effect)|concluded))\\s+(?:for\\s+[^.;]{3,40}?,?\\s+)?from\\s+(?:the\\s+)?$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TO_THE_END =
            Pattern.compile("\\s*,?\\s*(?:to|until|till|through)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE_HEREOF = Pattern.compile(
            "\\b(?:effective\\s+date|(?:becomes?|be|is|are)\\s+effective|take\\s+effect|in(?:to)?\\s+(?:force|effect)|commenc\\w+|begins?)\\b[^.;]{0,120}?"
                    + "\\b(?<ref>(?:the\\s+)?(?:day\\s+and\\s+)?date\\s+(?:hereof|of\\s+this\\s+agreement|(?:first\\s+)?(?:above|hereinabove|herein)?\\s*(?:first\\s+)?(?:written|set\\s+forth|stated|mentioned)(?:\\s+(?:above|herein(?:above)?))?|first\\s+above\\s+written))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SAYS_ITSELF =
            Pattern.compile("\\b(?:becomes?|be|is)\\s+effective\\b", Pattern.CASE_INSENSITIVE);
    private static final String EVENT =
            "(?<event>(?:(?:the\\s+)?(?:date\\s+(?:of|on\\s+which|that|upon\\s+which|when)|later\\s+of|last\\s+(?:of|date\\s+of|signature)|latest|closing\\s+date|signing|signature|execution|completion|receipt|approval)|upon\\s+(?:the\\s+)?(?:\\w+\\s+){0,3}(?:execution|signature|signing|approval|receipt|completion|closing)|when\\s+(?:signed|executed|one|it|both|all|the)|after\\s+it\\s+is|on\\s+signature)\\b[^.;]{0,300})";
    private static final Pattern ON_EVENT = Pattern.compile(
            "(?:[\"“]?(?:effective|commencement)\\s+date[\"”]?[^.;]{0,60}?\\s(?:means?|shall\\s+(?:mean|be)|is|has\\s+the\\s+meaning\\s+of)"
                    + "|\\b(?:this|the)\\s+(?:[\\w-]+\\s+){0,3}?" + PAPER
                    + "\\b[^.;]{0,60}?\\b(?:becomes?|(?:be|is)\\s+(?:made\\s+)?|comes?\\s+into|enters?\\s+into|takes?)\\s*(?:effective|binding|effect|force)(?:\\s+and\\s+\\w+)?)\\s+(?:[\\w\\s,\"“”]{0,40}?\\b)?(?:on\\s+|as\\s+of\\s+|from\\s+)?"
                    + EVENT,
            Pattern.CASE_INSENSITIVE);

    private final FactReading contract;
    private final Optional<ContractDates.Dated> agreement;
    private final String text;
    private final List<ContractDates.Dated> found = new ArrayList<>();

    private EffectiveDate(FactReading contract, Optional<ContractDates.Dated> agreement) {
        this.contract = contract;
        this.agreement = agreement;
        this.text = contract.wording().text();
    }

    /** What the contract says of it, the likeliest first. */
    static List<ContractDates.Dated> list(FactReading contract, Optional<ContractDates.Dated> agreement) {
        EffectiveDate effective = new EffectiveDate(contract, agreement);
        effective.stated();
        if (effective.found.stream().noneMatch(date -> date.confidence() > 0.9)) {
            effective.inSentences();
        }
        boolean own = agreement.isEmpty() || contract.isAttachment() || contract.isMessage();
        if (effective.found.isEmpty() && own) {
            effective.appliesFrom();
        }
        if (effective.found.stream().noneMatch(date -> date.confidence() >= FactExtractor.STATED)) {
            effective.inPassing();
        }
        effective.asMade();
        effective.found.sort(
                Comparator.comparingDouble(ContractDates.Dated::confidence).reversed());
        return effective.found;
    }

    /** Beside a date: {@code as of May 1, 2020 (the “Effective Date”)}, {@code shall commence on May 1, 2020}. */
    private void stated() {
        boolean said = false;
        for (ValueMatch date : dates()) {
            String before = text.substring(Math.max(0, date.start() - 120), date.start());
            boolean opening = date.start() < contract.start() + OPENING;
            if (ContractDates.isNamedEffective(text, date)) {
                add(date.value(), 0.95, List.of(words(date)));
                return;
            }
            boolean other = AgreementDate.isOfAnother(before);
            if (!said
                    && RUNS_FROM.matcher(before).find()
                    && TO_THE_END
                            .matcher(text)
                            .region(date.end(), text.length())
                            .lookingAt()) {
                said = true;
                add(date.value(), 0.7, inSentence(date));
                continue;
            }
            if (!said
                    && !other
                    && SAYS_EFFECTIVE.matcher(before).find()
                    && (opening || ABOUT_AGREEMENT.matcher(before).find())) {
                boolean title = date.start() < contract.start() + 1_500
                        && EFFECTIVE_AS_OF.matcher(before).find();
                boolean about = ABOUT_ITSELF.matcher(before).find();
                add(date.value(), title ? 0.8 : about ? 0.55 : 0.35, title ? List.of(words(date)) : inSentence(date));
                said = about || title;
            }
        }
    }

    private List<ValueMatch> dates() {
        List<ValueMatch> dates = new ArrayList<>(contract.days());
        int end = Math.min(text.length(), contract.start() + OPENING / 2);
        dates.addAll(OpenDates.find(text, contract.start(), end, contract.days()));
        dates.sort(Comparator.comparingInt(ValueMatch::start));
        return dates;
    }

    private Citation words(ValueMatch date) {
        return contract.wording().cite(date.start(), date.end(), CitationRole.CLAUSE);
    }

    /** A clause that states the date says more than the date alone. */
    private List<Citation> inSentence(ValueMatch date) {
        return contract.sentences().stream()
                .filter(sentence -> sentence.start() <= date.start() && date.end() <= sentence.end())
                .filter(sentence -> sentence.text().length() <= LONGEST)
                .findFirst()
                .map(sentence -> List.of(cite(sentence), words(date)))
                .orElse(List.of(words(date)));
    }

    private Citation cite(Wording.Sentence sentence) {
        return contract.wording().cite(sentence.start(), sentence.end(), CitationRole.CLAUSE);
    }

    private static final Pattern HINT = Pattern.compile("effect|force|commenc|begins?\\b", Pattern.CASE_INSENSITIVE);

    private void inSentences() {
        boolean referred = false;
        boolean event = false;
        for (Wording.Sentence sentence : contract.sentences()) {
            if (sentence.text().length() > LONGEST
                    || !HINT.matcher(sentence.text()).find()
                    || !ABOUT_AGREEMENT.matcher(sentence.text()).find()) {
                continue;
            }
            if (!referred
                    && agreement.isPresent()
                    && DATE_HEREOF.matcher(sentence.text()).find()) {
                referred = true;
                List<Citation> citations = new ArrayList<>(List.of(cite(sentence)));
                citations.addAll(agreement.get().citations());
                boolean effective = SAYS_ITSELF.matcher(sentence.text()).find();
                add(agreement.get().value(), effective ? 0.42 : 0.3, citations);
                continue;
            }
            Matcher on = ON_EVENT.matcher(sentence.text());
            if (!event
                    && on.find()
                    && contract.dates().findAll(on.group("event")).isEmpty()) {
                event = true;
                add(
                        new TypedValue.Text(
                                on.group("event").replaceAll("\\s+", " ").strip()),
                        0.5,
                        List.of(cite(sentence)));
            }
        }
    }

    /** From when the terms of a schedule apply, which is no contract of its own and has no date of its own. */
    private void appliesFrom() {
        int end = Math.min(contract.start() + OPENING, text.length());
        contract.days().stream()
                .filter(date -> date.start() >= contract.start() && date.end() <= end)
                .filter(date -> APPLIES.matcher(text.substring(Math.max(0, date.start() - 100), date.start()))
                        .find())
                .findFirst()
                .ifPresent(date -> add(date.value(), 0.7, List.of(words(date))));
    }

    /** Where no clause is about the term, what a sentence of the beginning tells of it. */
    private void inPassing() {
        TermSpan.find(contract).ifPresent(span -> {
            int at = span.sentence().start();
            Citation day = contract.wording()
                    .cite(at + span.first().start(), at + span.first().end(), CitationRole.CLAUSE);
            double sure = span.last().isPresent() ? 0.68 : 0.62;
            add(span.first().value(), sure, List.of(cite(span.sentence()), day));
        });
    }

    /** Without other words a contract has effect from the day on which it is made. */
    private void asMade() {
        boolean stated = found.stream().anyMatch(date -> date.confidence() > 0.6);
        agreement
                .filter(date -> !stated)
                .ifPresent(date -> add(date.value(), found.isEmpty() ? 0.38 : 0.2, date.citations()));
    }

    private void add(TypedValue value, double confidence, List<Citation> citations) {
        found.add(new ContractDates.Dated(value, citations, confidence));
    }
}
