package io.recital.models.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.FactSubject;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactAssignmentTest {
    private static final FactSubject OWN = new FactSubject(new VendorReference("1", "Other Side Ltd"), "A-1");
    private static final FactSubject AUDITOR = new FactSubject(new VendorReference("2", "Quillmarsh LLP"), "A-1");

    private static final ContractFamily FAMILY = new FamilyInWords(TenantRole.BUYER)
            .with("A-1", "agreement", "2025-01-01")
            .build();

    private static final FactAssignment ASSIGNMENT =
            new FactAssignment(List.of(FAMILY), List.of(), List.of(), List.of(OWN, AUDITOR));

    @Test
    void anInvoiceUnderAContractBelongsToItWhoeverSentIt() {
        assertThat(ASSIGNMENT.find(OWN)).contains(FAMILY);
        assertThat(ASSIGNMENT.find(AUDITOR)).contains(FAMILY);
    }

    @Test
    void whoHasNoContractIsAStrangerUnderThatOfAnother() {
        assertThat(ASSIGNMENT.isOfAStranger(AUDITOR)).isTrue();
        assertThat(ASSIGNMENT.isOfAStranger(OWN)).isFalse();
    }
}
