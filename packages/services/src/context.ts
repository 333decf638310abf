import type { UuidSource } from '@signalbox/contracts';
import type { Database, Queue } from '@signalbox/db';
import type { Auth } from './access/auth.ts';
import type { KeyRing } from './access/key-ring.ts';
import type { IdentityClient } from './access/sign-on/identity-client.ts';
import type { SendSystemMail } from './access/system-mail.ts';
import type { Tokens } from './access/tokens.ts';
import type { Log, World } from './clock.ts';
import type { RegistryChecks } from './compliance/registry-checks.ts';
import type { ConfigStore } from './config/config-store.ts';
import type { Crowding } from './dispatch/crowding.ts';
import type { RetryBook } from './dispatch/retry-book.ts';
import type { TrialBook } from './experiments/trial-book.ts';
import type { Identity } from './identity.ts';
import type { KnowledgeStore } from './learning/knowledge.ts';
import type { SignalBook } from './learning/signal-book.ts';
import type { Admission } from './limits/admission.ts';
import type { FairUse } from './limits/fair-use.ts';
import type { QueueWait } from './limits/queue-wait.ts';
import type { AcceptWriter } from './messages/accept-writer.ts';
import type { NetworkNotes } from './networks/network-notes.ts';
import type { NumberLookups } from './networks/number-lookups.ts';
import type { PersonHash } from './people/person-hash.ts';
import type { TariffStore } from './prices/tariff-store.ts';
import type { RequestLog } from './requests/request-log.ts';
import type { Sealer } from './secrets.ts';
import type { TemplateBook } from './templates/book.ts';
import type { Translator } from './templates/translations/ask-service.ts';
import type { CodeHash } from './verifications/code-hash.ts';

/** What every verb may use, built once for a process. */
export interface Services {
  database: Database;
  queue: Queue;
  config: ConfigStore;
  sealer: Sealer;
  codeHash: CodeHash;
  personHash: PersonHash;
  ids: UuidSource;
  world: World;
  log: Log;
  keys: KeyRing;
  tokens: Tokens;
  fairUse: FairUse;
  admission: Admission;
  queueWait: QueueWait;
  crowding: Crowding;
  acceptWriter: AcceptWriter;
  requestLog: RequestLog;
  signals: SignalBook;
  trials: TrialBook;
  networkNotes: NetworkNotes;
  /** Asks the services of workspaces for the networks of numbers. */
  numberLookups: NumberLookups;
  /** Asks the registries of workspaces whether marketing may go to people. */
  registryChecks: RegistryChecks;
  /** Asks the services of workspaces for translations. */
  translator: Translator;
  retries: RetryBook;
  knowledge: KnowledgeStore;
  tariffs: TariffStore;
  templates: TemplateBook;
  auth: Auth;
  /** Speaks with the identity providers of organisations. */
  identityClient: IdentityClient;
  /** How mails of the system itself leave; undefined where none do. */
  sendSystemMail: SendSystemMail | undefined;
  /** The region this installation runs in: where the data of its workspaces lives. */
  region: string;
  /** Where people reach the api: links in messages begin with it, without a slash at the end. Null where it is not told: then messages carry none. */
  publicUrl: string | null;
  /** Where people reach the console, without a slash at the end. */
  consoleUrl: string;
  /** Why nothing may be sent to a URL, in one sentence, or null when it may; what its host leads to is judged when it is sent to. */
  judgeUrl(text: string): string | null;
  /** Resolves when the database answers a write and its schema is current; throws one sentence otherwise. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** The context of one call. */
export interface RequestContext extends Identity {
  services: Services;
  requestId: string;
  /** Where the call came from, as an IP address; null for the installation itself. */
  address: string | null;
}
