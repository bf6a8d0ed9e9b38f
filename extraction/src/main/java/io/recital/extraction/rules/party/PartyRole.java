package io.recital.extraction.rules.party;

import io.recital.models.contract.TenantRole;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a party does under a contract, as its alias tells. */
public enum PartyRole {
    LICENSOR("licensor|franchisor|publisher", TenantRole.LICENSOR),
    LICENSEE("licensee|franchisee", TenantRole.BUYER),
    SUPPLIER(
            "supplier|vendor|seller|(?:service |software |cloud |solution )?provider|contractor|consultant|manufacturer"
                    + "|carrier|transporter|servicer|outsourcer|bank servicer|sub-?contractor|lessor|landlord|host|developer|haulier|auftragnehmer(?:in)?|lieferant(?:in)?|verkäufer(?:in)?",
            TenantRole.SELLER),
    CUSTOMER(
            "customer|buyer|purchaser|client|shipper|subscriber|user|recipient|lessee|tenant|end[- ]user"
                    + "|merchant|sponsor|government|principal|hirer|employer|auftraggeber(?:in)?|kund(?:e|in)|käufer(?:in)?",
            TenantRole.BUYER),
    PARTNER(
            "distributor|reseller|(?:marketing |channel |alliance |strategic )?partner|affiliate|agent|dealer|promoter"
                    + "|co-?promoter|member|venturer|collaborator|representative",
            TenantRole.PARTNER);

    private final Pattern words;
    private final TenantRole tenantRole;

    PartyRole(String words, TenantRole tenantRole) {
        this.words = Pattern.compile("(?:^|.*\\W)(?:" + words + ")$", Pattern.CASE_INSENSITIVE);
        this.tenantRole = tenantRole;
    }

    /** The role that an alias such as {@code the Service Provider} names. */
    public static Optional<PartyRole> ofAlias(String alias) {
        String last = alias.strip();
        for (PartyRole role : values()) {
            if (role.words.matcher(last).matches()) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** On which side the tenant stands when it is this party. */
    public TenantRole tenantRole() {
        return tenantRole;
    }

    /** The role of the other side of a contract of two; empty where it may be any. */
    public Optional<PartyRole> opposite() {
        return switch (this) {
            case LICENSOR -> Optional.of(LICENSEE);
            case LICENSEE -> Optional.of(LICENSOR);
            case SUPPLIER -> Optional.of(CUSTOMER);
            case CUSTOMER -> Optional.of(SUPPLIER);
            case PARTNER -> Optional.empty();
        };
    }

    /** The side on which the party stands, such as {@code seller}; a licensee is named as such. */
    public String label() {
        return (this == LICENSEE ? name() : tenantRole.name()).toLowerCase(Locale.ROOT);
    }
}
