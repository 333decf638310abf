import type { MessageDetailView, MessageView, RevealedRecipient, Role } from '@signalbox/contracts';
import { readMessageRows, type SqlRunner } from '@signalbox/db';
import { assertApproved } from '../approvals/assert-approved.ts';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { seesAddresses } from '../people/sees-addresses.ts';
import { hidePeople, redactText } from '../redact.ts';
import { inWorkspace } from '../tenant.ts';
import { messageNotFound, messageUuid } from './get.ts';

/** The address a message went to; `not_found` outside the caller's workspace and environment. */
export async function readRecipient(tx: SqlRunner, ctx: RequestContext, id: string): Promise<string> {
  const [row] = await readMessageRows(tx, ctx.workspace.number, ctx.environment, [messageUuid(id)]);
  if (row === undefined) throw messageNotFound();
  return row.address;
}

/**
 * Tells the address a message went to, of this one message and for a reason that stands in the audit log. Throws `forbidden` where a second
 * person approves it and did not.
 */
export async function revealRecipient({
  ctx,
  input: { id, reason },
}: {
  ctx: RequestContext;
  input: { id: string; reason: string };
}): Promise<RevealedRecipient> {
  return inWorkspace(ctx, async (tx) => {
    const address = await readRecipient(tx, ctx, id);
    const { environment } = ctx;
    await assertApproved(tx, ctx, { kind: 'reveals', action: 'reveal.message', environment, object: id });
    await recordAudit(tx, ctx, {
      action: 'message.revealed',
      object: { kind: 'message', id, name: redactText(address) },
      before: null,
      after: { reason },
    });
    return { to: address };
  });
}

/** A message for a role that sees no addresses: whom it went to is masked, and so is every number and mail address in its text. */
export function maskMessage(role: Role, view: MessageView): MessageView {
  return seesAddresses(role) ? view : { ...hidePeople(view), from: view.from };
}

/** The body of an answer of the public API, for a person who tries it: a key would see the addresses in it, a role perhaps not. */
export function maskAnswer(role: Role, body: string): string {
  if (seesAddresses(role) || body === '') return body;
  return JSON.stringify(hidePeople(JSON.parse(body)));
}

/** The same of all that is told of a message. */
export function maskDetail(role: Role, detail: Omit<MessageDetailView, 'is_masked'>): MessageDetailView {
  if (seesAddresses(role)) return { ...detail, is_masked: false };
  return { message: maskMessage(role, detail.message), timeline: hidePeople(detail.timeline), is_masked: true };
}
