package io.recital.models.store;

import io.recital.models.contract.Counterparty;
import io.recital.models.store.error.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The other sides of the tenant's contracts. Names are compared without case, punctuation and legal form. */
public final class JdbcCounterparties {
    /**
     * A counterparty whose name or alias looks like the one asked for.
     *
     * @param name the name or alias that does
     * @param similarity of trigrams, between 0 and 1
     */
    public record Similar(UUID counterparty, String name, double similarity) {}

    private static final String SELECT = """
            select c.*, array(
                select alias from counterparty_alias a where a.counterparty_id = c.id order by alias) as aliases
            from counterparty c
            """;

    private final JdbcClient jdbc;

    public JdbcCounterparties(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    /** The counterparty that has this name or alias, made when there is none. */
    public Counterparty findOrCreate(String name) {
        Optional<Counterparty> known = findByName(name);
        if (known.isPresent()) {
            return known.get();
        }
        jdbc.sql("insert into counterparty (id, name) values (:id, :name) on conflict (tenant_id, words) do nothing")
                .param("id", UUID.randomUUID())
                .param("name", name.strip())
                .update();
        return findByName(name).orElseThrow();
    }

    /** By name or, where no name is equal, by alias. */
    public Optional<Counterparty> findByName(String name) {
        return jdbc.sql(SELECT + """
                where c.words = name_words(:name)
                   or c.id in (select counterparty_id from counterparty_alias where words = name_words(:name))
                order by (c.words = name_words(:name)) desc, c.created_at
                limit 1""")
                .param("name", name)
                .query((rs, row) -> map(rs))
                .optional();
    }

    /** Those whose name or alias is alike, most alike first. */
    public List<Similar> listSimilar(String name, double least) {
        return jdbc.sql("select counterparty_id, name, similarity from similar_counterparties(:name, :least)")
                .param("name", name)
                .param("least", least)
                .query((rs, row) -> new Similar(
                        rs.getObject("counterparty_id", UUID.class), rs.getString("name"), rs.getDouble("similarity")))
                .list();
    }

    public Counterparty get(UUID id) {
        return find(id).orElseThrow(() -> absent(id));
    }

    public Optional<Counterparty> find(UUID id) {
        return jdbc.sql(SELECT + "where c.id = :id")
                .param("id", id)
                .query((rs, row) -> map(rs))
                .optional();
    }

    /**
     * Those with a contract, or of which somebody has said something, by name. One whose last contract turned out to be
     * with somebody else, such as a company of the tenant's own, is left out.
     */
    public List<Counterparty> list() {
        return jdbc.sql(SELECT + """
                where exists (select 1 from contract k where k.counterparty_id = c.id)
                   or exists (select 1 from counterparty_alias a where a.counterparty_id = c.id)
                   or c.parent_id is not null
                   or exists (select 1 from counterparty child where child.parent_id = c.id)
                   or exists (select 1 from vendor_decision d where d.counterparty_id = c.id)
                   or exists (select 1 from governance_record g where g.counterparty_id = c.id)
                   or exists (select 1 from counterparty_share s where s.counterparty_id = c.id)
                   or exists (select 1 from calendar_feed f where f.counterparty_id = c.id)
                order by c.words, c.id""").query((rs, row) -> map(rs)).list();
    }

    /** Adds another name; one that it has already is a no-op. */
    public void addAlias(UUID counterparty, String alias) {
        get(counterparty);
        jdbc.sql("""
                insert into counterparty_alias (counterparty_id, alias) values (:counterparty, :alias)
                on conflict (tenant_id, counterparty_id, words) do nothing""")
                .param("counterparty", counterparty)
                .param("alias", alias.strip())
                .update();
    }

    /** Says to which company it belongs, null for none; a company does not belong to its own subsidiaries. */
    public void setParent(UUID counterparty, @Nullable UUID parent) {
        if (parent != null && listAncestors(parent).contains(counterparty)) {
            throw new StoreException(
                    StoreException.Category.MISUSE,
                    "The counterparty " + parent + " belongs to " + counterparty + " already; give another parent");
        }
        int rows = jdbc.sql("update counterparty set parent_id = :parent::uuid where id = :id")
                .param("parent", parent)
                .param("id", counterparty)
                .update();
        if (rows == 0) {
            throw absent(counterparty);
        }
    }

    /** The counterparty itself and all that it belongs to, nearest first. */
    private List<UUID> listAncestors(UUID counterparty) {
        return jdbc.sql("""
                with recursive ancestor as (
                    select id, parent_id from counterparty where id = :id
                    union
                    select c.id, c.parent_id from counterparty c join ancestor a on c.id = a.parent_id)
                select id from ancestor""").param("id", counterparty).query(UUID.class).list();
    }

    private static StoreException absent(UUID id) {
        return new StoreException(StoreException.Category.NOT_FOUND, "There is no counterparty with the id " + id);
    }

    private static Counterparty map(ResultSet rs) throws SQLException {
        return new Counterparty(
                rs.getObject("id", UUID.class),
                rs.getString("name"),
                List.of((String[]) rs.getArray("aliases").getArray()),
                rs.getObject("parent_id", UUID.class));
    }
}
