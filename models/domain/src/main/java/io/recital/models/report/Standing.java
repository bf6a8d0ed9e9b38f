package io.recital.models.report;

import static java.util.Objects.requireNonNull;

import io.recital.models.contract.TenantRole;
import io.recital.models.family.ContractFamily;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.LedgerEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One counterparty on a day: what is known of it, and what that comes to.
 *
 * @param source reads its dossier: those of all counterparties together need not fit into memory
 * @param revision another one as soon as anything is that it rests on; empty where nobody keeps count
 */
public record Standing(ContractFamily family, Supplier<Dossier> source, Ledger ledger, String revision) {
    public Standing {
        requireNonNull(revision, "revision");
        requireNonNull(family, "family");
        requireNonNull(source, "source");
        requireNonNull(ledger, "ledger");
    }

    /** A standing whose facts stay in memory. */
    public Standing(Dossier dossier, Ledger ledger) {
        this(dossier.family(), () -> dossier, ledger, "");
    }

    /** The same with its facts in memory, for as long as it is used itself. */
    public Standing inMemory() {
        Dossier read = dossier();
        return new Standing(family, () -> read, ledger, revision);
    }

    /** The counterparty's name. */
    public String name() {
        return family.counterparty().name();
    }

    /** What is known of it; keep it while several questions are asked of it. */
    public Dossier dossier() {
        return source.get();
    }

    /**
     * Whether it is money that the tenant may ask for: what the classes say, and where the tenant sells, what it has
     * invoiced too little.
     */
    public boolean isClaimable(LedgerEntry entry) {
        return entry.leakage().isClaimable()
                || (entry.leakage() == LeakageClass.UNDER_BILLING
                        && isSoldUnder(entry.rests().get(0).contract()));
    }

    private boolean isSoldUnder(UUID contract) {
        return family.find(contract)
                .map(member -> member.contract().role())
                .filter(role -> role == TenantRole.SELLER || role == TenantRole.LICENSOR)
                .isPresent();
    }

    /** What a claim letter may ask for on a day. */
    public List<LedgerEntry> claimableOn(LocalDate day) {
        return ledger.entries().stream()
                .filter(entry -> isClaimable(entry) && entry.isFreeToBeClaimedOn(day))
                .toList();
    }
}
