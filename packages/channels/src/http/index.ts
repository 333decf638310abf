export { openHttp } from './client.ts';
