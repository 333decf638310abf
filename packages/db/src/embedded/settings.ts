import { totalmem } from 'node:os';

const MIB = 1024 * 1024;

/** PostgreSQL settings by name, values as in postgresql.conf. */
export type PostgresSettings = Record<string, string>;

/** Settings for a durable message store on this machine's memory; nothing here trades away a committed row. */
export function durableSettings(): PostgresSettings {
  const memoryMib = memoryBytes() / MIB;
  const sharedMib = Math.round(Math.min(1024, Math.max(128, memoryMib / 8)));
  return {
    listen_addresses: '127.0.0.1',
    password_encryption: 'scram-sha-256',
    max_connections: '200',
    shared_buffers: `${sharedMib}MB`,
    effective_cache_size: `${Math.round(memoryMib / 2)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    // One statement may touch every partition of several tables.
    max_locks_per_transaction: '256',
    synchronous_commit: 'on',
    // The embedded build has neither lz4 nor zstd; pglz costs more processor time than the disk it saves.
    wal_compression: 'off',
    min_wal_size: '256MB',
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    jit: 'off',
    autovacuum: 'on',
    autovacuum_naptime: '20s',
    // A statement or a constraint's DETAIL can hold a phone number or a text: neither belongs in a log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
}

/** What a throw-away cluster may change: a crash of the machine may lose it, a crash of the server still does not. */
export const throwAwaySettings: PostgresSettings = {
  fsync: 'off',
  full_page_writes: 'off',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
};

function memoryBytes(): number {
  const limit = process.constrainedMemory();
  return limit > 0 && limit < totalmem() ? limit : totalmem();
}
