export { openLoopback } from './client.ts';
export { LoopbackSettings, loopbackManifest } from './manifest.ts';
