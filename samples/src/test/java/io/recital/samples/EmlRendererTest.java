package io.recital.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.junit.jupiter.api.Test;

class EmlRendererTest {
    private static final String PROPERTIES = """
            from: Jörg Öst <joerg@nordkai.example>
            to: Ann Lee <ann@calderbrook.example>
            cc: Bo Day <bo@calderbrook.example>
            time: 16:42
            subject: Änderung Übergabe der Rampen zum 1. April 2026, wie am Telefon besprochen, mit neuem Preis""";
    private static final String BODY = "Dear Ann,\n\nThe price is “£5” = five pounds – " + "word ".repeat(40)
            + "end.\n\n| Item | Price |\n|---|---:|\n| Carton | £5.00 |\n| Pouch, large | £12.50 |";

    @Test
    void writesTheFieldsOfAMessage() {
        Message message = message();
        assertThat(message.getFrom().get(0).getName()).isEqualTo("Jörg Öst");
        assertThat(message.getFrom().get(0).getAddress()).isEqualTo("joerg@nordkai.example");
        assertThat(message.getSubject())
                .isEqualTo(
                        "Änderung Übergabe der Rampen zum 1. April 2026, wie am Telefon besprochen, mit neuem Preis");
        assertThat(message.getDate().toInstant()).hasToString("2026-01-14T16:42:00Z");
        assertThat(message.getMessageId()).isEqualTo("<test@nordkai.example>");
        assertThat(message.getCc()).hasSize(1);
    }

    @Test
    void saysTheSameInTextAndInHtml() {
        assertThat(part(0))
                .contains("The price is “£5” = five pounds – word")
                .contains("Item            Price", "Carton          £5.00", "Pouch, large   £12.50");
        assertThat(part(1))
                .contains("<p class=\"i0\">The price is “£5” = five pounds – word")
                .contains("<td>Carton</td><td class=\"right\">£5.00</td>");
    }

    @Test
    void keepsToTheLengthOfLinesThatMailAllows() {
        List<String> lines = new String(Rendered.bytes("eml", PROPERTIES, BODY), StandardCharsets.US_ASCII)
                .lines()
                .toList();
        assertThat(lines).allMatch(line -> line.length() <= 78);
    }

    private static Message message() {
        try {
            return new DefaultMessageBuilder()
                    .parseMessage(new ByteArrayInputStream(Rendered.bytes("eml", PROPERTIES, BODY)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String part(int index) {
        Multipart parts = (Multipart) message().getBody();
        try {
            return new String(
                    ((TextBody) parts.getBodyParts().get(index).getBody())
                            .getInputStream()
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
