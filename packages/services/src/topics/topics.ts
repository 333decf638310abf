import {
  type SaveTopicRequest,
  SignalboxError,
  TOPICS_MAX,
  type TopicsView,
  type TopicView,
} from '@signalbox/contracts';
import { deleteTopic, readTemplatesAbout, readTopics, type SqlRunner, saveTopic } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';

const objectOf = (key: string) => ({ kind: 'topic' as const, id: key, name: key });

const topicsOf = async (tx: SqlRunner, workspace: number): Promise<TopicView[]> =>
  (await readTopics(tx, workspace)).map(({ key, names }) => ({ key, names }));

/** What marketing of the workspace may be about. */
export async function listTopics({ ctx }: { ctx: RequestContext; input: object }): Promise<TopicsView> {
  return inWorkspace(ctx, async (tx) => ({ data: await topicsOf(tx, ctx.workspace.number) }));
}

/** Makes a topic, or names it otherwise. Throws `request_invalid` when there are as many as people can choose among. */
export async function putTopic({
  ctx,
  input: { key, names },
}: {
  ctx: RequestContext;
  input: SaveTopicRequest & { key: string };
}): Promise<TopicView> {
  const workspace = ctx.workspace.number;
  await inWorkspace(ctx, async (tx) => {
    const known = await topicsOf(tx, workspace);
    const before = known.find((one) => one.key === key) ?? null;
    if (before === null && known.length >= TOPICS_MAX) {
      throw refuseField('key', 'too_many', `There are at most ${TOPICS_MAX} topics; remove one first.`);
    }
    await saveTopic(tx, { workspace, key, names });
    await recordAudit(tx, ctx, {
      ...{ action: 'topic.saved', object: objectOf(key), before, environment: null },
      after: { key, names },
    });
  });
  await ctx.services.config.refresh();
  return { key, names };
}

/**
 * Removes a topic: no message can name it any more, and people are not offered it. What they said about it stays in the ledger and counts for
 * messages that were accepted before. Throws `not_found`, and `request_invalid` while a template is about it.
 */
export async function removeTopic({
  ctx,
  input: { key },
}: {
  ctx: RequestContext;
  input: { key: string };
}): Promise<void> {
  const workspace = ctx.workspace.number;
  await inWorkspace(ctx, async (tx) => {
    const before = (await topicsOf(tx, workspace)).find((one) => one.key === key);
    if (before === undefined) throw new SignalboxError('not_found', { detail: 'There is no topic with this key.' });
    const templates = await readTemplatesAbout(tx, workspace, key);
    if (templates.length > 0) {
      throw refuseField(
        'key',
        'in_use',
        `Templates are about this topic (${templates.join(', ')}); it stays while they do.`,
      );
    }
    await deleteTopic(tx, workspace, key);
    await recordAudit(tx, ctx, {
      action: 'topic.removed',
      object: objectOf(key),
      before,
      after: null,
      environment: null,
    });
  });
  await ctx.services.config.refresh();
}
