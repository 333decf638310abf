export type { WorkOptions } from '@signalbox/db';

// The face of the worker: the only app that opens channels.

export { startBacklogMeter } from './dispatch/backlog-meter.ts';
export { loadFacts } from './dispatch/load-facts.ts';
export { openWorker, type Worker } from './dispatch/open-worker.ts';
export type { OpenChannel } from './dispatch/provider-desk.ts';
export { judgeExperiments } from './experiments/judge-experiments.ts';
export { runImport } from './imports/run-import.ts';
export { handleInbound } from './inbound/handle-inbound.ts';
export { learn } from './learning/learn.ts';
export { startLearner } from './learning/start-learner.ts';
export { sendNextChannel } from './messages/next-channel.ts';
export { endReceiptWait } from './receipts/receipt-due.ts';
export { matchOrphans } from './receipts/record-receipts.ts';
export { trainModels } from './success/train-models.ts';
export { draftTranslations } from './templates/translations/draft-translations.ts';
export { keepHouse } from './upkeep/keep-house.ts';
export { sweep } from './upkeep/sweep.ts';
export { fanOutEvents } from './webhooks/fan-out.ts';
export { openWebhookSender, type WebhookSender } from './webhooks/open-webhook-sender.ts';
export { stepRamps } from './weights/step-ramps.ts';
