export { openSmtp } from './client.ts';
export { SmtpSettings, smtpManifest } from './manifest.ts';
