// RFC 9110 section 7.6.1, plus headers that are only true for one leg of the way.
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];
const REQUEST_ONLY = ['host', 'content-length', 'accept-encoding', 'expect'];
const RESPONSE_ONLY = ['content-encoding', 'content-length'];

/** The headers of one leg without those that must not go further: hop-by-hop ones and those that Connection names. */
export function forwardable(headers: Headers, alsoDrop: readonly string[]): Headers {
  const named = (headers.get('connection') ?? '').split(',').map((name) => name.trim().toLowerCase());
  const kept = new Headers(headers);
  for (const name of [...HOP_BY_HOP, ...alsoDrop, ...named]) if (name !== '') kept.delete(name);
  return kept;
}

/** True when a browser says that another site started the request; such a request may not change anything. */
export function isCrossSite(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  return site !== null && site !== 'same-origin' && site !== 'none';
}

const problem = (status: number, code: string, title: string, cure: string): Response =>
  Response.json(
    { type: 'about:blank', title, status, code, cure },
    { status, headers: { 'cache-control': 'no-store' } },
  );

/** Hands a request to the api and streams the answer back: same path, same query, same cookies. */
export async function proxyRequest(request: Request, apiUrl: string): Promise<Response> {
  const url = new URL(request.url);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (!isRead && isCrossSite(request))
    return problem(403, 'forbidden', 'Another site started this request.', 'Repeat it from the console itself.');
  const headers = forwardable(request.headers, REQUEST_ONLY);
  headers.set('x-forwarded-host', request.headers.get('host') ?? url.host);
  headers.set('x-forwarded-proto', url.protocol.slice(0, -1));
  if (!headers.has('x-forwarded-for')) headers.set('x-forwarded-for', '127.0.0.1');
  try {
    const answer = await fetch(`${apiUrl}${url.pathname}${url.search}`, {
      method: request.method,
      headers,
      body: isRead ? null : request.body,
      redirect: 'manual',
      cache: 'no-store',
      signal: request.signal,
      ...(isRead ? {} : { duplex: 'half' }),
    });
    return new Response(answer.body, {
      status: answer.status,
      headers: forwardable(answer.headers, RESPONSE_ONLY),
    });
  } catch (error) {
    if (request.signal.aborted) return new Response(null, { status: 499 });
    console.error('The api did not answer', error);
    return problem(502, 'overloaded', 'The api does not answer.', 'Wait a moment and try again.');
  }
}
