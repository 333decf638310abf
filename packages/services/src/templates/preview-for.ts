import type {
  Channel,
  ComplianceAnswer,
  PersonPreview,
  PreviewForPersonInput,
  PreviewForSampleInput,
  Role,
  TemplateValue,
} from '@signalbox/contracts';
import { type ContentFault, chooseLocale, judgeValues, personValues, printValues } from '@signalbox/core';
import type { NewMessage } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import { checkMessage } from '../compliance/check.ts';
import type { RequestContext } from '../context.ts';
import { shownAs } from '../dlt/entries.ts';
import { judgeRequest } from '../messages/judge-request.ts';
import { seesAddresses } from '../people/sees-addresses.ts';
import { normaliseAddress } from '../policy/address.ts';
import { redactText } from '../redact.ts';
import { decideNow } from '../routing/decide-now.ts';
import { inWorkspace } from '../tenant.ts';
import { makeBodies, readContent } from './compile-content.ts';
import { renderingOf, type Said } from './preview.ts';
import { countryOf, openRecipient, type Recipient } from './recipients.ts';

type Content = Omit<PreviewForPersonInput, 'environment' | 'recipient'>;

/**
 * A content as a person of a list would get it at this moment: in which language, with which values, from whom, at what price, and whether the
 * law and the lists let it go. Nothing is stored but that somebody looked. Whoever may not see addresses sees none of it, in the text neither.
 */
export async function previewForPerson({
  ctx,
  role,
  input: { recipient, ...content },
}: {
  ctx: RequestContext;
  role: Role;
  input: Omit<PreviewForPersonInput, 'environment'>;
}): Promise<PersonPreview> {
  const person = openRecipient(ctx, recipient);
  const shown = await previewFor(ctx, person, content, !seesAddresses(role));
  const { channel, address } = person;
  await inWorkspace(ctx, (tx) =>
    recordAudit(tx, ctx, {
      action: 'person.previewed',
      object: {
        kind: 'person',
        id: ctx.services.personHash.of(ctx.workspace.number, channel, address),
        name: redactText(address),
      },
      before: null,
      after: { channel, class: content.class, language: shown.language.taken, masked: shown.person.is_masked },
    }),
  );
  return shown;
}

/** The same for somebody made up, of whom nothing is held: any number or mailbox in any language. */
export async function previewForSample({
  ctx,
  input: { channel, address, ...content },
}: {
  ctx: RequestContext;
  input: Omit<PreviewForSampleInput, 'environment'>;
}): Promise<PersonPreview> {
  const person = { channel, address: normaliseAddress(channel, address, 'address'), locale: null };
  return previewFor(ctx, person, content, false);
}

async function previewFor(
  ctx: RequestContext,
  person: Recipient,
  content: Content,
  isMasked: boolean,
): Promise<PersonPreview> {
  const { channel, address } = person;
  const country = countryOf(channel, address);
  const shown = isMasked ? redactText(address) : address;
  const language = languageOf(ctx, person, content);
  const { values, sources } = personValues(content.variables, content.values, {
    ...{ channel, country, address: shown },
    locale: language.wanted,
  });
  const said =
    language.taken === null ? NO_BODY : await say(content, channel, language.taken, values, ctx.services.world.nowMs);
  const judged = said.ok ? judgeSaid(ctx, person, content, said) : said;
  const found = judged.ok ? await look(ctx, judged.message) : { check: null, price: null };
  return {
    person: { address: shown, channel, country, is_masked: isMasked },
    language,
    variables: sources,
    rendering: said.ok ? renderingOf(ctx, content, said) : null,
    errors: judged.ok ? [] : judged.faults.map(({ line = null, ...fault }) => ({ ...fault, line })),
    sender: senderOf(ctx, judged.ok ? judged.message : null, found.check),
    ...found,
  };
}

/** The language asked for, and the nearest one there is a body in. */
function languageOf(ctx: RequestContext, person: Recipient, content: Content): PersonPreview['language'] {
  const home = ctx.services.config.current().workspaces.get(ctx.workspace.number)?.defaultLanguage;
  const [wanted, named_by] =
    content.locale !== undefined
      ? [content.locale, 'send' as const]
      : person.locale !== null
        ? [person.locale, 'list' as const]
        : home === undefined
          ? [null, null]
          : [home, 'workspace' as const];
  const written = content.bodies.flatMap((body) => (body.channel === person.channel ? [body.locale] : []));
  return { wanted, named_by, taken: chooseLocale(wanted ?? undefined, written, content.default_locale) ?? null };
}

interface Faults {
  ok: false;
  faults: ContentFault[];
}

const NO_BODY: Faults = {
  ok: false,
  faults: [
    {
      path: 'bodies',
      code: 'no_body',
      message: 'The template says nothing by this channel in its default language: add a body for it.',
    },
  ],
};

/** A body as it is written out, and its place among the bodies. */
interface Words extends Said {
  ok: true;
  index: number;
}

async function say(
  content: Content,
  channel: Channel,
  locale: string,
  values: Record<string, TemplateValue>,
  nowMs: () => number,
): Promise<Words | Faults> {
  const index = content.bodies.findIndex((body) => body.channel === channel && body.locale === locale);
  const { bodies, faults } = readContent(content, await makeBodies(content.bodies, nowMs));
  // What is wrong with other bodies does not keep this one from being read.
  const own = [
    ...faults.filter(({ path }) => !/^bodies\.\d/.test(path) || path.startsWith(`bodies.${index}.`)),
    ...judgeValues(content.variables, values, 'values'),
  ];
  const body = bodies[index] ?? null;
  if (body === null || own.length > 0) return { ok: false, faults: own };
  const rendered = body.render(printValues(content.variables, values, locale));
  if (!('tooLong' in rendered)) return { ok: true, body, rendered, index };
  const message = `The ${rendered.tooLong} grows too long with these values; shorten it.`;
  return { ok: false, faults: [{ path: `bodies.${index}.${rendered.tooLong}`, code: 'too_long', message }] };
}

/** What was written out as the message a send would make of it, or what a send would be refused for. */
function judgeSaid(
  ctx: RequestContext,
  { channel, address }: Recipient,
  { class: trafficClass, from }: Content,
  { rendered, index }: Words,
): { ok: true; message: NewMessage } | Faults {
  const { ids, world } = ctx.services;
  const content = Object.fromEntries(Object.entries(rendered).filter(([, text]) => text !== null));
  const body = { channel, to: address, class: trafficClass, content, ...(from === undefined ? {} : { from }) };
  const judged = judgeRequest(ctx, body, ids.next(), world.nowMs());
  if (judged.ok) return judged;
  const faults = judged.error.fields.map((fault) => ({
    ...fault,
    path: fault.path.replace(/^content\b/, `bodies.${index}`),
  }));
  return { ok: false, faults };
}

/** What the rules and the routes say of a message now. */
async function look(ctx: RequestContext, message: NewMessage): Promise<Pick<PersonPreview, 'check' | 'price'>> {
  const [check, [decision]] = await Promise.all([checkMessage(ctx, message, true), decideNow(ctx, [message])]);
  return { check, price: decision?.price ?? null };
}

/** From whom it comes, and what phones make of that. */
function senderOf(
  ctx: RequestContext,
  message: NewMessage | null,
  check: ComplianceAnswer | null,
): PersonPreview['sender'] {
  const replacing = check?.law.find(({ topic, in_use }) => topic === 'sender' && in_use === 'replaced');
  const reading = replacing?.readings.find(({ id }) => id === replacing.in_use);
  return {
    name: message?.sender ?? null,
    shown_as: message === null ? null : headerOf(ctx, message),
    replaced: replacing === undefined || reading === undefined ? null : { rule: replacing.id, text: reading.text },
  };
}

/** The header as phones in India show it, by the content template the text goes by. */
function headerOf(
  ctx: RequestContext,
  { country, channel, class: trafficClass, sender, body }: NewMessage,
): string | null {
  const { config, world } = ctx.services;
  const book = country === 'IN' && channel === 'sms' ? config.current().dltOf(ctx.workspace.number) : undefined;
  if (book === undefined || body === null) return null;
  const { header, kind } = book.judge({ class: trafficClass, sender, text: body, templateId: null }, world.nowMs());
  return shownAs(header, kind);
}
