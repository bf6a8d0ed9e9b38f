package io.recital.models.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageMapTest {
    @Test
    void findsThePageOfAnOffset() {
        PageMap pages = new PageMap(List.of(0, 100, 100, 250), List.of());

        assertThat(pages.pageAt(0)).hasValue(1);
        assertThat(pages.pageAt(99)).hasValue(1);
        assertThat(pages.pageAt(100)).hasValue(3);
        assertThat(pages.pageAt(9999)).hasValue(4);
        assertThat(PageMap.NONE.pageAt(5)).isEmpty();
    }

    @Test
    void givesTheBoxesOfTheLinesThatASpanTouches() {
        PageMap.LineBox first = new PageMap.LineBox(new Span(0, 10), 1, 72, 72, 200, 12);
        PageMap.LineBox second = new PageMap.LineBox(new Span(11, 20), 1, 72, 86, 180, 12);
        PageMap pages = new PageMap(List.of(0), List.of(first, second));

        assertThat(pages.boxesOf(new Span(8, 12))).containsExactly(first, second);
        assertThat(pages.boxesOf(new Span(11, 12))).containsExactly(second);
    }

    @Test
    void refusesPagesOutOfOrder() {
        assertThatThrownBy(() -> new PageMap(List.of(0, 50, 40), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
