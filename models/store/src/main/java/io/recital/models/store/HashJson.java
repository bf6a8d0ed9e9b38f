package io.recital.models.store;

import io.recital.models.evidence.Sha256;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** A hash as its hexadecimal digits. */
final class HashJson {
    private HashJson() {}

    static final class Writer extends StdSerializer<Sha256> {
        Writer() {
            super(Sha256.class);
        }

        @Override
        public void serialize(Sha256 hash, JsonGenerator json, SerializationContext context) {
            json.writeString(hash.hex());
        }
    }

    static final class Reader extends StdDeserializer<Sha256> {
        Reader() {
            super(Sha256.class);
        }

        @Override
        public Sha256 deserialize(JsonParser json, DeserializationContext context) {
            return new Sha256(json.getString());
        }
    }
}
