import type { Environment } from '@signalbox/contracts';

/** Who does something, and what they are called now: the audit log keeps the name. */
export type Actor =
  | { kind: 'key'; id: string; number: number; name: string }
  | { kind: 'user' | 'system'; id: string; name: string };

/** Who acts: the workspace always comes from the credential, never from a body. */
export interface Identity {
  workspace: { number: number; id: string; name: string };
  environment: Environment;
  actor: Actor;
}
