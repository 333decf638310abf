/** A process that sends webhooks and nothing else, for a test that kills it: the address of the database, then places inside it may send to. */
import { openWebhookWire } from '@signalbox/channels';
import { openStageServices } from '../dispatch/testing.ts';
import { openWebhookSender } from './open-webhook-sender.ts';

const [databaseUrl = '', ...allow] = process.argv.slice(2);
const services = await openStageServices(databaseUrl, 'worker', allow);
await openWebhookSender({ services, post: openWebhookWire({ allow }).post });
process.once('disconnect', () => process.exit(0));
