package io.recital.models.store;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.recital.models.fact.Claim;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.CreditNote;
import io.recital.models.fact.ExchangeRate;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.FeedMapping;
import io.recital.models.fact.IndexValue;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.KindMapping;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Purchase;
import io.recital.models.fact.Vendor;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How performance facts and the mappings of feeds are written as JSON, in the store and in the REST API. */
public final class FactJson {
    private static final JsonMapper MAPPER = FindingJson.configure(JsonMapper.builder())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(Include.NON_NULL))
            .addModule(ofRows())
            .build();
    private static final TypeReference<Map<FactKind, KindMapping>> KINDS = new TypeReference<>() {};

    private FactJson() {}

    /** A fact without its kind, as a tree. */
    public static JsonNode tree(PerformanceFact fact) {
        return MAPPER.valueToTree(fact);
    }

    static String write(PerformanceFact fact) {
        return MAPPER.writeValueAsString(fact);
    }

    static PerformanceFact read(FactKind kind, String json) {
        return MAPPER.readValue(json, type(kind));
    }

    private static Class<? extends PerformanceFact> type(FactKind kind) {
        return switch (kind) {
            case MEASUREMENT -> Measurement.class;
            case INVOICE_LINE -> InvoiceLine.class;
            case CREDIT_NOTE -> CreditNote.class;
            case PURCHASE -> Purchase.class;
            case EVENT -> ContractEvent.class;
            case CLAIM -> Claim.class;
            case INDEX_VALUE -> IndexValue.class;
            case EXCHANGE_RATE -> ExchangeRate.class;
            case VENDOR -> Vendor.class;
        };
    }

    /** A mapping as {@code {"invoice-line": {"columns": {"invoice": "Rechnungsnummer"}, "dates": "day-first"}}}. */
    public static String write(FeedMapping mapping) {
        return MAPPER.writeValueAsString(new TreeMap<>(mapping.kinds()));
    }

    /** Reads a mapping; what is no mapping is refused in words that do not repeat it. */
    public static FeedMapping readMapping(String json) {
        try {
            return new FeedMapping(MAPPER.readValue(json, KINDS));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    JsonFault.of(e, "mapping")
                            + ". A mapping is a JSON object such as {\"invoice-line\": {\"columns\":"
                            + " {\"invoice\": \"Rechnungsnummer\"}, \"constants\": {\"currency\": \"EUR\"}, \"dates\": \"day-first\", \"decimals\": \"comma\"}}",
                    e);
        }
    }

    static String rows(Object rows) {
        return MAPPER.writeValueAsString(rows);
    }

    private static SimpleModule ofRows() {
        SimpleModule module = new SimpleModule("recital-rows");
        module.addDeserializer(LocalDate.class, new DayReader());
        module.addSerializer(CurrencyUnit.class, new CurrencyWriter());
        module.addDeserializer(CurrencyUnit.class, new CurrencyReader());
        return module;
    }

    private static final class CurrencyWriter extends StdSerializer<CurrencyUnit> {
        CurrencyWriter() {
            super(CurrencyUnit.class);
        }

        @Override
        public void serialize(CurrencyUnit currency, JsonGenerator json, SerializationContext context) {
            json.writeString(currency.getCode());
        }
    }

    private static final class CurrencyReader extends StdDeserializer<CurrencyUnit> {
        CurrencyReader() {
            super(CurrencyUnit.class);
        }

        @Override
        public CurrencyUnit deserialize(JsonParser json, DeserializationContext context) {
            return CurrencyUnit.of(json.getString());
        }
    }
}
