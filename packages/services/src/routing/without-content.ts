/** Stands for content that is left out, so that the rest of a send can be judged: prices are then those of one part. */
const NO_CONTENT = { text: '-' };
const NO_MAIL = { subject: '-', ...NO_CONTENT };

/** A body with content in any case, and whether it had to be made up: rules about the content are not asked then. */
export function withContent(body: unknown): { body: unknown; isLeftOut: boolean } {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { body, isLeftOut: false };
  if ('template' in body && body.template !== undefined) return { body, isLeftOut: false };
  if ('content' in body && body.content !== undefined) return { body, isLeftOut: false };
  if ('channels' in body) {
    const hasMail = Array.isArray(body.channels) && body.channels.includes('email');
    return { body: { ...body, content: hasMail ? NO_MAIL : NO_CONTENT }, isLeftOut: true };
  }
  const isMail = 'channel' in body && body.channel === 'email';
  return { body: { ...body, content: isMail ? NO_MAIL : NO_CONTENT }, isLeftOut: true };
}
