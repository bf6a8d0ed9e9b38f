package io.recital.extraction.rules.party;

import io.recital.models.contract.TenantRole;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a party does under a contract, as its alias tells. */
public enum PartyRole {
    LICENSOR("licensor|franchisor|owner|publisher", TenantRole.LICENSOR),
    LICENSEE("licensee|franchisee", TenantRole.BUYER),
    SUPPLIER(
            "supplier|vendor|seller|(?:service |software |cloud |solution )?provider|contractor|consultant|manufacturer"
                    + "|carrier|transporter|servicer|outsourcer|bank servicer|sub-?contractor|lessor|landlord|host|developer",
            TenantRole.SELLER),
    CUSTOMER(
            "customer|buyer|purchaser|client|shipper|subscriber|user|recipient|lessee|tenant|end[- ]user"
                    + "|merchant|sponsor|government",
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

    /** In lower case, such as {@code supplier}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
