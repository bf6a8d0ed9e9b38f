package io.recital.models.store;

import io.recital.models.fact.VendorDecision;
import io.recital.models.fact.VendorReference;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which counterparties people said vendors are; a decision is added, never changed. */
public final class JdbcVendorDecisions {
    private final JdbcClient jdbc;

    public JdbcVendorDecisions(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    public void add(VendorDecision decision, String decidedBy, @Nullable String note) {
        jdbc.sql("""
                insert into vendor_decision (vendor, vendor_id, vendor_name, counterparty_id, decided_by, note)
                values (:vendor, :id, :name, :counterparty::uuid, :by, :note)""")
                .param("vendor", decision.vendor().key())
                .param("id", decision.vendor().id())
                .param("name", decision.vendor().name())
                .param("counterparty", decision.counterparty())
                .param("by", decidedBy)
                .param("note", note)
                .update();
    }

    /** All decisions, oldest first. */
    public List<VendorDecision> list() {
        return jdbc.sql("select vendor_id, vendor_name, counterparty_id from vendor_decision order by seq")
                .query((rs, row) -> new VendorDecision(
                        new VendorReference(rs.getString("vendor_id"), rs.getString("vendor_name")),
                        rs.getObject("counterparty_id", UUID.class)))
                .list();
    }
}
