export { openSmpp } from './client.ts';
