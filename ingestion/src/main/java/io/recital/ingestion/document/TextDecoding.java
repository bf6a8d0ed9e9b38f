package io.recital.ingestion.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.tika.parser.txt.CharsetDetector;
import org.apache.tika.parser.txt.CharsetMatch;

/**
 * Decodes a text file: UTF-8 when it is valid UTF-8, UTF-16 and UTF-32 by their byte order mark, otherwise the character
 * set that its bytes suggest. Nothing is normalised: line ends stay, and a UTF-8 byte order mark stays as U+FEFF.
 */
final class TextDecoding {
    private static final int LEAST_CONFIDENCE = 30;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private TextDecoding() {}

    static String decode(byte[] bytes) throws DocumentRefusal {
        String text = decodeWith(charsetOf(bytes), bytes);
        if (text.indexOf('\0') >= 0) {
            throw new DocumentRefusal(
                    RefusalCategory.UNSUPPORTED_TYPE,
                    "The file holds binary data, not text; send the original document.");
        }
        if (text.isBlank() || text.equals("\uFEFF")) {
            throw new DocumentRefusal(RefusalCategory.EMPTY, "The file holds no words.");
        }
        return text;
    }

    private static Charset charsetOf(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0) || startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
            return Charset.forName("UTF-32");
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        return isUtf8(bytes) ? StandardCharsets.UTF_8 : detect(bytes);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Charset detect(byte[] bytes) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(bytes);
        CharsetMatch match = detector.detect();
        if (match == null || match.getConfidence() < LEAST_CONFIDENCE || !Charset.isSupported(match.getName())) {
            return WESTERN;
        }
        Charset detected = Charset.forName(match.getName());
        return detected.equals(StandardCharsets.ISO_8859_1) || detected.equals(StandardCharsets.UTF_8)
                ? WESTERN
                : detected;
    }

    private static String decodeWith(Charset charset, byte[] bytes) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("A replacing decoder does not fail", e);
        }
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
