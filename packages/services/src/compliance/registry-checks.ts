import { askNumbers, readRegistry } from '@signalbox/channels/manifests';
import { type RegistryRow, storeRegistryAnswers } from '@signalbox/db';
import type { AskEnd, Asked, Asker, AskWish } from '../asking/asker.ts';
import type { ConfigStore } from '../config/config-store.ts';
import { registrySource } from '../dispatch/hold.ts';

const HOUR_MS = 3_600_000;

/** Asks the registries of workspaces whether addresses stand on them, and keeps what they say for as long as it holds. */
export interface RegistryChecks {
  /** Asks one registry that is switched on; no call begins after `untilMs`. Never rejects: what was not asked or answered says so. */
  ask(workspace: number, key: string, wishes: readonly AskWish[], untilMs: number): Promise<Map<string, AskEnd>>;
}

/** The place the secret of a registry is bound to. */
export const registrySecretPlace = (workspace: number, key: string): string => `registry/${workspace}/${key}/secret`;

/** Checks against the registries that workspaces have set. */
export function createRegistryChecks({ config, asker }: { config: ConfigStore; asker: Asker }): RegistryChecks {
  return {
    async ask(workspace, key, wishes, untilMs) {
      const row = config.current().registriesOf(workspace)?.named(key);
      return row === undefined ? new Map() : asker.ask(askedOf(row), wishes, untilMs);
    },
  };
}

const askedOf = (row: RegistryRow): Asked<boolean> => ({
  workspace: row.workspace,
  name: registrySource(row.key),
  service: row.service,
  secret: row.secret,
  secretPlace: registrySecretPlace(row.workspace, row.key),
  write: (addresses, secret) => askNumbers(row.service, secret, addresses),
  read: (addresses, answer) => readRegistry(row.service, addresses, answer),
  keep: (tx, found) =>
    storeRegistryAnswers(
      tx,
      found.map(({ address, messageId, finding: listed, atMs }) => ({
        ...{ workspace: row.workspace, registry: row.key, version: row.version, address, messageId, listed, atMs },
        untilMs: atMs + row.service.valid_hours * HOUR_MS,
      })),
    ),
});
