import type { Ports } from '../env.ts';

/** What `npm start` writes for people and scripts once all is ready (design: outside faces that stay stable). */
export type Demo = {
  console_url: string;
  api_url: string;
  simulator_url: string;
  sign_in: { email: string; password: string };
  api_keys: { live: string; sandbox: string };
  workspace_id: string;
  oauth: { client_id: string; client_secret: string };
};

/** The address of a program on this machine. */
export function localUrl(port: number): string {
  return `http://127.0.0.1:${port}`;
}

/** Where the programs of a system find each other; the three an outsider needs are in demo.json too. */
export function addressesOf(ports: Ports): { console: string; api: string; worker: string; simulator: string } {
  return {
    console: localUrl(ports.console),
    api: localUrl(ports.api),
    worker: localUrl(ports.worker),
    simulator: localUrl(ports.simulator),
  };
}
