package io.recital.models.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.recital.models.duty.Evidence;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Sha256;
import io.recital.models.finding.CheckInput;
import io.recital.models.finding.ClauseCheck;
import io.recital.models.finding.ClauseLabel;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.Milestone;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.finding.StatedFinding;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How findings are written as JSON, in the store and in the REST API: closed choices say which they are in lower case
 * with hyphens ({@code "kind": "obligation", "type": "time-span"}), money is {@code {"amount": …, "currency": …}}.
 */
public final class FindingJson {
    private static final JsonMapper MAPPER = configure(JsonMapper.builder()).build();
    private static final ObjectReader STRICT = MAPPER.reader().with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final TypeReference<List<StatedFinding.Quote>> QUOTES = new TypeReference<>() {};
    private static final TypeReference<List<Citation>> CITATIONS = new TypeReference<>() {};

    private FindingJson() {}

    /** Teaches a mapper the forms of the domain's types; the API's own mapper uses it too. */
    public static JsonMapper.Builder configure(JsonMapper.Builder builder) {
        return builder.annotationIntrospector(new HyphenatedEnums())
                .changeDefaultVisibility(visibility -> visibility.withIsGetterVisibility(Visibility.NONE))
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .addModule(scalars())
                .addMixIn(FindingContent.class, FindingContentForm.class)
                .addMixIn(CheckInput.class, CheckInputForm.class)
                .addMixIn(CheckInput.Rows.class, RowsForm.class)
                .addMixIn(ClauseCheck.class, ClauseCheckForm.class)
                .addMixIn(TypedValue.class, TypedValueForm.class)
                .addMixIn(Deadline.class, DeadlineForm.class)
                .addMixIn(Outcome.class, OutcomeForm.class)
                .addMixIn(LedgerEntry.class, LedgerEntryForm.class)
                .addMixIn(Evidence.class, EvidenceForm.class);
    }

    /** What a check found, as one JSON object with all that it rests on. */
    static String write(Outcome outcome) {
        return MAPPER.writerFor(Outcome.class).writeValueAsString(outcome);
    }

    static Outcome readOutcome(String json) {
        return MAPPER.readValue(json, Outcome.class);
    }

    /** What somebody points to as a proof. */
    static String write(Evidence evidence) {
        return MAPPER.writerFor(Evidence.class).writeValueAsString(evidence);
    }

    static Evidence readEvidence(String json) {
        return MAPPER.readValue(json, Evidence.class);
    }

    /** What a finding says, as one JSON object. */
    public static String write(FindingContent content) {
        return MAPPER.writerFor(FindingContent.class).writeValueAsString(content);
    }

    public static FindingContent readContent(String json) {
        return MAPPER.readValue(json, FindingContent.class);
    }

    /**
     * What a person states, and the words for it; an {@link IllegalArgumentException} says what is wrong with it, down to a
     * field that there is not.
     */
    public static StatedFinding readStated(@Nullable JsonNode content, @Nullable JsonNode quotes) {
        if (content == null || !content.isObject() || quotes == null || !quotes.isArray()) {
            throw new IllegalArgumentException("A finding is stated with 'content' and 'quotes', a list of {\"text\"}");
        }
        try {
            return new StatedFinding(
                    STRICT.forType(FindingContent.class).readValue(content),
                    STRICT.forType(QUOTES).readValue(quotes));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(JsonFault.of(e, "statement"), e);
        }
    }

    static @Nullable FindingContent findContent(@Nullable String json) {
        return json == null ? null : readContent(json);
    }

    static String write(List<Citation> citations) {
        return MAPPER.writeValueAsString(citations);
    }

    static List<Citation> readCitations(String json) {
        return MAPPER.readValue(json, CITATIONS);
    }

    private static SimpleModule scalars() {
        SimpleModule module = new SimpleModule("recital-findings");
        module.addSerializer(BigMoney.class, new MoneyJson.Writer());
        module.addDeserializer(BigMoney.class, new MoneyJson.Reader());
        module.addSerializer(Money.class, new MoneyJson.RoundedWriter());
        module.addDeserializer(Money.class, new MoneyJson.RoundedReader());
        module.addSerializer(Sha256.class, new HashJson.Writer());
        module.addDeserializer(Sha256.class, new HashJson.Reader());
        return module;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ContractFact.class, name = "fact"),
        @JsonSubTypes.Type(value = Obligation.class, name = "obligation"),
        @JsonSubTypes.Type(value = Milestone.class, name = "milestone"),
        @JsonSubTypes.Type(value = PerformanceMeasure.class, name = "measure"),
        @JsonSubTypes.Type(value = CommercialLever.class, name = "lever"),
        @JsonSubTypes.Type(value = ClauseCheck.class, name = "check"),
        @JsonSubTypes.Type(value = ClauseLabel.class, name = "label")
    })
    private interface FindingContentForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = CheckInput.Written.class, name = "written"),
        @JsonSubTypes.Type(value = CheckInput.Rows.class, name = "rows"),
        @JsonSubTypes.Type(value = CheckInput.Cell.class, name = "cell"),
        @JsonSubTypes.Type(value = CheckInput.Rise.class, name = "rise"),
        @JsonSubTypes.Type(value = CheckInput.Day.class, name = "day"),
        @JsonSubTypes.Type(value = CheckInput.BusinessDays.class, name = "business-days")
    })
    private interface CheckInputForm {}

    /** What checks that were stated before there was such a field do not say is not written either. */
    @SuppressWarnings("UnusedMethod") // read by Jackson
    private interface RowsForm {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String formula();
    }

    @SuppressWarnings("UnusedMethod") // read by Jackson
    private interface ClauseCheckForm {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String calendar();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = TypedValue.Text.class, name = "text"),
        @JsonSubTypes.Type(value = TypedValue.Day.class, name = "date"),
        @JsonSubTypes.Type(value = TypedValue.Length.class, name = "time-span"),
        @JsonSubTypes.Type(value = TypedValue.Amount.class, name = "amount"),
        @JsonSubTypes.Type(value = TypedValue.Percent.class, name = "percent"),
        @JsonSubTypes.Type(value = TypedValue.Quantity.class, name = "quantity"),
        @JsonSubTypes.Type(value = TypedValue.Party.class, name = "party"),
        @JsonSubTypes.Type(value = TypedValue.Tiers.class, name = "tiers"),
        @JsonSubTypes.Type(value = TypedValue.Redacted.class, name = "redacted"),
        @JsonSubTypes.Type(value = TypedValue.Inconsistent.class, name = "inconsistent")
    })
    private interface TypedValueForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Deadline.OnDate.class, name = "on-date"),
        @JsonSubTypes.Type(value = Deadline.After.class, name = "after-event"),
        @JsonSubTypes.Type(value = Deadline.Before.class, name = "before-event"),
        @JsonSubTypes.Type(value = Deadline.Recurring.class, name = "recurring"),
        @JsonSubTypes.Type(value = Deadline.Stated.class, name = "stated")
    })
    private interface DeadlineForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "sort")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = LedgerEntry.class, name = "entry"),
        @JsonSubTypes.Type(value = Breach.class, name = "breach"),
        @JsonSubTypes.Type(value = NotCheckable.class, name = "not-checkable")
    })
    private interface OutcomeForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Evidence.Words.class, name = "words"),
        @JsonSubTypes.Type(value = Evidence.Row.class, name = "row"),
        @JsonSubTypes.Type(value = Evidence.Passage.class, name = "passage")
    })
    private interface EvidenceForm {}

    /** Whether an entry is disputed is said when it is read: what is stored of it does not change with that. */
    @SuppressWarnings("UnusedMethod") // read by Jackson
    private interface LedgerEntryForm {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        LocalDate disputedSince();
    }
}
