import { hkdfSync } from 'node:crypto';
import { judgeUrl, parseAllowList } from '@signalbox/channels/manifests';
import { createUuidSource } from '@signalbox/contracts';
import { openDatabase, openQueue } from '@signalbox/db';
import { createAuth } from './access/auth.ts';
import { createKeyRing } from './access/key-ring.ts';
import { createIdentityClient } from './access/sign-on/identity-client.ts';
import type { SendSystemMail } from './access/system-mail.ts';
import { createTokens } from './access/tokens.ts';
import { createAsker } from './asking/asker.ts';
import type { Log, World } from './clock.ts';
import { createRegistryChecks } from './compliance/registry-checks.ts';
import { openConfigStore } from './config/config-store.ts';
import type { Services } from './context.ts';
import { createCrowding } from './dispatch/crowding.ts';
import { createRetryBook } from './dispatch/retry-book.ts';
import { createTrialBook } from './experiments/trial-book.ts';
import { openKnowledgeStore } from './learning/knowledge.ts';
import { createSignalBook } from './learning/signal-book.ts';
import { createAdmission } from './limits/admission.ts';
import { createFairUse } from './limits/fair-use.ts';
import { openQueueWait } from './limits/queue-wait.ts';
import { createAcceptWriter } from './messages/accept-writer.ts';
import { createNetworkNotes } from './networks/network-notes.ts';
import { createNumberLookups } from './networks/number-lookups.ts';
import type { Outgoing } from './outgoing.ts';
import { createPersonHash } from './people/person-hash.ts';
import { openTariffStore } from './prices/tariff-store.ts';
import { createRequestLog } from './requests/request-log.ts';
import { createSealer } from './secrets.ts';
import { openTemplateBook } from './templates/book.ts';
import { createTranslator } from './templates/translations/ask-service.ts';
import { createCodeHash } from './verifications/code-hash.ts';

/** What a process must know to open the services. */
export interface ServicesOptions {
  databaseUrl: string;
  /** 64 hex digits; seals secrets and signs cookies. */
  masterKey: string;
  role: 'api' | 'worker';
  /** Where callers reach the api: who its access tokens are issued by and for. */
  issuer?: string;
  /** Where people reach the api, for the links in messages; without it they carry none. */
  publicUrl?: string | undefined;
  /** Addresses the console is reached at. */
  consoleOrigins: string[];
  /** How mails of the system itself leave: links for new passwords, invitations; without it none do. */
  sendSystemMail?: SendSystemMail | undefined;
  /** The way out to identity providers and lookup services; without it nobody signs in through one and no number is looked up. */
  outgoing?: Outgoing;
  /** The operator's exceptions for outgoing HTTP, see parseAllowList; none by default. */
  egressAllow?: readonly string[];
  /** The region this installation runs in. */
  region?: string;
  world: World;
  log: Log;
}

const NO_WAY_OUT: Outgoing = {
  request: () => Promise.reject(new Error('this process has no way out')),
};

const CONNECTIONS = { api: 10, worker: 14 } as const;

/** Opens database, queue, configuration and sign-in; throws one sentence when a part cannot be reached. */
export async function openServices(options: ServicesOptions): Promise<Services> {
  const { world, log, role } = options;
  const allowed = parseAllowList(options.egressAllow ?? []);
  const sealer = createSealer(options.masterKey);
  const applicationName = `signalbox-${role}`;
  const database = openDatabase({ url: options.databaseUrl, maxConnections: CONNECTIONS[role], applicationName });
  const queue = await openQueue({
    url: options.databaseUrl,
    role,
    applicationName,
    // Not always an Error: pg-boss hands over copies of them, which have no text of their own.
    onError: (error) => log.error('The queue reports a fault.', { error }),
  });
  const config = await openConfigStore(database, log);
  const tokens = createTokens(options.masterKey, options.issuer ?? 'signalbox', world);
  const keys = createKeyRing(database, config, tokens, world, log);
  const fairUse = createFairUse(database, config, world, log);
  const admission = createAdmission();
  const queueWait = await openQueueWait(database, world);
  const crowding = createCrowding(world);
  const acceptWriter = createAcceptWriter(database, { queue, crowding, queueWait }, log);
  const requestLog = createRequestLog(database, world, log);
  const signals = createSignalBook(database, log);
  const trials = createTrialBook(database, log);
  const knowledge = await openKnowledgeStore(database, world, log);
  const tariffs = await openTariffStore(database, world, log);
  const networkNotes = createNetworkNotes(database, tariffs, world, log);
  const templates = openTemplateBook(database, config, world.nowMs, log);
  const secret = Buffer.from(hkdfSync('sha256', options.masterKey, '', 'signalbox.sign-in', 32)).toString('hex');
  const { consoleOrigins, sendSystemMail } = options;
  const ids = createUuidSource(world);
  const outgoing = options.outgoing ?? NO_WAY_OUT;
  const identityClient = createIdentityClient(outgoing, world.nowMs);
  const asker = createAsker({ database, sealer, outgoing, world, log });
  const numberLookups = createNumberLookups({ config, asker });
  const registryChecks = createRegistryChecks({ config, asker });
  const auth = createAuth({
    database,
    secret,
    log,
    trustedOrigins: consoleOrigins,
    sendMail: sendSystemMail,
    ids,
    world,
    sealer,
    identityClient,
  });
  return {
    database,
    queue,
    config,
    sealer,
    codeHash: createCodeHash(options.masterKey),
    personHash: createPersonHash(options.masterKey),
    ids,
    world,
    log,
    keys,
    tokens,
    fairUse,
    admission,
    queueWait,
    crowding,
    acceptWriter,
    requestLog,
    signals,
    trials,
    networkNotes,
    numberLookups,
    registryChecks,
    translator: createTranslator({ asker, nowMs: world.nowMs }),
    retries: createRetryBook(world),
    knowledge,
    tariffs,
    templates,
    auth,
    identityClient,
    sendSystemMail,
    region: options.region ?? 'local',
    publicUrl: options.publicUrl ?? null,
    consoleUrl: consoleOrigins[0] ?? 'http://127.0.0.1:3000',
    judgeUrl(text) {
      const judgement = judgeUrl(allowed, text);
      return judgement.ok ? null : judgement.why;
    },
    async ready() {
      // A write and its read: a database that only reads is not ready to accept.
      await database.sql.begin(async (tx) => {
        await tx`set local statement_timeout = '1s'`;
        await tx`update config_version set version = version where false`;
        const [row] = await tx<{ partitions: number }[]>`
          select count(*)::int as partitions from pg_class where relname = 'message_' || to_char(now() at time zone 'utc', 'YYYYMMDD')`;
        if (row?.partitions !== 1) throw new Error("today's partition of the message table is missing");
      });
    },
    async close() {
      await acceptWriter.idle();
      await requestLog.close();
      await signals.close();
      await trials.close();
      await networkNotes.close();
      await asker.idle();
      await templates.close();
      await knowledge.close();
      await tariffs.close();
      await auth.idle();
      admission.close();
      await keys.close();
      await queueWait.close();
      await config.close();
      await queue.stop(2000);
      await database.close();
    },
  };
}
