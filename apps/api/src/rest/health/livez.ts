import type { Reply } from '../../http/reply.ts';
import { answer } from '../door.ts';

/** The process turns its event loop; nothing else is asked, or one blip of the database would restart every process. */
export function livez(): Reply {
  return answer(200, { status: 'live' });
}
