import { proxyRequest } from '#data/proxy-request.ts';
import { readEnv } from '#env';

export const dynamic = 'force-dynamic';

const handle = (request: Request): Promise<Response> => proxyRequest(request, readEnv().apiUrl);

export { handle as GET, handle as POST };
