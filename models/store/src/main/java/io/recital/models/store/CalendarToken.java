package io.recital.models.store;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the address of a calendar feed ends with: the tenant in whose name it is looked up, and a secret.
 *
 * @param secret 48 hexadecimal digits; nowhere stored
 */
public record CalendarToken(UUID tenant, String secret) {
    private static final int SECRET_BYTES = 24;
    private static final Pattern WRITTEN = Pattern.compile("([0-9a-f]{32})([0-9a-f]{48})");
    private static final SecureRandom RANDOM = new SecureRandom();

    public CalendarToken {
        requireNonNull(tenant, "tenant");
        requireNonNull(secret, "secret");
    }

    /** A new one, unlike any other. */
    static CalendarToken of(UUID tenant) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new CalendarToken(tenant, HexFormat.of().formatHex(secret));
    }

    /** As {@link #written} has it; empty for anything else. */
    public static Optional<CalendarToken> parse(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String tenant = parts.group(1).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        return Optional.of(new CalendarToken(UUID.fromString(tenant), parts.group(2)));
    }

    /** For an address. */
    public String written() {
        return tenant.toString().replace("-", "") + secret;
    }

    String hash() {
        return Sha256.of(secret).hex();
    }

    /** Says whose it is and keeps the secret: tokens do not belong in logs. */
    @Override
    public String toString() {
        return "CalendarToken[" + tenant + "]";
    }
}
