package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is saved or overspent against a baseline and shared: {@code if the cost exceeds the Target Cost, Supplier bears 40 % of the excess}. */
final class GainShares {
    private static final Pattern AGAINST = Pattern.compile(
            "\\bsavings?\\b|\\b(?:gain|pain)[\\s-]?shar\\w*|\\b(?:target|baseline)\\s+(?:costs?|price|charges|spend)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARES = Pattern.compile(
            "\\b(?:shared?|split|divided|pays?|paid|credits?|credited|receives?|entitled|bears?|borne|invoices?|charges?|retains?|keeps?|passe[sd]|passed|earns?|reimburses?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_SHARE = Pattern.compile(
            "\\b(?:propose|at\\s+least|expected|expects?|audit\\w*|notify|own\\s+costs|minimum\\s+saving|commits?\\s+to|guarantees?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HALF = Pattern.compile(
            "\\b(?:half|halves|equally|equal\\s+(?:parts|shares|halves)|fifty[\\s-]fifty)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BASE = Pattern.compile(
            "\\b(?:the|any|each|such|of|a)\\s+(?<base>(?:verified\\s+|agreed\\s+|net\\s+)?(?:savings?|difference|excess(?:\\s+costs?)?|overrun|overspend|underspend))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPARED = Pattern.compile(
            "\\b(?:by\\s+more\\s+than|exceed(?:s|ing)?|more\\s+than|less\\s+than|at\\s+least|above|below|over)\\s+$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MOST = Pattern.compile(
            "\\b(?:not\\s+(?:to\\s+)?exceed(?:ing)?|maximum(?:\\s+of)?|up\\s+to|capped\\s+at|cap\\s+of|limited\\s+to|(?:no|not|never)\\s+(?:by\\s+)?more\\s+than|at\\s+most)\\s+(?:an?\\s+|the\\s+|of\\s+|total\\s+)*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_THE_BASELINE = Pattern.compile(
            "\\b(?:target|baseline)\\s+(?:costs?|price|charges|spend)?\\s*(?:\\([^)]*\\)\\s*)?(?:of|is|at|being|,)\\s+$",
            Pattern.CASE_INSENSITIVE);

    private GainShares() {}

    static boolean isAbout(LeverSentence sentence) {
        return sentence.says(AGAINST) && sentence.says(SHARES) && !sentence.says(NO_SHARE);
    }

    /** Whether a lever of another sort is the baseline or the limit of a share. */
    static boolean isOverlaid(LeverType type, LeverSentence sentence) {
        return (type == LeverType.RATE_CARD || type == LeverType.VOLUME_RESTRICTION)
                && isAbout(sentence)
                && !rates(sentence).isEmpty();
    }

    /** A share that no other rule reads. */
    static Optional<Candidate> read(LeverSentence sentence) {
        List<TypedValue> rates = rates(sentence);
        Optional<TypedValue> tiers = Values.tiers(sentence.text());
        if (!isAbout(sentence) || rates.isEmpty()) {
            return Optional.empty();
        }
        List<LeverParameter> parameters = new ArrayList<>();
        tiers.ifPresent(found -> parameters.add(parameter(Name.TIERS, found)));
        if (tiers.isEmpty()) {
            rates.forEach(rate -> parameters.add(parameter(Name.RATE, rate)));
        }
        Matcher base = BASE.matcher(sentence.text());
        if (base.find()) {
            parameters.add(parameter(Name.BASE, base.group("base")));
        }
        Values.frequency(sentence.text()).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        return Optional.of(limited(sentence.lever(LeverType.GAIN_OR_REVENUE_SHARE, 0.78, parameters), sentence));
    }

    private static List<TypedValue> rates(LeverSentence sentence) {
        String text = sentence.text();
        List<TypedValue> rates = new ArrayList<>();
        for (ValueMatch percent : sentence.figures().percents()) {
            String before = text.substring(0, percent.start());
            if (!COMPARED.matcher(before).find() && !MOST.matcher(before).find()) {
                rates.add(percent.value());
            }
        }
        if (rates.isEmpty() && sentence.says(HALF)) {
            rates.add(new TypedValue.Percent(BigDecimal.valueOf(50)));
        }
        return rates.stream().distinct().toList();
    }

    /** The same with the limit and the baseline that the sentence states beside the share. */
    static Candidate limited(Candidate share, LeverSentence sentence) {
        CommercialLever lever = (CommercialLever) share.content();
        if (!isAbout(sentence) || lever.find(Name.TIERS).isPresent()) {
            return share;
        }
        List<LeverParameter> parameters = new ArrayList<>(lever.parameters());
        for (ValueMatch amount : sentence.figures().amounts()) {
            String before = sentence.text().substring(0, amount.start());
            if (OF_THE_BASELINE.matcher(before).find()) {
                parameters.add(parameter(Name.FLOOR, amount.value()));
            } else if (MOST.matcher(before).find()) {
                parameters.add(parameter(Name.CAP, amount.value()));
            }
        }
        return new Candidate(new CommercialLever(lever.lever(), parameters), share.citations(), share.confidence());
    }
}
