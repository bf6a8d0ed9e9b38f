package io.recital.samples;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes a sample as an Internet message (RFC 5322) whose body stands there twice, as plain text and as HTML. Nothing
 * in it depends on the time or the machine.
 */
final class EmlRenderer implements Renderer {
    private static final String END = "\r\n";
    private static final int LINE = 76;
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x20-\\x7E]");
    private static final String STYLE = """
            body { font: 11pt Calibri, Arial, sans-serif; } table { border-collapse: collapse; margin: 0.6em 0 1em; }
            th, td { border: 1px solid #999; padding: 0.25em 0.6em; text-align: left; vertical-align: top; }
            th { background: #eee; } .right { text-align: right; } p.i1 { margin-left: 2em; } p.i2 { margin-left: 4em; }
            """;

    @Override
    public byte[] render(SourceDocument source) {
        String boundary = "----=_Part_" + Integer.toHexString(source.name().hashCode());
        List<String> lines = new ArrayList<>();
        header("From", source.property("from"), lines);
        header("To", source.property("to"), lines);
        if (source.properties().containsKey("cc")) {
            header("Cc", source.property("cc"), lines);
        }
        header("Subject", source.property("subject"), lines);
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(source.madeAt().atOffset(ZoneOffset.UTC));
        lines.add("Date: " + date.replace("GMT", "+0000"));
        lines.add("Message-ID: <" + source.name() + "@" + domain(source.property("from")) + ">");
        lines.add("MIME-Version: 1.0");
        lines.add("Content-Type: multipart/alternative;");
        lines.add(" boundary=\"" + boundary + "\"");
        lines.add("");
        part("text/plain", EmlText.of(source), boundary, lines);
        part("text/html", html(source), boundary, lines);
        lines.add("--" + boundary + "--");
        return (String.join(END, lines) + END).getBytes(StandardCharsets.US_ASCII);
    }

    private static String html(SourceDocument source) {
        return "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"UTF-8\">\n<style>\n" + STYLE
                + "</style>\n</head>\n<body>\n" + HtmlText.of(source) + "</body>\n</html>\n";
    }

    private static String domain(String from) {
        return from.substring(from.indexOf('@') + 1).replaceFirst(">.*", "");
    }

    private static void part(String type, String text, String boundary, List<String> lines) {
        lines.add("--" + boundary);
        lines.add("Content-Type: " + type + "; charset=UTF-8");
        lines.add("Content-Transfer-Encoding: quoted-printable");
        lines.add("");
        text.lines().forEach(line -> lines.addAll(quotedPrintable(line)));
        lines.add("");
    }

    /** A field, folded between words; words beyond ASCII are encoded (RFC 2047). */
    private static void header(String name, String value, List<String> lines) {
        StringBuilder line = new StringBuilder(name).append(':');
        boolean before = false;
        for (String word : value.split(" ")) {
            boolean encode = NOT_ASCII.matcher(word).find();
            // a blank between two encoded words does not count, so that it has to be in one of them
            String encoded = encode ? encodedWord(before ? " " + word : word) : word;
            before = encode;
            if (line.length() + encoded.length() + 1 > LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(' ').append(encoded);
        }
        lines.add(line.toString());
    }

    private static String encodedWord(String word) {
        StringBuilder encoded = new StringBuilder("=?UTF-8?Q?");
        for (byte octet : word.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(
                    octet == ' ' ? "_" : isPlain(octet) && "?_=".indexOf(octet) < 0 ? "" + (char) octet : hex(octet));
        }
        return encoded.append("?=").toString();
    }

    private static boolean isPlain(byte octet) {
        return octet > ' ' && octet < 127;
    }

    private static String hex(byte octet) {
        return String.format("=%02X", octet & 0xFF);
    }

    /** One line of text as lines of quoted-printable, broken softly where it is long (RFC 2045). */
    private static List<String> quotedPrintable(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < octets.length; i++) {
            boolean blank = octets[i] == ' ' && i + 1 < octets.length;
            String next = blank || (isPlain(octets[i]) && octets[i] != '=') ? "" + (char) octets[i] : hex(octets[i]);
            if (line.length() + next.length() >= LINE) {
                lines.add(line + "=");
                line.setLength(0);
            }
            line.append(next);
        }
        lines.add(line.toString());
        return lines;
    }
}
