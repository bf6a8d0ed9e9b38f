package io.recital.models.ledger.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredThingsTest {
    @ParameterizedTest
    @CsvSource({
        "Availability B-12|Availability B-14, Availability B-12, B-12",
        "Availability Leeds|Availability York, Availability York, york",
        "Availability of lift LF 01 in Leeds|Availability of lift LF 02 in Leeds, Availability of lift LF 01 in Leeds, LF 01",
        "Uptime North plant|Uptime South plant|Uptime East plant, Uptime East plant, east",
        "Availability|Availability Leeds, Availability Leeds, ''",
        "Availability, Availability, ''",
        "Availability B-12, Availability B-12, B-12",
    })
    void callsAThingByWhatItsNameAloneHas(String names, String name, String thing) {
        assertThat(new MeasuredThings(List.of(names.split("\\|"))).of(name)).isEqualTo(thing);
    }

    @Test
    void knowsNoThingWhereTheNameOfSomeRowTellsNone() {
        MeasuredThings things = new MeasuredThings(List.of("Lift availability", "Lift availability LF-07"));

        assertThat(things.of("Lift availability LF-07")).isEmpty();
        assertThat(things.of("Lift availability")).isEmpty();
    }

    /** Each name held against each other, as a reader would. */
    @Property
    void isWhatIsLeftOfANameWithoutAllOthers(@ForAll("names") Set<String> names) {
        MeasuredThings things = new MeasuredThings(names);
        boolean told = names.stream().noneMatch(name -> alone(name, names).isEmpty());

        assertThat(names).allSatisfy(name -> assertThat(things.of(name)).isEqualTo(told ? alone(name, names) : ""));
    }

    @Provide
    Arbitrary<Set<String>> names() {
        return Arbitraries.of("Uptime", "of", "lift", "LF-01", "LF-02", "B 12", "north", "South", "2", "crane")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(words -> String.join(" ", words))
                .set()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static String alone(String name, Collection<String> all) {
        Set<String> numbers = MeasuredThing.numbers(name);
        Set<String> words = new TreeSet<>(TellingWords.of(name).all());
        all.stream().filter(other -> !other.equals(name)).forEach(other -> {
            numbers.removeAll(MeasuredThing.numbers(other));
            words.removeAll(TellingWords.of(other).all());
        });
        return !numbers.isEmpty()
                ? String.join(" ", numbers)
                : all.size() > 1 ? words.stream().collect(Collectors.joining(" ")) : "";
    }
}
