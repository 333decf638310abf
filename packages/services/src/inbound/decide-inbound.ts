import { decodeId, type InboundView, SignalboxError } from '@signalbox/contracts';
import { lockInbound, noteInbound } from '@signalbox/db';
import { type AuditChange, recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { getInbound } from './list-inbound.ts';
import { obeyKeyword } from './obey-keyword.ts';

/** Somebody has looked at a text that may be a stop: it is one, and is obeyed as if the word had been written, or it is none. */
export async function decideInbound({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string; is_stop: boolean };
}): Promise<InboundView> {
  const workspace = ctx.workspace.number;
  const id = decodeId('inbound', input.id);
  const audited: AuditChange = {
    action: 'inbound.decided',
    object: { kind: 'inbound', id: input.id, name: '' },
    before: { outcome: 'unsure' },
    after: { is_stop: input.is_stop },
  };
  const decided = await inWorkspace(ctx, async (tx) => {
    const row = id === undefined ? undefined : await lockInbound(tx, workspace, ctx.environment, id);
    if (row === undefined) throw new SignalboxError('not_found', { detail: 'There is no text with this id.' });
    if (row.outcome !== 'unsure')
      throw new SignalboxError('conflict', { detail: 'This text does not wait for a decision any more.' });
    if (!input.is_stop) {
      await noteInbound(tx, workspace, [{ ...row, outcome: 'read' }]);
      await recordAudit(tx, ctx, audited);
    }
    return row;
  });
  if (input.is_stop) {
    const { keyword, scope } = decided;
    const verdict = { kind: 'stop', scope, keyword: keyword ?? 'STOP', language: null, own: null } as const;
    await obeyKeyword(ctx, decided.id, verdict, [audited]);
  }
  return getInbound({ ctx, input: { id: input.id } });
}
