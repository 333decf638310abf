export { openSmpp } from './client.ts';
export { smppManifest } from './manifest.ts';
export { SmppSettings } from './settings.ts';
