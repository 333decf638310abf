import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { SignalboxError } from '@signalbox/contracts';
import { type Context, Hono } from 'hono';
import { handleAuth } from './auth/handle.ts';
import { ClientGone } from './http/body.ts';
import { type Reply, toResponse } from './http/reply.ts';
import { receiveProviderCallback } from './rest/callbacks/receive.ts';
import { createDocsPages } from './rest/docs/pages.ts';
import { requestOf } from './rest/door.ts';
import { DOORS } from './rest/doors.ts';
import { passDoor, refuse } from './rest/gate.ts';
import { livez } from './rest/health/livez.ts';
import { readyz, regionz } from './rest/health/readyz.ts';
import { describeIssuer, publishKeys } from './rest/oauth/metadata.ts';
import { giveToken } from './rest/oauth/token.ts';
import { buildDocument } from './rest/openapi.ts';
import { actForPerson, showPerson } from './rest/person/doors.ts';
import { showSignUp, takeSignUp } from './rest/person/sign-up.ts';
import { handleTrpc } from './trpc/handler.ts';
import { nextRequestId, type World } from './world.ts';

/** The environment of a Hono handler here: the node request and response behind the web ones. */
export type AppEnv = { Bindings: HttpBindings };

/** Where everything but the busiest doors is found. */
export function createApp(world: World): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const door of DOORS) {
    app.on(door.method.toUpperCase(), door.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) => {
      const { incoming } = c.env;
      return toResponse(await passDoor(world, door, incoming, requestOf(incoming, c.req.param(), searchOf(c))));
    });
  }
  addOpenDoors(app, world);
  app.all('/trpc/*', (c) => handleTrpc(world, c.env.incoming));
  app.all('/auth/*', (c) => handleAuth(world, c.env.incoming));
  app.onError((error, c) => {
    if (error instanceof ClientGone) return c.body(null, 400);
    return toResponse(refuse(world, error, nextRequestId(world), 'unknown'));
  });
  app.notFound((c) => {
    const requestId = nextRequestId(world);
    const allow = allowedMethods(app, c.req.path);
    world.metrics.observe('unknown', allow === undefined ? 404 : 405, 0);
    if (allow === undefined) {
      const error = new SignalboxError('not_found', { detail: 'There is nothing at this path.' });
      return toResponse(world.problem(error, requestId));
    }
    return toResponse(world.problem(new SignalboxError('method_not_allowed'), requestId, { Allow: allow }));
  });
  return app;
}

/** Doors that need no key: health, figures, the reference, and the callbacks of providers. */
function addOpenDoors(app: Hono<AppEnv>, world: World): void {
  const drawn = buildDocument(DOORS);
  const document = JSON.stringify(drawn);
  const docs = createDocsPages(drawn, world.settings.publicUrl);
  const open = (method: 'GET' | 'POST', path: string, run: OpenDoor): void => {
    app.on(method, path, async (c) => toResponse(await passOpenDoor(world, path, (requestId) => run(c, requestId))));
  };
  open('GET', '/livez', livez);
  open('GET', '/readyz', () => readyz(world));
  open('GET', '/regionz', () => regionz(world));
  open('GET', '/metrics', async () => {
    const { text, contentType } = await world.metrics.read();
    return { status: 200, headers: { 'Content-Type': contentType, 'Cache-Control': 'no-store' }, body: text };
  });
  open('GET', '/openapi.json', () => ({
    status: 200,
    headers: { 'Content-Type': 'application/json' },
    body: document,
  }));
  open('POST', '/oauth/token', (c, requestId) => giveToken(world, c.env.incoming, requestId));
  open('GET', '/.well-known/jwks.json', () => publishKeys(world));
  open('GET', '/.well-known/oauth-authorization-server', () => describeIssuer(world));
  open('GET', '/docs', () => docs.reference());
  open('GET', '/docs/errors', () => docs.errors());
  open('GET', '/docs/errors/:code', (c) => docs.error(c.req.param('code') ?? ''));
  open('GET', '/docs/reasons', () => docs.reasons());
  open('GET', '/docs/reasons/:code', (c) => docs.reason(c.req.param('code') ?? ''));
  const knockOf = (c: Context<AppEnv>, requestId: string) => ({
    ...{ incoming: c.env.incoming, token: c.req.param('token') ?? '', lang: c.req.query('lang'), requestId },
  });
  open('GET', '/u/:token', (c, requestId) => showPerson(world, knockOf(c, requestId)));
  open('POST', '/u/:token', (c, requestId) => actForPerson(world, knockOf(c, requestId)));
  const signUpOf = (c: Context<AppEnv>, requestId: string) => ({
    ...{ incoming: c.env.incoming, list: c.req.param('list') ?? '', lang: c.req.query('lang'), requestId },
  });
  open('GET', '/f/:list', (c, requestId) => showSignUp(world, signUpOf(c, requestId)));
  open('POST', '/f/:list', (c, requestId) => takeSignUp(world, signUpOf(c, requestId)));
  open('POST', '/callbacks/:provider', (c) =>
    receiveProviderCallback(world, c.req.param('provider') ?? '', c.env.incoming),
  );
}

type OpenDoor = (c: Context<AppEnv>, requestId: string) => Reply | Promise<Reply>;

async function passOpenDoor(
  world: World,
  route: string,
  run: (requestId: string) => Reply | Promise<Reply>,
): Promise<Reply> {
  const startedMs = performance.now();
  const requestId = nextRequestId(world);
  let reply: Reply;
  try {
    reply = await run(requestId);
    reply.headers['X-Request-Id'] = requestId;
  } catch (error) {
    reply = refuse(world, error, requestId, route);
  }
  world.metrics.observe(route, reply.status, performance.now() - startedMs);
  return reply;
}

const searchOf = (c: Context<AppEnv>): string => searchText(c.env.incoming);

/** The query text of a node request, without its question mark. */
function searchText(incoming: IncomingMessage): string {
  const url = incoming.url ?? '';
  const mark = url.indexOf('?');
  return mark === -1 ? '' : url.slice(mark + 1);
}

/** The methods a path takes, as an Allow header, or undefined when nothing lives there. */
function allowedMethods(app: Hono<AppEnv>, path: string): string | undefined {
  const methods = app.routes
    .filter((route) => route.method !== 'ALL' && patternOf(route.path).test(path))
    .map((route) => route.method);
  if (methods.length === 0) return undefined;
  return [...new Set(methods.includes('GET') ? [...methods, 'HEAD'] : methods)].join(', ');
}

const patternOf = (path: string): RegExp => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`);
