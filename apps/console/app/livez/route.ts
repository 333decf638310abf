export const dynamic = 'force-dynamic';

/** This process runs. */
export function GET(): Response {
  return Response.json({ status: 'live' }, { headers: { 'cache-control': 'no-store' } });
}
