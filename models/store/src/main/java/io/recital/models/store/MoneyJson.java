package io.recital.models.store;

import java.math.BigDecimal;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** Money as {@code {"amount": 12.50, "currency": "EUR"}}. */
final class MoneyJson {
    private MoneyJson() {}

    static final class Writer extends StdSerializer<BigMoney> {
        Writer() {
            super(BigMoney.class);
        }

        @Override
        public void serialize(BigMoney money, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeNumberProperty("amount", money.getAmount());
            json.writeStringProperty("currency", money.getCurrencyUnit().getCode());
            json.writeEndObject();
        }
    }

    /** Money that is rounded to the currency's smallest unit. */
    static final class RoundedWriter extends StdSerializer<Money> {
        RoundedWriter() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeNumberProperty("amount", money.getAmount());
            json.writeStringProperty("currency", money.getCurrencyUnit().getCode());
            json.writeEndObject();
        }
    }

    static final class RoundedReader extends StdDeserializer<Money> {
        RoundedReader() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser json, DeserializationContext context) {
            JsonNode node = context.readTree(json);
            return Money.of(
                    CurrencyUnit.of(node.required("currency").stringValue()),
                    node.required("amount").decimalValue());
        }
    }

    static final class Reader extends StdDeserializer<BigMoney> {
        Reader() {
            super(BigMoney.class);
        }

        @Override
        public BigMoney deserialize(JsonParser json, DeserializationContext context) {
            JsonNode node = context.readTree(json);
            BigDecimal amount = node.required("amount").decimalValue();
            return BigMoney.of(CurrencyUnit.of(node.required("currency").stringValue()), amount);
        }
    }
}
