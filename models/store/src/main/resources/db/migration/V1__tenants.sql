-- Who is served, and the tables that are read before the tenant is known.

create table tenant (
    id         uuid primary key,
    name       text not null unique check (name <> ''),
    created_at timestamptz not null default now()
);
grant select, insert on tenant to recital_app;

-- The key itself is never stored; it is looked up by its hash before the tenant is known, so this table has no policy.
create table api_key (
    id         uuid primary key,
    tenant_id  uuid not null references tenant (id) on delete cascade,
    name       text not null,
    key_sha256 text not null unique check (key_sha256 ~ '^[0-9a-f]{64}$'),
    created_at timestamptz not null default now(),
    revoked_at timestamptz
);
create index api_key_tenant on api_key (tenant_id);
grant select, insert, update (revoked_at) on api_key to recital_app;

-- db-scheduler's own table, as its documentation gives it; task payloads hold ids only.
create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
grant select, insert, update, delete on scheduled_tasks to recital_app;
