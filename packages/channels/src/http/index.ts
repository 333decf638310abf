export { openHttp } from './client.ts';
export { httpManifest } from './manifest.ts';
export { COURIER_PRESET } from './presets.ts';
export { HttpSettings } from './settings.ts';
