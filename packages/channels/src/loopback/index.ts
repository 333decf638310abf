export { openLoopback } from './client.ts';
