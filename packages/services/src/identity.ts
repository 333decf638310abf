import type { Environment } from '@signalbox/contracts';

/** Who acts: the workspace always comes from the credential, never from a body. */
export interface Identity {
  workspace: { number: number; id: string; name: string };
  environment: Environment;
  actor: { kind: 'key'; id: string; number: number } | { kind: 'user'; id: string } | { kind: 'system'; id: string };
}
