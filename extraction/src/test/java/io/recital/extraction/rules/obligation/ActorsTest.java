package io.recital.extraction.rules.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActorsTest {
    @Test
    void takesForAnActorWhoeverIsSaidToDoSeveralThings() {
        String text = """
                Zephyra will provide Customer with a login. The Trust may inspect the books and the Trust shall pay the premium.
                Orin's shall approve the artwork. Orin's may not assign. Zephyra shall not disclose the login.
                """;
        assertThat(Actors.of(text).names()).containsExactly("Orin's", "Trust", "Zephyra");
    }

    @Test
    void takesNoThingForAnActorWhateverItDoes() {
        String text = """
                This Agreement shall terminate on June 30. The Agreement will continue. The Services shall include support.
                The Services must meet the plan. Such Products shall conform. Such Products may bear marks. Section 4 shall survive.
                """;
        assertThat(Actors.of(text).names()).isEmpty();
    }

    @Test
    void needsMoreThanOneAct() {
        assertThat(Actors.of("Marlowe shall pay the fee. The Term shall begin today.")
                        .names())
                .isEmpty();
    }
}
