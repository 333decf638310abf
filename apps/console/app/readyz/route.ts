import { readEnv } from '#env';

export const dynamic = 'force-dynamic';

/** This process runs and reaches its api. */
export async function GET(): Promise<Response> {
  const headers = { 'cache-control': 'no-store' };
  const answer = await fetch(`${readEnv().apiUrl}/readyz`, {
    cache: 'no-store',
    signal: AbortSignal.timeout(2000),
  }).catch(() => undefined);
  if (answer?.ok) return Response.json({ status: 'ready' }, { headers });
  return Response.json(
    { status: 'not_ready', reason: 'The api is not ready or not reachable.' },
    { status: 503, headers },
  );
}
