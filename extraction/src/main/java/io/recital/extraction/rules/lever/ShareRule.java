package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gain or revenue share: royalties, commissions, and what is earned or saved and divided. */
final class ShareRule implements LeverRule {
    private static final String EARNED =
            "(?:revenues?|sales|profits?|receipts|proceeds|income|margins?|savings?|gross|royalt(?:y|ies)|premiums?|billings?|commissions?|(?:selling|sales|wholesale|retail|list|invoiced?|purchase|subscription|ticket|net)\\s+prices?|price|fees?|charges|collections?|(?:amounts?|monies|sums|payments?|considerations?)\\s+(?:actually\\s+)?(?:received|collected|earned|paid|generated|invoiced|billed|charged)|turnover|takings)";
    private static final Pattern BASE = Pattern.compile(
            "^[\\s)]*(?:\\([^)]{0,60}\\)\\s*)?(?:of|on|from)\\s+(?<base>(?:the\\s+|all\\s+|its\\s+|any\\s+|such\\s+|each\\s+|every\\s+|total\\s+|our\\s+|your\\s+)*[“\"]?(?:[\\p{L}\\d/’'“”\"()-]+\\s+){0,9}?[“\"]?"
                    + EARNED + "(?:\\s+" + EARNED
                    + ")*(?:\\s+(?:that\\s+)?(?:it|the\\s+[Ll]icensee|the\\s+[Pp]artner)\\s+(?:receives|collects|earns)\\s+(?:for|from|under)\\s+(?:an?\\s+|the\\s+|its\\s+)?[\\p{L}-]+)?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED_AFTER = Pattern.compile(
            "^[\\s)]*(?:\\([^)]{0,60}\\)\\s*)?(?:\\w+\\s+){0,2}?(?<share>royalt(?:y|ies)|commissions?|revenue\\s+share|share\\s+of)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED_BEFORE = Pattern.compile(
            "\\b(?<share>royalt(?:y|ies)|commissions?|revenue[\\s-]shar\\w+|profit[\\s-]shar\\w+|share)(?:\\s+(?:rates?|fees?|payments?|percentages?))?\\b(?:[^.;%]|\\.(?=\\d)){0,60}?\\b(?:of|is|be|at|to|equals?|equal\\s+to|by)\\s+(?:an?\\s+|the\\s+)?(?:rate\\s+of\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PAYS = Pattern.compile(
            "\\b(?:pay(?:s|able|ments?|ing)?|paid|receives?|entitled|retains?|keeps?|remits?|shared?|split|divided?|distribut\\w+|allocat\\w+|royalt\\w+|commission\\w*|equal\\s+to|credit(?:ed|s)?|contributes?|earns?|accrues?|compensat\\w+|owes?|get|belongs?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPARED = Pattern.compile(
            "\\b(?:exceed(?:s|ed|ing)?|in\\s+excess\\s+of|(?:more|greater|less|fewer|lower|higher)\\s+than|over|above|below|at\\s+least|within|by\\s+more\\s+than|understat\\w+|underpa\\w+|deviat\\w+\\s+by|discount\\s+of|interest\\s+(?:at|of)|increas\\w+\\s+(?:of|by)|withh\\w+|ends?\\s+at|limited\\s+to|capped\\s+at)\\s*(?:the\\s+rate\\s+of\\s+)?(?:an?\\s+|the\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_SHARE = Pattern.compile(
            "\\b(?:rebates?|free\\s+of\\s+(?:any\\s+|the\\s+)?royalt\\w+|royalty-free|surcharges?|the\\s+most\\s+that|arbitrat\\w+|restock\\w*|attorneys?\\S*\\s+fees|audit\\w*|discrepanc\\w*|variance|voting|outstanding\\s+(?:shares|stock)|capital\\s+stock|ownership\\s+interest|liquidated|penalt(?:y|ies)|liability|overdue|past\\s+due|late\\s+(?:fees?|charges?|payments?)|(?:service|availability)\\s+(?:level\\s+)?credits?|downtime|uptime|outages?|terminat\\w+\\s+(?:fees?|payments?))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INSTALMENT = Pattern.compile(
            "\\b(?:deposit|instal?lments?|down\\s*-?payment|balance|(?:upon|on|at|prior\\s+to|before)\\s+(?:the\\s+)?(?:signing|execution|completion|delivery|placement|acceptance|shipment))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OWED =
            Pattern.compile("\\b(?:fees?|price|charges|prices|costs?)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern PER_PERIOD =
            Pattern.compile("^[\\s)]*(?:per|a|each)\\s+(?:month|annum|year|day)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIVIDED = Pattern.compile(
            "\\b(?:savings?|gains?|profits?|revenues?|proceeds)\\b(?:[^.;]|\\.(?=\\d)){0,120}\\b(?:is|are|be)\\s+(?:\\w+\\s+)?(?:shared|split|divided)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN_NAME = Pattern.compile(
            "\\b(?:an?|the)\\s+(?<name>(?:[\\p{L}-]+\\s+){0,3}?(?:fee|royalty|contribution|levy|commission|share|charge))\\s+(?:of|at|equal\\s+to)\\s+$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HALVES = Pattern.compile(
            "\\b(?:in\\s+)?equal\\s+(?:halves|parts|shares)\\b|\\bequally\\b|\\bhalf\\s+(?:each|and\\s+half)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARED = Pattern.compile(
            "\\b(?<base>(?:savings?|gains?|profits?|revenues?|proceeds)\\b[^.;:]{0,80}?)\\s+(?:is|are|shall\\s+be|will\\s+be)\\s",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FEE_NAME = Pattern.compile(
            "\\b(?:[Aa]n?|[Tt]he)\\s+(?<name>(?:\\p{Lu}[\\p{L}-]+\\s+){1,3}(?:Fee|Levy|Contribution))\\s+(?:of|at|equal\\s+to)\\s+[\\p{L}\\s(-]{0,30}\\d");
    private static final Pattern PRODUCT = Pattern.compile(
            "\\s+(?:of|from|for|on|upon)\\s+(?:the\\s+|all\\s+)?(?<item>\\p{Lu}[\\p{L}-]*(?:\\s+\\p{Lu}[\\p{L}-]*){0,3})");
    private static final Pattern WHICHEVER = Pattern.compile(
            "\\bwhichever\\s+(?:is|be)\\s+(?:the\\s+)?(?:greater|higher|larger|more)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        boolean pays = sentence.says(PAYS) || sentence.stemSays(PAYS) || GainShares.isAbout(sentence);
        if (!pays || BonusRule.isAbout(sentence) || sentence.says(NO_SHARE) || Shortfall.isPriced(sentence.text())) {
            return List.of();
        }
        List<Candidate> named = named(sentence);
        List<Candidate> several = named.isEmpty() ? byProduct(sentence) : named;
        if (!several.isEmpty()) {
            return several;
        }
        List<Candidate> one =
                new ArrayList<>((sentence.says(DIVIDED) ? divided(sentence).or(() -> share(sentence)) : share(sentence))
                                .map(share -> GainShares.limited(share, sentence))
                                .or(() -> GainShares.read(sentence))
                                .or(() -> UnitShares.read(sentence))
                                .stream()
                                .toList());
        atLeast(sentence).ifPresent(one::add);
        return one;
    }

    /** Whether a sentence states a share, or a sum where that is more: the sum is a minimum and no price. */
    static boolean isWithAMinimum(LeverSentence sentence) {
        return sentence.says(WHICHEVER) && atLeast(sentence).isPresent();
    }

    /** The sum that is due where a share comes to less: {@code 7% of the Takings or £1,300.00, whichever is the greater}. */
    private static Optional<Candidate> atLeast(LeverSentence sentence) {
        Matcher least = WHICHEVER.matcher(sentence.text());
        List<ValueMatch> sums = sentence.figures().amounts();
        if (!least.find() || sums.size() != 1 || share(sentence).isEmpty()) {
            return Optional.empty();
        }
        List<LeverParameter> parameters = new ArrayList<>(List.of(
                parameter(Name.ITEM, feeName(sentence).orElse("royalty")),
                parameter(Name.VOLUME, sums.get(0).value())));
        Values.frequency(sentence.text()).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        return Optional.of(sentence.lever(LeverType.MINIMUM_COMMITMENT, 0.78, parameters));
    }

    /** What a contract calls a share, where that is a name of its own such as Service Fee. */
    private static Optional<String> feeName(LeverSentence sentence) {
        Matcher name = FEE_NAME.matcher(sentence.text());
        return name.find() ? Optional.of(name.group("name")) : Optional.empty();
    }

    /** Shares of one base by what is sold: {@code 5% of Net Sales of Toys and 3% of Net Sales of Books}. */
    private static List<Candidate> byProduct(LeverSentence sentence) {
        List<ValueMatch> percents = sentence.figures().percents();
        List<Candidate> found = new ArrayList<>();
        for (ValueMatch percent : percents) {
            String after = sentence.text().substring(percent.end());
            Matcher of = BASE.matcher(after);
            Matcher product = of.find() ? PRODUCT.matcher(after.substring(of.end("base"))) : PRODUCT.matcher("");
            boolean isShare = product.lookingAt()
                    && !COMPARED.matcher(sentence.text().substring(0, percent.start()))
                            .find();
            if (isShare) {
                List<LeverParameter> parameters = new ArrayList<>(List.of(
                        parameter(Name.RATE, percent.value()),
                        parameter(Name.ITEM, product.group("item")),
                        parameter(Name.BASE, of.group("base"))));
                Values.frequency(sentence.text()).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
                found.add(sentence.lever(LeverType.GAIN_OR_REVENUE_SHARE, 0.8, parameters));
            }
        }
        return found.size() > 1 && found.size() == percents.size() ? found : List.of();
    }

    /** Several shares of one base, each under a name of its own: {@code a fee of 5% and a levy of 2% of Net Sales}. */
    private static List<Candidate> named(LeverSentence sentence) {
        List<ValueMatch> percents = sentence.figures().percents();
        List<String> names = new ArrayList<>();
        for (ValueMatch percent : percents) {
            Matcher name = OWN_NAME.matcher(sentence.text().substring(0, percent.start()));
            if (name.find()) {
                names.add(name.group("name"));
            }
        }
        if (percents.size() < 2 || names.size() != percents.size()) {
            return List.of();
        }
        Matcher of = BASE.matcher(
                sentence.text().substring(percents.get(percents.size() - 1).end()));
        if (!of.find()) {
            return List.of();
        }
        String base = of.group("base");
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            List<LeverParameter> parameters = new ArrayList<>(List.of(
                    parameter(Name.RATE, percents.get(i).value()),
                    parameter(Name.ITEM, names.get(i)),
                    parameter(Name.BASE, base)));
            Values.frequency(sentence.text()).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
            found.add(sentence.lever(LeverType.GAIN_OR_REVENUE_SHARE, 0.8, parameters));
        }
        return found;
    }

    /** What is divided between the parties, with each different part as a rate. */
    private static Optional<Candidate> divided(LeverSentence sentence) {
        String text = sentence.text();
        List<LeverParameter> parameters = new ArrayList<>();
        sentence.figures().percents().stream()
                .map(ValueMatch::value)
                .distinct()
                .forEach(part -> parameters.add(parameter(Name.RATE, part)));
        if (parameters.isEmpty() && sentence.says(HALVES)) {
            parameters.add(parameter(Name.RATE, new TypedValue.Percent(BigDecimal.valueOf(50))));
        }
        if (parameters.isEmpty()) {
            return Optional.empty();
        }
        Matcher base = SHARED.matcher(text);
        if (base.find()) {
            parameters.add(parameter(Name.BASE, base.group("base")));
        }
        Values.add(
                parameters, Name.PERIOD, sentence.figures().durations().stream().findFirst());
        return Optional.of(sentence.lever(LeverType.GAIN_OR_REVENUE_SHARE, 0.82, parameters));
    }

    private static Optional<Candidate> share(LeverSentence sentence) {
        String text = sentence.text();
        Set<TypedValue> rates = new LinkedHashSet<>();
        Optional<String> base = Optional.empty();
        for (ValueMatch percent : sentence.figures().percents()) {
            String before = text.substring(Math.max(0, percent.start() - 140), percent.start());
            String after = text.substring(percent.end());
            if (COMPARED.matcher(before).find() || PER_PERIOD.matcher(after).find()) {
                continue;
            }
            Matcher of = BASE.matcher(after);
            boolean based = of.find();
            if (based && OWED.matcher(of.group("base")).find() && sentence.says(INSTALMENT)) {
                continue;
            }
            if (based
                    || NAMED_BEFORE.matcher(before).find()
                    || NAMED_AFTER.matcher(after).find()) {
                rates.add(percent.value());
                base = base.isPresent() || !based ? base : Optional.of(of.group("base"));
            }
        }
        if (rates.isEmpty()) {
            return Optional.empty();
        }
        List<LeverParameter> parameters = new ArrayList<>();
        Optional<TypedValue> tiers = Values.tiers(text);
        tiers.ifPresent(found -> parameters.add(parameter(Name.TIERS, found)));
        if (tiers.isEmpty()) {
            rates.forEach(rate -> parameters.add(parameter(Name.RATE, rate)));
        }
        if (tiers.isEmpty() && rates.size() == 1) {
            feeName(sentence).ifPresent(name -> parameters.add(parameter(Name.ITEM, name)));
        }
        base.ifPresent(found -> parameters.add(parameter(Name.BASE, found)));
        (tiers.isPresent() ? MinimumPeriod.of(text) : Values.frequency(text))
                .ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        return Optional.of(sentence.lever(LeverType.GAIN_OR_REVENUE_SHARE, base.isPresent() ? 0.82 : 0.7, parameters));
    }
}
