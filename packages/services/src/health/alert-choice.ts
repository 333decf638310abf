import { type AlertMailView, type SetAlertMailInput, SignalboxError } from '@signalbox/contracts';
import { type AlertReader, readAlertChoice, storeAlertChoice } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';

/** Which alerts of the environment the person who asks gets by mail: none until they are chosen. */
export async function readAlertMail({ ctx }: { ctx: RequestContext; input: object }): Promise<AlertMailView> {
  const reader = readerOf(ctx);
  const kinds = await inWorkspace(ctx, (tx) => readAlertChoice(tx, reader));
  return { kinds: kinds ?? [], can_mail: ctx.services.sendSystemMail !== undefined };
}

/** Chooses them. Throws `request_invalid` where the installation sends no mails. */
export async function saveAlertMail({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: Omit<SetAlertMailInput, 'environment'>;
}): Promise<AlertMailView> {
  const reader = readerOf(ctx);
  const kinds = [...new Set(input.kinds)];
  const canMail = ctx.services.sendSystemMail !== undefined;
  if (kinds.length > 0 && !canMail)
    throw refuseField('kinds', 'invalid', 'This installation has no mail server; name one in SYSTEM_MAIL_URL first.');
  await inWorkspace(ctx, async (tx) => {
    const before = await readAlertChoice(tx, reader);
    await storeAlertChoice(tx, reader, { kinds, locale: input.locale });
    await recordAudit(tx, ctx, {
      action: 'account.alert_mail_set',
      object: { kind: 'user', id: ctx.actor.id, name: ctx.actor.name },
      before: { kinds: before ?? [] },
      after: { kinds },
    });
  });
  return { kinds, can_mail: canMail };
}

function readerOf({ workspace, environment, actor }: RequestContext): AlertReader {
  if (actor.kind !== 'user') throw new SignalboxError('forbidden', { detail: 'Only a person gets mails.' });
  return { workspace: workspace.number, environment, userId: actor.id };
}
