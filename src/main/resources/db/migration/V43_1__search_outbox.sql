-- What Hibernate Search keeps where one index serves several nodes: the nodes that write it, and changes not written yet.
CREATE TABLE hsearch_agent (
    id uuid PRIMARY KEY,
    type text NOT NULL
        CHECK (type IN ('EVENT_PROCESSING_DYNAMIC_SHARDING', 'EVENT_PROCESSING_STATIC_SHARDING', 'MASS_INDEXING')),
    name text NOT NULL,
    expiration timestamptz(6) NOT NULL,
    state text NOT NULL CHECK (state IN ('RUNNING', 'WAITING', 'SUSPENDED')),
    total_shard_count integer,
    assigned_shard_index integer,
    tenant_id text,
    payload bytea
);

CREATE TABLE hsearch_outbox_event (
    id uuid PRIMARY KEY,
    entity_name text NOT NULL,
    entity_id text NOT NULL,
    entity_id_hash integer NOT NULL,
    payload bytea NOT NULL,
    retries integer NOT NULL,
    process_after timestamptz(6) NOT NULL,
    status text NOT NULL CHECK (status IN ('PENDING', 'ABORTED')),
    tenant_id text
);

CREATE INDEX hsearch_outbox_event_due ON hsearch_outbox_event (status, process_after, entity_id_hash);
