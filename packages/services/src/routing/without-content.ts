import { Channel } from '@signalbox/contracts';

/** Stands for content that is left out, so that the rest of a send can be judged: prices are then those of one part. */
const NO_CONTENT = { text: '-' };
const NO_FIELDS = { sms: {}, email: { subject: '-' }, voice: { locale: 'en' } };

/** A body with content in any case, and whether it had to be made up: rules about the content are not asked then. */
export function withContent(body: unknown): { body: unknown; isLeftOut: boolean } {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { body, isLeftOut: false };
  if ('template' in body && body.template !== undefined) return { body, isLeftOut: false };
  if ('content' in body && body.content !== undefined) return { body, isLeftOut: false };
  if ('channels' in body) {
    return {
      body: { ...body, content: contentFor(Array.isArray(body.channels) ? body.channels : []) },
      isLeftOut: true,
    };
  }
  return { body: { ...body, content: contentFor('channel' in body ? [body.channel] : []) }, isLeftOut: true };
}

/** What all of the channels need. */
function contentFor(channels: readonly unknown[]): object {
  const named = Channel.options.filter((channel) => channels.includes(channel));
  return Object.assign({}, NO_CONTENT, ...named.map((channel) => NO_FIELDS[channel]));
}
