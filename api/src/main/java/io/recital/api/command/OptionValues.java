package io.recital.api.command;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options, and says in plain words what a wrong one should look like. */
final class OptionValues {
    private OptionValues() {}

    static CommandLine registerWith(CommandLine command) {
        return command.registerConverter(LocalDate.class, reader(LocalDate::parse, "a day such as 2026-06-30"))
                .registerConverter(BigDecimal.class, reader(BigDecimal::new, "a number such as 99.95"))
                .registerConverter(Integer.class, reader(Integer::valueOf, "a whole number"))
                .registerConverter(int.class, reader(Integer::valueOf, "a whole number"))
                .registerConverter(Long.class, reader(Long::valueOf, "a whole number"))
                .registerConverter(long.class, reader(Long::valueOf, "a whole number"))
                .registerConverter(Double.class, reader(Double::valueOf, "a number such as 0.5"))
                .registerConverter(double.class, reader(Double::valueOf, "a number such as 0.5"))
                .registerConverter(UUID.class, reader(UUID::fromString, "an id as lists show it"))
                .registerConverter(Path.class, reader(Path::of, "a path"));
    }

    private static <T> ITypeConverter<T> reader(Function<String, T> parse, String form) {
        return value -> {
            try {
                return parse.apply(value.strip());
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new TypeConversionException("“" + value + "” is not " + form);
            }
        };
    }
}
