import { type NextRequest, NextResponse } from 'next/server';
import { readEnv } from '#env';
import { isLocale, preferredLocale } from '#i18n/locales.ts';

/**
 * Style attributes are how Ant Design and the charts place things, so styles may be inline; scripts may not: each answer
 * has its own nonce. Frames are only the sandboxed mail previews, which have no address of their own.
 */
function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Puts a language in front of every page address and a policy on every page. Who may see what is decided by the pages, not here. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  const [, first = ''] = pathname.split('/');
  if (!isLocale(first)) {
    const remembered = request.cookies.get('locale')?.value ?? '';
    const locale = isLocale(remembered) ? remembered : preferredLocale(request.headers.get('accept-language'));
    // The framework reads this address before it answers, so it must be whole; it sends it on relative to the host that was asked.
    const address = request.nextUrl.clone();
    address.pathname = `/${locale}${pathname === '/' ? '' : pathname}`;
    return NextResponse.redirect(address, 307);
  }
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = contentSecurityPolicy(nonce, readEnv().development);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('x-address', `${pathname}${request.nextUrl.search}`);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = {
  matcher: ['/((?!trpc/|auth/|livez$|readyz$|_next/|favicon\\.ico$|icon\\.svg$).*)'],
};
