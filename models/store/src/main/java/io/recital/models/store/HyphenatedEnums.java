package io.recital.models.store;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Writes the domain's enum constants in lower case with hyphens, without annotations in the domain. */
final class HyphenatedEnums extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable String[] findEnumValues(
            MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, @Nullable String[] names) {
        @Nullable String[] words = super.findEnumValues(config, type, constants, names);
        if (type.getRawType().getName().startsWith("io.recital.")) {
            for (int i = 0; i < constants.length; i++) {
                words[i] = EnumWord.of(constants[i]);
            }
        }
        return words;
    }
}
