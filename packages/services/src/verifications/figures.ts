import { encodeId, uuidFloor, type VerificationFigures } from '@signalbox/contracts';
import { countVerifications, readConversions } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { readWithin } from '../tenant.ts';

const DAY_MS = 86_400_000;

/** How codes did in the last 24 hours: how many verifications were started and approved, and the conversion of each route and country. */
export async function readVerificationFigures({ ctx }: { ctx: RequestContext }): Promise<VerificationFigures> {
  const { services, environment } = ctx;
  const workspace = ctx.workspace.number;
  const nowMs = services.world.nowMs();
  const fromMs = nowMs - DAY_MS;
  const [totals, rows] = await readWithin(ctx, 'The figures take too long to count; try again.', (tx) =>
    Promise.all([
      countVerifications(tx, workspace, environment, uuidFloor(fromMs)),
      readConversions(tx, { workspace, environment, fromMs, nowMs }),
    ]),
  );
  const config = services.config.current();
  return {
    ...totals,
    routes: rows.map(({ route, country, sent, converted }) => {
      const known = config.route(route);
      return {
        route:
          known === undefined ? null : { id: encodeId('route', known.id), name: known.name, channel: known.channel },
        country: country === '' ? null : country,
        sent,
        converted,
      };
    }),
  };
}
