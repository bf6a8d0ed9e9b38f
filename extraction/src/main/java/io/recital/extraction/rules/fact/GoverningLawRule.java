package io.recital.extraction.rules.fact;

import io.recital.extraction.rules.value.Redaction;
import io.recital.extraction.rules.wording.Wording;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.FactType;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the sentence that chooses the law and names whose law it is. */
final class GoverningLawRule implements FactRule {
    private static final Pattern CHOICE = Pattern.compile(
            "\\b(?:govern(?:ed|ing)?|constru(?:ed|ction)|interpret(?:ed|ation)|enforced|subject\\s+to|applicable\\s+law)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final String PLACE =
            "(?<place#>(?:(?:the\\s+)?(?:State|Commonwealth|Province|Republic|Kingdom|Federal\\s+Republic|District"
                    + "|People['’]s\\s+Republic|Territory|Emirate)\\s+of\\s+(?:the\\s+)?)?(?:the\\s+)?[A-Z][\\p{L}.'’-]*(?:(?:\\s+|\\s+of\\s+|\\s+and\\s+(?=Wales|Tobago)|\\s+of\\s+the\\s+)[A-Z][\\p{L}.'’-]*){0,5})";
    private static final Pattern LAWS_OF = Pattern.compile(
            "\\b(?i:laws?(?:\\s*\\([^)]{1,80}\\))?(?:\\s*,?\\s*(?:statutes|rules|regulations|both\\s+substantive[^,]{0,30}|without[^,]{0,60},|and[\\w\\s]{0,30}))?\\s*,?\\s+"
                    + "(?:of|in(?:\\s+force\\s+in)?|applicable\\s+(?:in|within)|from\\s+time\\s+to\\s+time\\s+in\\s+force\\s+in|in\\s+effect\\s+in|prevailing\\s+in)"
                    + "(?:\\s+and\\s+(?:in|applicable\\s+in))?\\s+(?:the\\s+|and\\s+(?:judicial\\s+decisions|in)\\s+of\\s+the\\s+)?(?:courts?\\s+of\\s+)?(?:(?:state|commonwealth|province|laws\\s+of\\s+the\\s+state)\\s+of\\s+)?)"
                    + "(?:" + PLACE.replace("#", "1") + "|(?<redacted>" + "[\\[(]\\s*(?:\\*\\s*)+[\\])]|\\[●\\]|\\*{3,}"
                    + "))|"
                    + "(?i:(?:by|under|with|to|per)\\s+(?:the\\s+)?(?:substantive\\s+|internal\\s+)?)"
                    + PLACE.replace("#", "2") + "\\s+(?:(?:S|s)tate\\s+|state\\s+)?[Ll]aws?\\b");
    /** A sentence that says nothing else: {@code Ontario law governs}, {@code The law of England applies}. */
    private static final Pattern SHORT = Pattern.compile(
            "^\\W*(?:\\d[\\d.]*\\W*\\s+)?(?:(?i:(?:governing\\s+)?law)\\s*[.:]\\s*)?(?:(?i:the\\s+laws?\\s+of\\s+)"
                    + PLACE.replace("#", "1")
                    + "|" + PLACE.replace("#", "2")
                    + "\\s+[Ll]aw)\\s+(?i:(?:shall\\s+)?(?:appl(?:y|ies)|governs?|controls?)|(?:is|shall\\s+be)\\s+applicable)\\b[^.]{0,160}\\.?\\s*$");

    private static final Pattern NOT_LAW = Pattern.compile(
            "^(?:this|such|any|applicable|the|that|its|which|federal|state|section|article|conflicts?|agreement|contract|act|law|party|parties|u\\.s|bankruptcy|securities)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern WHOLE = Pattern.compile(
            "\\b(?:this|the|these)\\s+(?:[\\w-]+\\s+){0,4}?(?:agreement|contract|terms|amendment|lease|licen[cs]e|addendum|sow|deed|guarantee|undertaking|variation)\\b|validity|performance\\s+hereof|hereunder|^\\W*(?:[\\d.()]+\\s*)?It\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADING = Pattern.compile(
            "governing\\s+law|applicable\\s+law|choice\\s+of\\s+law|\\blaw\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEAD = Pattern.compile(
            "^(?:\\s*(?:(?:section|article)\\s+)?[\\d.]+\\s*)?(?:\\([a-z]\\)\\s*)?(?i:(?:governing|applicable|choice\\s+of)\\s+laws?(?:[\\w\\s;,&/-]{0,60})?)\\s*[.:–—-]\\s*(?=[A-Z])");

    @Override
    public List<Candidate> judge(FactReading contract) {
        List<Candidate> found = new ArrayList<>();
        for (Wording.Sentence sentence : contract.sentences()) {
            Matcher choice = CHOICE.matcher(sentence.text());
            Optional<Candidate> alone = alone(contract, sentence);
            if (alone.isPresent()) {
                found.add(alone.get());
            } else if (choice.find()) {
                candidate(contract, sentence, choice.start()).ifPresent(found::add);
            }
        }
        found.sort((a, b) -> Double.compare(b.confidence(), a.confidence()));
        return found.size() > 2 ? List.copyOf(found.subList(0, 2)) : found;
    }

    private static Optional<Candidate> alone(FactReading contract, Wording.Sentence sentence) {
        Matcher law = SHORT.matcher(sentence.text());
        if (!law.find()) {
            return Optional.empty();
        }
        String place = law.group("place1") == null ? law.group("place2") : law.group("place1");
        return named(place)
                .map(value -> FactReading.fact(
                        FactType.GOVERNING_LAW,
                        value,
                        0.85,
                        contract.wording().cite(sentence.start(), sentence.end(), CitationRole.CLAUSE)));
    }

    private static Optional<Candidate> candidate(FactReading contract, Wording.Sentence sentence, int choice) {
        Matcher law = LAWS_OF.matcher(sentence.text());
        while (law.find()) {
            Optional<TypedValue> value = valueOf(law);
            if (value.isPresent() && (law.start() > choice || law.start() < 60)) {
                boolean whole = WHOLE.matcher(sentence.text()).find();
                boolean headed = contract.reading()
                        .findClauseAt(contract.wording()
                                .span(sentence.start(), sentence.start() + 1)
                                .start())
                        .map(clause -> HEADING.matcher(String.join(" ", clause.headingPath()))
                                .find())
                        .orElse(false);
                boolean strong = sentence.text()
                                .substring(0, law.start())
                                .matches("(?is).*\\b(?:(?:govern|constru|interpret)\\w*|subject)\\b.*")
                        || sentence.text()
                                .substring(law.end())
                                .matches(
                                        "(?is)\\s*(?:shall\\s+|will\\s+)?(?:govern|control|appl(?:y|ies)\\s+to)s?\\b.*");
                if ((!whole && !headed) || !strong) {
                    return Optional.empty();
                }
                double confidence = 0.6 + (whole ? 0.2 : 0) + (headed ? 0.15 : 0.05);
                Matcher lead = LEAD.matcher(sentence.text());
                int start = sentence.start() + (lead.find() ? lead.end() : 0);
                return Optional.of(FactReading.fact(
                        FactType.GOVERNING_LAW,
                        value.get(),
                        confidence,
                        contract.wording().cite(start, sentence.end(), CitationRole.CLAUSE)));
            }
        }
        return Optional.empty();
    }

    private static Optional<TypedValue> valueOf(Matcher law) {
        if (law.group("redacted") != null) {
            return new Redaction().findFirst(law.group("redacted")).map(match -> match.value());
        }
        return named(law.group("place1") == null ? law.group("place2") : law.group("place1"));
    }

    private static Optional<TypedValue> named(String place) {
        String name = place.replaceAll("\\s+", " ")
                .replaceFirst("^(?:the )?(?:State|Commonwealth|Province) of (?:the )?", "")
                .replaceFirst("^the ", "")
                .replaceFirst("[.,'’]+$", "")
                .replaceFirst("^English$", "England")
                .replaceFirst(" (?:Without|Applicable|As|And|State)$", "");
        return name.length() < 3 || NOT_LAW.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(new TypedValue.Text(capitalised(name)));
    }

    private static String capitalised(String name) {
        if (!name.equals(name.toUpperCase(java.util.Locale.ROOT)) || name.length() <= 4) {
            return name;
        }
        StringBuilder words = new StringBuilder();
        for (String word : name.split(" ")) {
            String lower = word.toLowerCase(java.util.Locale.ROOT);
            boolean small = lower.equals("of") || lower.equals("the") || lower.equals("and");
            words.append(words.isEmpty() ? "" : " ")
                    .append(small ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
        }
        return words.toString();
    }
}
