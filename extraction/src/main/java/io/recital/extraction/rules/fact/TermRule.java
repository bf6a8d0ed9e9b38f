package io.recital.extraction.rules.fact;

import io.recital.extraction.rules.value.DurationParser;
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

/** Finds when the contract ends: stated, or computed from its start and its initial term, both cited. */
final class TermRule implements FactRule {
    private static final Pattern ABOUT = Pattern.compile(
            "\\b(?:(?:this|the|said)\\s+(?:[\\w-]+\\s+){0,3}?(?:agreement|contract|lease|addendum|sow|statement\\s+of\\s+work|franchise|appointment|engagement|(?:work\\s+|purchase\\s+)?order|side\\s+letter|schedule|annex|exhibit|amendment)|^\\W*(?:\\([a-z\\d]\\)\\s*)?it\\s+(?:takes?|ends?|runs?|continues?|begins?)|(?:the|initial)\\s+[\"“]?(?:initial\\s+)?(?:contract\\s+)?term\\b|^\\W*(?:[\\d.]+\\s*)?(?:initial\\s+)?term\\b|expiration\\s+date|completion\\s+date)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STRONG = Pattern.compile(
            "\\bterm\\s+of\\s+(?:this|the)\\s+(?:[\\w-]+\\s+){0,3}?(?:agreement|contract|franchise|lease|license|appointment|engagement|addendum|promotion)\\b"
                    + "|\\b(?:this|the)\\s+(?:[\\w-]+\\s+){0,3}?(?:agreement|contract|lease|addendum|sow|statement\\s+of\\s+work|amendment|promotion|engagement|appointment|order|letter|schedule|annex)\\b[^.;]{0,160}?\\b"
                    + "(?:commences?|continues?|remains?|ends?\\s+on|runs?\\s+(?:from|until|for|to)|(?:be|is|become)\\s+(?:effective|valid|binding|in)|be\\s+for|takes?\\s+effect|expires?|comes?\\s+into"
                    + "|extends?\\s+(?:until|for|from)|terminates?\\s+(?:on|upon)|begins?|ha(?:s|ve)\\s+an?\\s+(?:initial\\s+)?(?:term|duration)|enters?\\s+into\\s+force)\\b"
                    + "|\\binitial\\s+term\\b|\\bthe\\s+[\"“]?(?:\\w+\\s+)?term[\"”]?\\s+(?:of\\s+\\w+\\s+\\w+\\s+)?(?:shall|will|is|commences|begins)\\b"
                    + "|^\\W*(?:\\([a-z\\d]\\)\\s*)?it\\s+(?:takes\\s+effect|ends|runs|continues|begins)\\b|^\\W*(?:[\\d.]+\\s*)?term\\b|expiration\\s+date[\"”]?\\s*(?:means|is|:|shall)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DURING = Pattern.compile(
            "^\\W*(?:\\([a-z]\\)\\s*)?(?:[\\d.]+\\s*)?(?:during|throughout|at\\s+(?:any|all)\\s+times?)\\b"
                    + "|\\b(?:during|throughout|over|each\\s+year\\s+of)\\s+(?:the\\s+)?(?:\\w+\\s+){0,2}term\\b|while\\s+this\\s+agreement",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RUNS = Pattern.compile(
            "\\b(?:initial\\s+term|term\\b|continu\\w*|remain\\w*|expir\\w*|(?:in|into)\\s+(?:full\\s+)?(?:force|effect)|effective|commenc\\w*|begin\\w*|ends?|valid|duration|takes?\\s+effect|runs?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS_ON = Pattern.compile(
            "\\b(?:until|through(?:\\s+and\\s+including)?|expir\\w+(?:\\s+date)?(?:\\s+(?:on|at|as\\s+of|is|shall\\s+be|midnight|of))*|end(?:s|ing)?(?:\\s+(?:on|at|as\\s+of))*|terminat\\w+\\s+on|conclud\\w+\\s+on|up\\s+to|to|till|-|–|completion\\s+date[:\\s]+)"
                    + "(?:\\s*(?:and|including|midnight|on|the|close\\s+of\\s+business|11:59\\s*p\\.?m\\.?(?:\\s+[A-Z]\\w+)?(?:\\s+\\w+\\s+time)?|,|of|:))*\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TERM_OF = Pattern.compile(
            "\\b(?:term|period|duration|continu\\w*|remain\\w*|effect(?:ive)?|force|valid|binding|be|is|for|thereafter|year|extend|until|end(?:s|ing)?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_LENGTH = Pattern.compile(
            "\\b(?:renew\\w*|additional|successive|extend\\w*|extension|notice|prior|cure|within|after\\s+(?:the\\s+)?(?:termination|expiration)|following\\s+(?:the\\s+)?(?:termination|expiration)|surviv\\w*|breach|confidential\\w*|non-?compet\\w*|warrant\\w*|first|last|every|each|invoice)\\b[^,;]{0,60}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ANNIVERSARY = Pattern.compile(
            "\\b(?<nth>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d{1,2}(?:st|nd|rd|th))\\s*(?:\\(\\d{1,2}(?:st|nd|rd|th)?\\)\\s*)?anniversary",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_ANNIVERSARY = Pattern.compile("year\\s+anniversary", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN_END = Pattern.compile(
            "\\b(?:indefinite(?:ly)?|perpetual(?:ly)?|in\\s+perpetuity|(?:until|unless)\\s+(?:\\w+\\s+)?terminated\\s+(?:by|in\\s+accordance|as|pursuant|hereunder|under))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RECITAL = Pattern.compile(
            "\\bwhereas\\b|surviv|confidential\\s+information\\s+(?:shall|for)|warranty\\s+period",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> NTH =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private final DurationParser durations = new DurationParser();

    @Override
    public List<Candidate> judge(FactReading contract) {
        ContractDates dates = ContractDates.of(contract);
        List<Candidate> found = new ArrayList<>();
        for (Wording.Sentence sentence : contract.sentences()) {
            boolean about = ABOUT.matcher(sentence.text()).find()
                    && RUNS.matcher(sentence.text()).find()
                    && STRONG.matcher(sentence.text()).find()
                    && !DURING.matcher(sentence.text()).find();
            if (about
                    && sentence.text().length() < 3_000
                    && !RECITAL.matcher(sentence.text()).find()) {
                stated(contract, sentence)
                        .or(() -> computed(contract, sentence, dates))
                        .or(() -> open(contract, sentence))
                        .ifPresent(found::add);
            }
        }
        return found.stream()
                .max(Comparator.comparingDouble(Candidate::confidence))
                .map(List::of)
                .orElse(List.of());
    }

    private static double headed(FactReading contract, Wording.Sentence sentence) {
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

    private Optional<Candidate> stated(FactReading contract, Wording.Sentence sentence) {
        for (ValueMatch date : contract.dates().findAll(sentence.text())) {
            String before = sentence.text().substring(0, date.start());
            if (ENDS_ON.matcher(before).find() && !before.matches("(?is).*\\b(?:renew|extend)\\w*[^.]{0,80}$")) {
                return Optional.of(FactReading.fact(
                        FactType.EXPIRATION_DATE,
                        date.value(),
                        0.75 + headed(contract, sentence),
                        contract.wording().cite(sentence.start(), sentence.end(), CitationRole.CLAUSE)));
            }
        }
        return Optional.empty();
    }

    private Optional<Candidate> computed(FactReading contract, Wording.Sentence sentence, ContractDates dates) {
        Optional<TypedValue> term = initialTerm(sentence.text());
        return term.map(length -> {
            Citation citation = contract.wording().cite(sentence.start(), sentence.end(), CitationRole.CLAUSE);
            List<Citation> citations = new ArrayList<>(List.of(citation));
            double confidence = 0.66 + headed(contract, sentence);
            TypedValue value = length;
            Optional<ContractDates.Dated> start = ownStart(contract, sentence).or(dates::start);
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
                confidence -= 0.15;
            }
            return new Candidate(ContractFact.of(FactType.EXPIRATION_DATE, value), citations, confidence);
        });
    }

    /** A day that the sentence itself names as the term's beginning. */
    private static Optional<ContractDates.Dated> ownStart(FactReading contract, Wording.Sentence sentence) {
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

    private static Optional<Candidate> open(FactReading contract, Wording.Sentence sentence) {
        boolean runs = sentence.text().matches("(?is).*\\b(?:continue|remain|effective|force|effect)\\b.*");
        if (!runs || !OPEN_END.matcher(sentence.text()).find()) {
            return Optional.empty();
        }
        double confidence = 0.4 + headed(contract, sentence);
        return Optional.of(FactReading.fact(
                FactType.EXPIRATION_DATE,
                new TypedValue.Text("no fixed end"),
                confidence,
                contract.wording().cite(sentence.start(), sentence.end(), CitationRole.CLAUSE)));
    }
}
