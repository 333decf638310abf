export { openSmtp } from './client.ts';
