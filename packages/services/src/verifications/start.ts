import {
  type Channel,
  encodeId,
  isByPhone,
  NEXT_CHANNEL_QUEUE,
  type NextChannelJob,
  type StartVerificationAnswer,
  uuidTimeMs,
  WEBHOOK_QUEUE,
} from '@signalbox/contracts';
import { drawCode, numberBlocks, personAddress } from '@signalbox/core';
import {
  addSend,
  countUses,
  findOpenVerification,
  insertVerification,
  lockStarts,
  type Transaction,
  type VerificationRow,
} from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import type { PreparedCall } from '../messages/accept-call.ts';
import { identifyCall, type SendInput } from '../messages/call-key.ts';
import { outputOf, type SendOutput } from '../messages/write-call.ts';
import { verificationJobs } from './announce.ts';
import { codeMessage, codePlace } from './code-message.ts';
import { type JudgedStart, judgeStart } from './judge-start.ts';
import { startUses, tooManyStarts } from './limits.ts';

// Wrong codes that are tested before a verification is barred (domain: OTP requirements).
const TRIES_MAX = 5;
// Longer than any code lives: how far back an open verification is looked for.
const LOOK_BACK_MS = 3_600_000;

/**
 * Starts a verification, or sends the code of the one that is open for the same `to` and `purpose` once more: same code, same id, the
 * tries stay counted. The verification, its message and the job of its next channel commit together, before the answer. The answer is
 * the same for every address. Throws `request_invalid`, and `rate_limited` when codes are asked for too often.
 */
export async function startVerification({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: SendInput;
}): Promise<SendOutput> {
  const judged = judgeStart(ctx, input.body);
  const outcome = await ctx.services.acceptWriter.write({
    workspace: ctx.workspace.number,
    messages: [],
    answer: () => ({ status: 202, body: '' }),
    idempotency: identifyCall(ctx, input, 'POST /v1/verifications'),
    prepare: (tx) => prepareStart(tx, ctx, judged),
  });
  return outputOf(outcome);
}

/** The verification a code is sent for, the message that carries it this time, and how long it is good for. */
interface Target {
  id: string;
  messageId: string;
  code: string;
  resent: boolean;
  expiresAtMs: number;
  leftMs: number;
}

async function prepareStart(tx: Transaction, ctx: RequestContext, judged: JudgedStart): Promise<PreparedCall> {
  const { services, environment } = ctx;
  const workspace = ctx.workspace.number;
  const { address, email, request } = judged;
  const ask = {
    workspace,
    environment,
    address,
    email,
    purpose: request.purpose,
    boundHash: boundHashOf(ctx, judged),
    sinceMs: services.world.nowMs() - LOOK_BACK_MS,
  };
  // Behind the lock each statement sees what the start before this one committed; they go out together.
  const [, open, refusals] = await Promise.all([
    lockStarts(tx, workspace, environment, address, request.purpose),
    findOpenVerification(tx, ask),
    countUses(tx, workspace, startUses(ctx, email === null ? [address] : [address, personAddress(email)], request.ip)),
  ]);
  if (refusals[0] !== undefined) throw tooManyStarts(ctx, refusals[0]);
  const target = open === undefined ? await begin(tx, ctx, judged) : await repeat(tx, ctx, judged, open);
  return preparedOf(ctx, judged, target);
}

async function begin(tx: Transaction, ctx: RequestContext, judged: JudgedStart): Promise<Target> {
  const { services } = ctx;
  const { request, ...rest } = judged;
  const boundHash = boundHashOf(ctx, judged);
  // The id of a verification is older than those of its messages, so that they are looked for from it on.
  const id = services.ids.next();
  const messageId = services.ids.next();
  const code = drawCode(request.code_length, services.world.fillRandom);
  const { expiresAtMs } = await insertVerification(tx, {
    ...rest,
    id,
    workspace: ctx.workspace.number,
    environment: ctx.environment,
    apiKey: apiKeyOf(ctx),
    codeLength: request.code_length,
    triesMax: TRIES_MAX,
    validForSeconds: request.valid_for_seconds,
    channelTimeoutSeconds: request.channel_timeout_seconds,
    purpose: request.purpose,
    appName: request.app_name,
    locale: request.locale,
    domain: request.domain ?? null,
    codeHash: services.codeHash.ofCode(id, code, boundHash),
    boundHash,
    blocks: blocksOf(ctx, judged),
    sealedCode: services.sealer.seal(code, codePlace(id)),
    messageId,
  });
  return { id, messageId, code, resent: false, expiresAtMs, leftMs: request.valid_for_seconds * 1000 };
}

async function repeat(
  tx: Transaction,
  ctx: RequestContext,
  { request, channels, email, sender }: JudgedStart,
  open: VerificationRow,
): Promise<Target> {
  const { id, expiresAtMs, leftMs } = open;
  const messageId = ctx.services.ids.next();
  await addSend(tx, ctx.workspace.number, id, {
    messageId,
    email,
    sender,
    channels,
    channelTimeoutSeconds: request.channel_timeout_seconds,
    appName: request.app_name,
    locale: request.locale,
    domain: request.domain ?? null,
  });
  const code = ctx.services.sealer.open(open.sealedCode ?? '', codePlace(id));
  return { id, messageId, code, resent: true, expiresAtMs, leftMs };
}

const boundHashOf = ({ services, workspace }: RequestContext, { request }: JudgedStart): string | null =>
  request.bound_to === undefined ? null : services.codeHash.ofBinding(workspace.number, request.bound_to);

/** The blocks a verification is counted in. The sandbox counts nothing: whoever tries out asks for many codes of the same few numbers. */
function blocksOf({ environment }: RequestContext, { channels, address }: JudgedStart): string[] | null {
  if (environment !== 'live' || channels[0] === 'email') return null;
  const { near, wide } = numberBlocks(address);
  return [...new Set([near, wide])];
}

const apiKeyOf = ({ actor }: RequestContext): number | null => (actor.kind === 'key' ? actor.number : null);

function preparedOf(ctx: RequestContext, judged: JudgedStart, target: Target): PreparedCall {
  const { services, environment } = ctx;
  const { request, channels, address, email, sender, country } = judged;
  const [channel = 'sms'] = channels;
  const message = codeMessage(services.sealer, {
    messageId: target.messageId,
    verificationId: target.id,
    workspace: ctx.workspace.number,
    environment,
    apiKey: apiKeyOf(ctx),
    channel,
    address: isByPhone(channel) ? address : (email ?? address),
    country,
    sender,
    appName: request.app_name,
    locale: request.locale,
    domain: request.domain ?? null,
    code: target.code,
    expiresAtMs: target.expiresAtMs,
    leftMs: target.leftMs,
  });
  const answer = answerOf(ctx, judged, target, channel);
  return {
    messages: [message],
    answer: () => ({ status: 202, body: JSON.stringify(answer) }),
    jobs: [
      ...(channels.length < 2 ? [] : [nextChannelJob(ctx.workspace.number, target, request.channel_timeout_seconds)]),
      ...(target.resent ? [] : createdJobs(ctx, judged, target)),
    ],
  };
}

function nextChannelJob(workspace: number, target: Target, afterSeconds: number): PreparedCall['jobs'][number] {
  const data: NextChannelJob = { workspace, owner: target.id, message: target.messageId };
  // One budget for all channels: the last one gets at least half of what is left.
  const startAfterSeconds = Math.max(1, Math.min(afterSeconds, Math.floor(target.leftMs / 2000)));
  return { definition: NEXT_CHANNEL_QUEUE, jobs: [{ data, startAfterSeconds }] };
}

/** Tells webhooks of a verification that has begun. */
function createdJobs(ctx: RequestContext, judged: JudgedStart, { id }: Target): PreparedCall['jobs'] {
  const { channels, country, request } = judged;
  const workspace = ctx.workspace.number;
  const news = { id, workspace, environment: ctx.environment, channels, country, purpose: request.purpose } as const;
  const fresh = {
    type: 'verification.created',
    state: 'pending',
    tries: 0,
    triesMax: TRIES_MAX,
    reason: null,
  } as const;
  const jobs = verificationJobs(ctx.services, [{ ...news, ...fresh }]);
  return jobs.length === 0 ? [] : [{ definition: WEBHOOK_QUEUE, jobs }];
}

function answerOf(ctx: RequestContext, judged: JudgedStart, target: Target, channel: Channel): StartVerificationAnswer {
  return {
    id: encodeId('verification', target.id),
    state: 'pending',
    to: judged.channels[0] === 'email' ? (judged.email ?? judged.address) : judged.address,
    channel,
    environment: ctx.environment,
    resent: target.resent,
    message_id: encodeId('message', target.messageId),
    created_at: new Date(uuidTimeMs(target.id)).toISOString(),
    expires_at: new Date(target.expiresAtMs).toISOString(),
  };
}
