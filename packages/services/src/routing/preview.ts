import { manifestOf } from '@signalbox/channels/manifests';
import { decodeId, type RoutingDecision, type RoutingPreview } from '@signalbox/contracts';
import { type ChannelProspect, followUps, followUpText } from '@signalbox/core';
import type { RequestContext } from '../context.ts';
import { judgeSend } from '../messages/judge-send.ts';
import { warmTemplates } from '../templates/write-by-template.ts';
import { decideNow } from './decide-now.ts';
import { withContent } from './without-content.ts';

/**
 * The decision a send would meet now, explained: of each of its channels what the rules say, which routes are weighed and what they cost,
 * and what would follow. Nothing is stored and nothing is sent. The body is that of a send, whose content may be left out; throws
 * `request_invalid` for what a send would be refused for.
 */
export async function previewRouting({ ctx, input }: { ctx: RequestContext; input: unknown }): Promise<RoutingPreview> {
  const { body, isLeftOut } = withContent(input);
  await warmTemplates(ctx, [body]);
  const judged = judgeSend(ctx, body, ctx.services.world.nowMs());
  if (!judged.ok) throw judged.error;
  const decisions = await decideNow(ctx, judged.channels, !isLeftOut);
  const [first] = decisions;
  if (first === undefined) throw new Error('a preview has no decision');
  if (judged.group === null) return first;
  const { mode, timeoutSeconds } = judged.group;
  const prospects = decisions.map(
    (decision): ChannelProspect => ({
      channel: decision.channel,
      receipts: receiptsOf(ctx, decision),
    }),
  );
  return {
    ...first,
    mode,
    channel_timeout_seconds: timeoutSeconds,
    channels: decisions.map((decision, place) => ({
      ...decision,
      starts: place === 0 || mode === 'parallel' ? 'at_once' : 'when_needed',
      follow_ups: followUps(mode, prospects, place, timeoutSeconds).map((step) => ({
        when: step.when,
        next: step.next,
        after_seconds: step.afterSeconds,
        text: followUpText(step),
      })),
    })),
  };
}

/** Whether receipts come on the routes that may carry a channel; while none is open, on those that would if they were up. */
function receiptsOf(ctx: RequestContext, { candidates, channel }: RoutingDecision): ChannelProspect['receipts'] {
  const config = ctx.services.config.current();
  const routes = config.routesOf(ctx.workspace.number).filter((route) => route.channel === channel);
  const open = candidates.filter(({ excluded }) => excluded === null);
  const fitting = open.length > 0 ? open : candidates.filter(({ excluded }) => excluded === 'connection_down');
  const known = fitting.flatMap(({ route_id }) => {
    const uuid = decodeId('route', route_id);
    const provider = config.providers.get(routes.find(({ id }) => id === uuid)?.provider ?? 0);
    return provider === undefined ? [] : [manifestOf(provider.protocol).capabilities.receipts];
  });
  if (known.length === 0 || known.every(Boolean)) return 'all';
  return known.some(Boolean) ? 'some' : 'none';
}
