package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads from the migrated database's own catalogue whether every table keeps tenants apart. */
class TenantWallTest {
    /** The only tables without row-level security, each with the reason why it has no customer data behind a tenant. */
    private static final List<String> WITHOUT_A_TENANT = List.of(
            "api_key", // looked up by hash before the tenant is known
            "flyway_schema_history", // which migrations have run
            "scheduled_tasks", // db-scheduler's queue; payloads hold ids only
            "tenant"); // the tenants themselves

    private static final String POLICY =
            "(tenant_id = (NULLIF(current_setting('recital.tenant'::text, true), ''::text))::uuid)";

    @TempDir
    static Path dataDir;

    static Database database;
    static JdbcClient owner;

    @BeforeAll
    static void open() {
        database = Database.open(DatabaseSettings.embedded(dataDir));
        owner = JdbcClient.create(database.ownerDataSource());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void onlyTheListedTablesHaveNoRowLevelSecurity() {
        assertThat(names("""
                select relname from pg_class
                where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relrowsecurity
                """)).containsExactlyInAnyOrderElementsOf(WITHOUT_A_TENANT);
    }

    @Test
    void everyOtherTableNamesItsTenantInEachRow() {
        assertThat(names("""
                select relname from pg_class c
                where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relrowsecurity
                and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id'
                                and a.attnotnull and a.atttypid = 'uuid'::regtype)
                """)).isEmpty();
    }

    @Test
    void everyOtherTableHasOnePolicyThatComparesTheTenantForAllCommandsAndRoles() {
        assertThat(names("""
                select c.relname from pg_class c
                where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relrowsecurity
                and (select array_agg((p.cmd, p.roles::text, p.qual, coalesce(p.with_check, p.qual))::text)
                     from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname)
                    is distinct from array[('ALL', '{public}', :policy, :policy)::text]
                """)).isEmpty();
    }

    @Test
    void noRowRefersToARowOfAnotherTenant() {
        assertThat(names("""
                select conrelid::regclass || ': ' || conname from pg_constraint f
                join pg_class target on target.oid = f.confrelid and target.relrowsecurity
                where contype = 'f' and not exists (
                    select from unnest(f.conkey, f.confkey) as k (here, there)
                    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.here and a.attname = 'tenant_id'
                    join pg_attribute b on b.attrelid = f.confrelid and b.attnum = k.there and b.attname = 'tenant_id')
                """))
                .as("foreign keys are checked without policies, so they must carry the tenant")
                .isEmpty();
    }

    @Test
    void viewsAndFunctionsDoNotOpenADoorInTheWall() {
        assertThat(names("""
                select relname from pg_class
                where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
                and (relkind = 'm' or not coalesce(reloptions @> array['security_invoker=true'], false))
                and not exists (select from pg_depend d where d.objid = pg_class.oid and d.deptype = 'e')
                """))
                .as("views run with their owner's rights unless told otherwise")
                .isEmpty();
        assertThat(names("""
                select proname from pg_proc p
                where prosecdef and pronamespace = 'public'::regnamespace
                and (proowner <> 'recital_owner'::regrole
                     or not exists (select from unnest(proconfig) as setting where setting like 'search_path=%')
                     or coalesce(pg_get_function_sqlbody(oid), prosrc) not like '%recital.tenant%')
                """))
                .as("functions with the owner's rights compare the tenant and fix their search path")
                .isEmpty();
    }

    @Test
    void theServingRoleOwnsNothingAndChangesNoSchema() {
        assertThat(names("select relname from pg_class where relowner = 'recital_app'::regrole"))
                .isEmpty();
        assertThat(names("""
                select 'create in ' || nspname from pg_namespace
                where nspname !~ '^pg_' and has_schema_privilege('recital_app', oid, 'create')
                """)).isEmpty();
        assertThat(names("""
                select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                and (has_table_privilege('recital_app', oid, 'truncate') or has_table_privilege('recital_app', oid, 'trigger')
                     or relname = 'flyway_schema_history' and has_table_privilege('recital_app', oid, 'insert'))
                """)).as("truncate passes row-level security by").isEmpty();
    }

    private static List<String> names(String query) {
        JdbcClient.StatementSpec statement = owner.sql(query);
        return (query.contains(":policy") ? statement.param("policy", POLICY) : statement)
                .query(String.class)
                .list();
    }
}
