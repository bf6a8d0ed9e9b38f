package io.recital.extraction.llm;

import io.recital.extraction.rules.value.DateParser;
import io.recital.extraction.rules.value.DurationParser;
import io.recital.extraction.rules.value.FrequencyParser;
import io.recital.extraction.rules.value.MoneyParser;
import io.recital.extraction.rules.value.PercentParser;
import io.recital.extraction.rules.value.QuantityParser;
import io.recital.extraction.rules.value.Redaction;
import io.recital.extraction.rules.value.ValueParser;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.ContractFact.ValueBasis;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.FactType;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Milestone;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads one finding of the model's answer. Values are parsed from the wording by the same parsers that the rules use;
 * wording that stands neither in the clause nor in the words that open its list is not believed. One reader reads one
 * finding.
 */
final class AnswerReader {
    private static final List<ValueParser> PARSERS = List.of(
            new Redaction(),
            new MoneyParser(),
            new PercentParser(),
            new DurationParser(),
            new DateParser(),
            new FrequencyParser(),
            new QuantityParser());

    private final String clause;
    private final List<String> stems;
    private boolean leansOnStem;

    /** @param stems words of other clauses that open the list whose item the clause is */
    AnswerReader(String clause, List<String> stems) {
        this.clause = squeeze(clause);
        this.stems = stems.stream().map(AnswerReader::squeeze).toList();
    }

    /** Whether something of what was read stands in the stems only. */
    boolean leansOnStem() {
        return leansOnStem;
    }

    /** The finding, or empty when a part of it is not in the clause or makes no sense. */
    Optional<FindingContent> read(FindingKind kind, JsonNode finding) {
        try {
            return switch (kind) {
                case FACT -> fact(finding);
                case OBLIGATION -> obligation(finding);
                case MEASURE -> measure(finding);
                case MILESTONE -> milestone(finding);
                case LEVER -> lever(finding);
                case CHECK, LABEL -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<FindingContent> fact(JsonNode finding) {
        FactType type = constant(FactType.class, finding, "fact");
        String value = text(finding, "value");
        if (!stands(value)) {
            return Optional.empty();
        }
        ValueBasis basis = type == FactType.CONTRACT_VALUE ? ValueBasis.UNKNOWN : null;
        return Optional.of(new ContractFact(type, value(value), basis));
    }

    private Optional<FindingContent> obligation(JsonNode finding) {
        String obligor = text(finding, "obligor");
        String action = text(finding, "action");
        if (!stands(obligor) || !stands(action)) {
            return Optional.empty();
        }
        String obligee = wording(finding, "obligee");
        String deadline = wording(finding, "deadline");
        return Optional.of(new Obligation(
                constant(Modality.class, finding, "modality"),
                new PartyReference(obligor, null),
                obligee == null ? null : new PartyReference(obligee, null),
                action,
                wording(finding, "trigger"),
                deadline == null ? null : deadline(deadline),
                wording(finding, "consequence")));
    }

    private Optional<FindingContent> measure(JsonNode finding) {
        String target = text(finding, "target");
        String name = text(finding, "name");
        if (!stands(target) || !stands(name)) {
            return Optional.empty();
        }
        TypedValue aim = value(target);
        BigDecimal number = null;
        String unit = "";
        if (aim instanceof TypedValue.Percent percent) {
            number = percent.value();
            unit = "%";
        } else if (aim instanceof TypedValue.Length length) {
            number = BigDecimal.valueOf(length.value().count());
            unit = length.value().unit().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        } else if (aim instanceof TypedValue.Quantity quantity) {
            number = quantity.value();
            unit = quantity.unit();
        }
        String window = wording(finding, "window");
        return Optional.of(new PerformanceMeasure(
                name,
                constant(PerformanceMeasure.Term.class, finding, "term"),
                null,
                constant(PerformanceMeasure.Comparison.class, finding, "comparison"),
                number,
                unit,
                window == null ? null : length(window),
                List.of(),
                null,
                null,
                number == null ? aim : null));
    }

    private Optional<FindingContent> milestone(JsonNode finding) {
        String deliverable = text(finding, "deliverable");
        if (!stands(deliverable)) {
            return Optional.empty();
        }
        String due = wording(finding, "due");
        String payment = wording(finding, "payment");
        return Optional.of(new Milestone(
                deliverable, due == null ? null : deadline(due), payment == null ? null : value(payment), null));
    }

    private Optional<FindingContent> lever(JsonNode finding) {
        List<LeverParameter> parameters = new ArrayList<>();
        for (JsonNode parameter : finding.path("parameters")) {
            String value = text(parameter, "value");
            if (!stands(value)) {
                return Optional.empty();
            }
            parameters.add(new LeverParameter(constant(LeverParameter.Name.class, parameter, "name"), value(value)));
        }
        return Optional.of(new CommercialLever(constant(LeverType.class, finding, "lever"), parameters));
    }

    private static Deadline deadline(String words) {
        return new DateParser()
                .findFirst(words)
                .filter(match -> match.value() instanceof TypedValue.Day)
                .<Deadline>map(match -> new Deadline.OnDate(((TypedValue.Day) match.value()).value()))
                .orElseGet(() -> new Deadline.Stated(words));
    }

    private static @Nullable TimeSpan length(String words) {
        return value(words) instanceof TypedValue.Length length ? length.value() : null;
    }

    private static TypedValue value(String words) {
        return PARSERS.stream()
                .flatMap(parser -> parser.findFirst(words).stream())
                .findFirst()
                .map(match -> match.value())
                .orElseGet(() -> new TypedValue.Text(words));
    }

    /** The field's words where they stand in the text, null where it is empty or they do not. */
    private @Nullable String wording(JsonNode finding, String field) {
        String words = text(finding, field);
        return stands(words) ? words : null;
    }

    private boolean stands(String words) {
        String said = squeeze(words);
        if (said.isEmpty() || clause.contains(said)) {
            return !said.isEmpty();
        }
        boolean inStem = stems.stream().anyMatch(stem -> stem.contains(said));
        leansOnStem |= inStem;
        return inStem;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("").strip();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode node, String field) {
        return Enum.valueOf(type, text(node, field).toUpperCase(Locale.ROOT));
    }

    static String squeeze(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
