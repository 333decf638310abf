import type { EmailSubmission, SmsSubmission, SubmitAnswer, SubmitRequest } from '@signalbox/contracts';
import { personAddress, splitParts, UNSUBSCRIBE_PLACE } from '@signalbox/core';
import type { LoadedMessage } from '@signalbox/db';
import type { Services } from '../context.ts';
import { openBody } from '../messages/sealed-body.ts';
import { sealLink } from '../unsubscribe/links.ts';
import type { Claim } from './claim.ts';
import type { WorkerContext } from './worker-context.ts';

/**
 * Hands committed claims to the adapters of their routes and resolves when every answer is written. A claim whose provider went away
 * since the decision, or whose worker has lost its lease, is answered `unsent`: no byte of it left.
 */
export async function dispatchAttempts({ ctx, input }: { ctx: WorkerContext; input: readonly Claim[] }): Promise<void> {
  if (input.length === 0) return;
  let open = input.length;
  await new Promise<void>((resolve) => {
    const done = () => {
      open -= 1;
      if (open === 0) resolve();
    };
    for (const [provider, claims] of Map.groupBy(input, (claim) => claim.providerNumber))
      submitTo(ctx, provider, claims, done);
  });
}

function submitTo(ctx: WorkerContext, provider: number, claims: readonly Claim[], done: () => void): void {
  const { ledger, desk, health, lease, services } = ctx;
  const settle = (claim: Claim | undefined, answer: SubmitAnswer) => {
    if (claim === undefined) return;
    const routeFails =
      answer.kind === 'rejected' && health.gateOf(claim.routeNumber, claim.message.country).breaker !== 'closed';
    ledger.addAnswer({ claim, answer, routeFails, atMs: services.world.nowMs(), done });
  };
  const adapter = desk.adapter(provider);
  if (adapter === undefined || !lease.isFresh()) {
    const raw =
      adapter === undefined ? 'the provider is not open in this worker' : 'the lease of this worker is not fresh';
    for (const claim of claims) settle(claim, { kind: 'unsent', reason: 'provider.unavailable', raw });
    return;
  }
  const ready = claims.flatMap((claim) => {
    const message = openBody(services.sealer, claim.message);
    if (message === undefined) settle(claim, UNOPENABLE);
    return message === undefined ? [] : [{ claim, request: requestOf(services, message, claim) }];
  });
  const sentAtMs = services.world.nowMs();
  for (const { claim } of ready) {
    health.sent(claim, sentAtMs);
    services.retries.sent(claim.routeNumber);
  }
  adapter.submit(
    ready.map(({ request }) => request),
    (index, answer) => {
      const claim = ready[index]?.claim;
      if (claim !== undefined) health.answered(claim, answer, services.world.nowMs());
      settle(claim, answer);
    },
  );
}

const UNOPENABLE: SubmitAnswer = {
  kind: 'rejected',
  reason: 'platform.render_failed',
  raw: 'the sealed text cannot be opened with the master key of this worker',
};

function requestOf(services: Services, message: LoadedMessage, claim: Claim): SubmitRequest {
  const { turn } = claim;
  const nowMs = services.world.nowMs();
  return {
    attemptRef: `${message.id.replaceAll('-', '')}-${turn}`,
    validForSeconds: Math.max(1, Math.floor((message.expiresAtMs - nowMs) / 1000)),
    urgent: message.class === 'otp',
    environment: message.environment,
    submission: submissionOf(services, message, claim, nowMs),
  };
}

function submissionOf(
  services: Services,
  message: LoadedMessage,
  claim: Claim,
  nowMs: number,
): SubmitRequest['submission'] {
  const { channel, address: to, sender: from, body, locale } = message;
  if (channel === 'sms') return smsOf(message, claim.turn, claim.dlt);
  if (channel === 'voice') return { kind: 'voice', to, from, text: body ?? '', locale: locale ?? 'en' };
  return mailOf(services, message, claim.workspace, nowMs);
}

/** Marketing names where it is stopped: in its header, and where its text asks for the place. */
function mailOf(
  { sealer, publicUrl }: Services,
  message: LoadedMessage,
  workspace: number,
  nowMs: number,
): EmailSubmission {
  const { address, sender, subject, body, html } = message;
  const mail = { kind: 'email' as const, to: address, from: sender, subject: subject ?? '', text: body, html };
  if (message.class !== 'marketing' || publicUrl === null) return mail;
  const { environment, channel, id } = message;
  const link = {
    kind: 'unsubscribe',
    workspace,
    environment,
    channel,
    address: personAddress(address),
    message: id,
  } as const;
  const unsubscribeUrl = `${publicUrl}/u/${sealLink(sealer, link, nowMs)}`;
  const fill = (text: string | null) => text?.replaceAll(UNSUBSCRIBE_PLACE, unsubscribeUrl) ?? null;
  return { ...mail, text: fill(body), html: fill(html), unsubscribeUrl };
}

function smsOf(message: LoadedMessage, turn: number, dlt: Claim['dlt']): SmsSubmission {
  // The last 16 random bits of the id differ between messages to one number; the turn keeps a second attempt apart from the first.
  const reference = (Number.parseInt(message.id.slice(-4), 16) + turn) & 0xffff;
  const text = { kind: 'sms' as const, to: message.address, parts: splitParts(message.body ?? ''), reference };
  // The bare header: what operators put around it is theirs to add.
  return dlt === null ? { ...text, from: message.sender } : { ...text, from: dlt.header, dlt: dlt.ids };
}
