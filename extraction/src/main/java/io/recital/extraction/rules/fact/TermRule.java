package io.recital.extraction.rules.fact;

import io.recital.extraction.rules.value.DurationParser;
import io.recital.extraction.rules.value.Redaction;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.extraction.rules.wording.Wording;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.FactType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds when the contract ends: stated, or computed from its start and its initial term, both cited. */
final class TermRule {
    private static final Pattern ENDS_ON = Pattern.compile(
            "\\b(?:until|through(?:\\s+and\\s+including)?|expir\\w+(?:\\s+date)?(?:\\s+(?:on|at|as\\s+of|is|shall\\s+be|midnight|of))*|end(?:s|ing)?(?:\\s+(?:on|at|as\\s+of))*|terminat\\w+\\s+on|conclud\\w+(?:\\s+on)?|terminat\\w+(?:\\s+automatically)?[\\w\\s]{0,20}\\s+on|up\\s+to|to|till|-|–|completion\\s+date[:\\s]+)"
                    + "(?:\\s*(?:and|including|midnight|on|the|close\\s+of\\s+business|11:59\\s*p\\.?m\\.?(?:\\s+[A-Z]\\w+)?(?:\\s+\\w+\\s+time)?|,|of|:))*\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TERM_OF = Pattern.compile(
            "\\b(?:term|period|duration|continu\\w*|remain\\w*|effect(?:ive)?|force|valid|binding|be|is|for|thereafter|year|extend|until|end(?:s|ing)?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_LENGTH = Pattern.compile(
            "\\b(?:renew\\w*|additional|successive|extend\\w*|extension|notice|prior|cure|within|after\\s+(?:the\\s+)?(?:termination|expiration)|following\\s+(?:the\\s+)?(?:termination|expiration)|surviv\\w*|breach|confidential\\w*|non-?compet\\w*|warrant\\w*|first(?!\\s+(?:written|above|set|date|stated|paid))|last|every|each|invoice)\\b[^,;]{0,60}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ANNIVERSARY = Pattern.compile(
            "\\b(?<nth>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d{1,2}(?:st|nd|rd|th))\\s*(?:\\(\\d{1,2}(?:st|nd|rd|th)?\\)\\s*)?anniversary",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_ANNIVERSARY = Pattern.compile("year\\s+anniversary", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN_END = Pattern.compile(
            "\\b(?:indefinite(?:ly)?|perpetual(?:ly)?|in\\s+perpetuity|(?:until|unless)\\s+(?:\\w+\\s+)?terminated\\s+(?:by|in\\s+accordance|as|pursuant|hereunder|under))",
            Pattern.CASE_INSENSITIVE);
    /** A day on which something begins is not the last one. */
    private static final Pattern BEGINS_ON = Pattern.compile(
            "\\b(?:takes?\\s+effect|commenc(?:es?|ing)|begin(?:s|ning)?|starts?|starting|effective|dated|(?:comes?|coming|enters?|entered)\\s+into(?:\\s+(?:force|effect))?|opens?)\\s+(?:as\\s+)?(?:(?:on|from|of|as\\s+of|as\\s+from|with\\s+effect\\s+from)\\s+)?(?:the\\s+)?$",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> NTH =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private final DurationParser durations = new DurationParser();
    private final FactReading contract;
    private final ContractDates dates;

    private TermRule(FactReading contract, ContractDates dates) {
        this.contract = contract;
        this.dates = dates;
    }

    /** The end of the contract, as the rules and another judge, if there is one, see it. */
    static List<Candidate> judge(FactReading contract, ContractDates dates, Optional<TermJudge> other) {
        TermRule rule = new TermRule(contract, dates);
        List<Candidate> found = rule.byWording();
        List<Candidate> judged = other.map(judge -> JointTerm.join(
                        contract,
                        found,
                        judge,
                        sentence -> rule.read(sentence, 0).stream().toList()))
                .orElse(found);
        boolean stated = judged.stream().anyMatch(candidate -> candidate.confidence() >= FactExtractor.STATED);
        return stated ? judged : rule.inPassing(judged);
    }

    /** Where no clause is about the term, what a sentence of the beginning tells of it. */
    private List<Candidate> inPassing(List<Candidate> doubtful) {
        List<Candidate> all = new ArrayList<>(doubtful);
        TermSpan.find(contract)
                .ifPresent(span -> span.last().ifPresent(last -> {
                    Wording.Sentence sentence = span.sentence();
                    all.removeIf(candidate -> candidate.content() instanceof ContractFact fact
                            && fact.value().equals(last.value()));
                    all.add(FactReading.fact(
                            FactType.EXPIRATION_DATE,
                            last.value(),
                            0.66,
                            contract.wording().cite(sentence.start(), sentence.end(), CitationRole.CLAUSE)));
                }));
        return all;
    }

    /** The likeliest sentence, and after it one other that may be meant. */
    private List<Candidate> byWording() {
        List<Candidate> found = new ArrayList<>();
        for (Wording.Sentence sentence : contract.sentences()) {
            double score = TermWording.score(sentence.text());
            if (score > 0) {
                read(sentence, Math.min(0.9, score + headed(sentence))).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparingDouble(Candidate::confidence).reversed());
        return IntStream.range(0, Math.min(2, found.size()))
                .mapToObj(i -> i == 0 ? found.get(i) : doubtful(found.get(i)))
                .toList();
    }

    private Optional<Candidate> read(Wording.Sentence sentence, double confidence) {
        return stated(sentence, confidence)
                .or(() -> computed(sentence, confidence))
                .or(() -> open(sentence, confidence))
                .or(() -> lastDay(sentence, Math.max(0, confidence - 0.08)));
    }

    private static Candidate doubtful(Candidate other) {
        return new Candidate(other.content(), other.citations(), Math.min(0.3, other.confidence() * 0.3));
    }

    private double headed(Wording.Sentence sentence) {
        int at = contract.wording().span(sentence.start(), sentence.start() + 1).start();
        String headings = contract.reading()
                .findClauseAt(at)
                .map(clause -> String.join(" ", clause.headingPath()))
                .orElse("");
        boolean term = (headings + " "
                        + sentence.text()
                                .substring(0, Math.min(60, sentence.text().length())))
                .matches("(?is).*\\b(?:term|duration|expiration)\\b.*");
        return term ? 0.12 : 0;
    }

    private Optional<Candidate> stated(Wording.Sentence sentence, double confidence) {
        for (ValueMatch date : contract.dates().findAll(sentence.text())) {
            String before = sentence.text().substring(0, date.start());
            if (ENDS_ON.matcher(before).find() && !before.matches("(?is).*\\b(?:renew|extend)\\w*[^.]{0,80}$")) {
                return Optional.of(FactReading.fact(
                        FactType.EXPIRATION_DATE,
                        date.value(),
                        confidence,
                        contract.wording().cite(sentence.start(), sentence.end(), CitationRole.CLAUSE)));
            }
        }
        return Optional.empty();
    }

    private Optional<Candidate> computed(Wording.Sentence sentence, double sure) {
        Optional<TypedValue> term = initialTerm(sentence.text());
        return term.map(length -> {
            Citation citation = contract.wording().cite(sentence.start(), sentence.end(), CitationRole.CLAUSE);
            List<Citation> citations = new ArrayList<>(List.of(citation));
            double confidence = sure;
            TypedValue value = length;
            Optional<ContractDates.Dated> start = ownStart(sentence).or(dates::start);
            boolean otherEvent = sentence.text()
                    .matches(
                            "(?is).*\\b(?:from|following|after|of|on)\\s+the\\s+(?!effective|commencement|date|execution|signing|signature|initial|anniversary|first|term|agreement)[\\w\\s-]{0,40}\\bdate\\b.*");
            if (length instanceof TypedValue.Length l && start.isPresent() && !otherEvent) {
                if (start.get().value() instanceof TypedValue.Day day) {
                    value = new TypedValue.Day(l.value().after(day.value()));
                    start.get().citations().stream()
                            .filter(c -> !c.equals(citation))
                            .forEach(citations::add);
                }
            } else {
                confidence = Math.max(0, confidence - 0.05);
            }
            return new Candidate(ContractFact.of(FactType.EXPIRATION_DATE, value), citations, confidence);
        });
    }

    /** A day that the sentence itself names as the term's beginning. */
    private Optional<ContractDates.Dated> ownStart(Wording.Sentence sentence) {
        return contract.dates().findAll(sentence.text()).stream()
                .filter(date -> sentence.text()
                        .substring(Math.max(0, date.start() - 50), date.start())
                        .matches("(?is).*\\b(?:commenc\\w*|begin\\w*|from|effective|start\\w*)\\b[^.]*"))
                .findFirst()
                .map(date -> new ContractDates.Dated(date.value(), List.of(), 0.8));
    }

    private Optional<TypedValue> initialTerm(String sentence) {
        for (ValueMatch length : durations.findAll(sentence)) {
            String before = sentence.substring(0, length.start());
            String near = before.substring(Math.max(0, before.length() - 160));
            boolean anniversary = YEAR_ANNIVERSARY
                    .matcher(sentence)
                    .region(Math.max(length.end() - 5, 0), sentence.length())
                    .find();
            if (longEnough(length.value())
                    && TERM_OF.matcher(near).find()
                    && (!OTHER_LENGTH.matcher(near).find() || anniversary)) {
                return Optional.of(length.value());
            }
        }
        Matcher anniversary = ANNIVERSARY.matcher(sentence);
        if (anniversary.find()
                && !OTHER_LENGTH
                        .matcher(sentence.substring(0, anniversary.start()))
                        .find()) {
            String nth = anniversary.group("nth").toLowerCase(java.util.Locale.ROOT);
            int years = NTH.contains(nth) ? NTH.indexOf(nth) + 1 : Integer.parseInt(nth.replaceAll("\\D", ""));
            return Optional.of(new TypedValue.Length(new TimeSpan(years, TimeSpan.Unit.YEARS)));
        }
        return Optional.empty();
    }

    private static boolean longEnough(TypedValue value) {
        if (value instanceof TypedValue.Length length) {
            TimeSpan span = length.value();
            return switch (span.unit()) {
                case MONTHS, QUARTERS, YEARS -> true;
                case WEEKS -> span.count() >= 8;
                case DAYS -> span.count() >= 60;
                default -> false;
            };
        }
        return true;
    }

    /** A day that stands at the end without the usual words before it, or one that is withheld. */
    private Optional<Candidate> lastDay(Wording.Sentence sentence, double confidence) {
        List<ValueMatch> all = contract.dates().findAll(sentence.text());
        List<ValueMatch> days = all.stream()
                .filter(day -> !BEGINS_ON
                        .matcher(sentence.text().substring(0, day.start()))
                        .find())
                .toList();
        if (days.isEmpty() && !all.isEmpty()) {
            return Optional.empty();
        }
        return (days.isEmpty() ? new Redaction().findAll(sentence.text()) : days)
                .stream()
                        .reduce((first, second) -> second)
                        .map(day -> FactReading.fact(
                                FactType.EXPIRATION_DATE,
                                day.value(),
                                confidence,
                                contract.wording().cite(sentence.start(), sentence.end(), CitationRole.CLAUSE)));
    }

    /** On an event, or not before somebody ends it. */
    private Optional<Candidate> open(Wording.Sentence sentence, double confidence) {
        boolean endless = OPEN_END.matcher(sentence.text()).find();
        Optional<String> event = TermWording.event(sentence.text());
        if (!endless && event.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(FactReading.fact(
                FactType.EXPIRATION_DATE,
                new TypedValue.Text(endless ? "no fixed end" : event.orElseThrow()),
                confidence,
                contract.wording().cite(sentence.start(), sentence.end(), CitationRole.CLAUSE)));
    }
}
