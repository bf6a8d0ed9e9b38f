package io.recital.models.store;

import io.recital.models.store.error.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses a server on which tenants would not be kept apart or search would not work, with the statements that mend it. */
final class JdbcServerChecks {
    private static final String OWNER = "recital_owner";
    private static final String APP = "recital_app";
    private static final int OLDEST_VERSION = 170000;
    private static final List<String> EXTENSIONS = List.of("vector", "pg_trgm", "unaccent", "btree_gin");

    private final JdbcClient owner;
    private final JdbcClient app;

    JdbcServerChecks(DataSource owner, DataSource app) {
        this.owner = JdbcClient.create(owner);
        this.app = JdbcClient.create(app);
    }

    /** Throws when something is not as it must be; the message has every statement to run, as the server's superuser. */
    void requireAll() {
        requireVersion();
        requireLogin(owner, OWNER, DatabaseSettings.OWNER_URL_VARIABLE);
        requireLogin(app, APP, DatabaseSettings.APP_URL_VARIABLE);
        List<String> statements = new ArrayList<>();
        statements.addAll(missingExtensions());
        statements.addAll(excessOfTheAppRole());
        statements.addAll(tablesOfTheAppRole());
        ownerMustCreate().ifPresent(statements::add);
        if (!statements.isEmpty()) {
            throw refused("The database is not ready for Recital. Run there, as its superuser: "
                    + String.join(" ", statements));
        }
    }

    private void requireVersion() {
        int version = Integer.parseInt(
                owner.sql("show server_version_num").query(String.class).single());
        if (version < OLDEST_VERSION) {
            throw refused("The database server has version %s; Recital needs PostgreSQL %d or newer"
                    .formatted(version / 10_000, OLDEST_VERSION / 10_000));
        }
    }

    private static void requireLogin(JdbcClient client, String role, String variable) {
        String user = client.sql("select session_user").query(String.class).single();
        if (!user.equals(role)) {
            throw refused(
                    "%s logs in as '%s'; it must log in as '%s'. Make that role with: CREATE ROLE %s LOGIN PASSWORD '…';"
                            .formatted(variable, user, role, role));
        }
    }

    private List<String> missingExtensions() {
        List<String> present = owner.sql("select extname from pg_extension")
                .query(String.class)
                .list();
        List<String> statements = new ArrayList<>();
        EXTENSIONS.stream()
                .filter(name -> !present.contains(name))
                .forEach(name -> statements.add("CREATE EXTENSION " + name + ";"));
        // Search in small tenants needs iterative index scans.
        boolean old = owner.sql("""
                        select count(*) from pg_extension
                        where extname = 'vector' and string_to_array(extversion, '.')::int[] < array[0, 8]
                        """).query(Long.class).single() > 0;
        if (old) {
            statements.add("ALTER EXTENSION vector UPDATE;");
        }
        return statements;
    }

    private List<String> excessOfTheAppRole() {
        return app.sql("""
                        select 'ALTER ROLE ' || rolname || ' NOSUPERUSER;' from pg_roles where rolname = session_user and rolsuper
                        union all
                        select 'ALTER ROLE ' || rolname || ' NOBYPASSRLS;' from pg_roles where rolname = session_user and rolbypassrls
                        union all
                        select 'REVOKE ' || quote_ident(granted.rolname) || ' FROM ' || session_user || ';'
                        from pg_auth_members m join pg_roles granted on granted.oid = m.roleid
                        where m.member = (select oid from pg_roles where rolname = session_user)
                        and (granted.rolname = 'recital_owner' or granted.rolsuper or granted.rolbypassrls)
                        """).query(String.class).list();
    }

    private List<String> tablesOfTheAppRole() {
        return app.sql("""
                        select format('ALTER TABLE %I.%I OWNER TO recital_owner;', n.nspname, c.relname)
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not like 'pg\\_%'
                        and c.relowner = (select oid from pg_roles where rolname = session_user)
                        order by 1
                        """).query(String.class).list();
    }

    private Optional<String> ownerMustCreate() {
        boolean may = owner.sql("select has_schema_privilege('public', 'create')")
                .query(Boolean.class)
                .single();
        return may ? Optional.empty() : Optional.of("GRANT CREATE ON SCHEMA public TO " + OWNER + ";");
    }

    private static StoreException refused(String message) {
        return new StoreException(StoreException.Category.SET_UP, message);
    }
}
