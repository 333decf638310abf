import {
  decodeId,
  encodeId,
  KEYWORDS_MAX,
  KeywordReplyKind,
  type KeywordsView,
  type SaveKeyword,
  type SaveKeywordReply,
  SignalboxError,
} from '@signalbox/contracts';
import {
  judgeKeyword,
  KEYWORD_REPLIES,
  KEYWORDS,
  KEYWORDS_AS_OF,
  normaliseKeyword,
  PACK_SOURCES,
  PERSON_LOCALES,
} from '@signalbox/core';
import {
  deleteKeyword,
  insertKeyword,
  isKeyTaken,
  type KeywordReplyRow,
  type KeywordRow,
  readKeywordReplies,
  readKeywords,
  setKeywordReply,
  type Transaction,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { findList } from '../lists/lists.ts';
import { inWorkspace } from '../tenant.ts';

const placeOf = (ctx: RequestContext) => ({ workspace: ctx.workspace.number, environment: ctx.environment });

/** The words that count for everybody and those of the workspace, and what answers them. */
export async function readKeywordsView({ ctx }: { ctx: RequestContext; input: object }): Promise<KeywordsView> {
  return inWorkspace(ctx, (tx) => viewAll(tx, ctx));
}

async function viewAll(tx: Transaction, ctx: RequestContext): Promise<KeywordsView> {
  const own = await readKeywords(tx, placeOf(ctx));
  const replies = await readKeywordReplies(tx, placeOf(ctx));
  return {
    as_of: KEYWORDS_AS_OF,
    built_in: KEYWORDS.map(({ word, kind, scope, language, countries, source, since }) => ({
      ...{ word, kind, scope, language, since, countries: countries === null ? null : [...countries] },
      source: PACK_SOURCES[source]?.title ?? source,
    })),
    own: own.map(viewOwn),
    replies: viewReplies(replies),
  };
}

const viewOwn = ({ id, word, number, kind, list, listName, listIsDouble }: KeywordRow) => ({
  ...{ id: encodeId('keyword', id), word, number, kind },
  list:
    list === null
      ? null
      : {
          ...{ id: encodeId('list', list), name: listName ?? '' },
          opt_in: listIsDouble === true ? ('double' as const) : ('single' as const),
        },
});

/** Every answer in every language of the house, and in those of the workspace's own. */
function viewReplies(own: readonly KeywordReplyRow[]): KeywordsView['replies'] {
  return KeywordReplyKind.options.flatMap((kind) => {
    const mine = own.filter((one) => one.kind === kind);
    const house = PERSON_LOCALES.filter((locale) => !mine.some((one) => one.locale === locale));
    return [
      ...house.map((locale) => ({
        kind,
        locale: locale as string,
        text: KEYWORD_REPLIES[locale][kind],
        is_own: false,
      })),
      ...mine.map(({ locale, text }) => ({ kind, locale, text, is_own: true })),
    ].sort((one, other) => one.locale.localeCompare(other.locale));
  });
}

/** Adds a keyword. Throws `request_invalid` for one that is taken, that is a stop for everybody, or that has nothing to do. */
export async function addKeyword({ ctx, input }: { ctx: RequestContext; input: SaveKeyword }): Promise<KeywordsView> {
  const { word, number, kind } = input;
  const folded = normaliseKeyword(word).replaceAll(' ', '');
  if (folded === '') throw refuseField('word', 'no_letters', 'A keyword needs at least one letter or digit.');
  if (kind !== 'stop') assertNoStop(word);
  if ((kind === 'join') !== (input.list_id !== null)) {
    throw kind === 'join'
      ? refuseField('list_id', 'list_needed', 'Name the list that this keyword puts people on.')
      : refuseField('list_id', 'no_list', 'Only a keyword that joins names a list; leave it out.');
  }
  return inWorkspace(ctx, async (tx) => {
    const list = input.list_id === null ? null : await findList(tx, ctx, input.list_id);
    if (list !== null && list.channel !== 'sms')
      throw refuseField('list_id', 'wrong_channel', 'People join by text, so the list must be one for texts.');
    const known = await readKeywords(tx, placeOf(ctx));
    if (known.length >= KEYWORDS_MAX)
      throw refuseField('word', 'too_many', `An environment has up to ${KEYWORDS_MAX} keywords; remove one first.`);
    const row = { id: ctx.services.ids.next(), word, folded, number, kind, list: list?.id ?? null };
    await insertKeyword(tx, placeOf(ctx), row).catch((error) => {
      if (!isKeyTaken(error)) throw error;
      throw refuseField('word', 'taken', 'There is such a keyword for this number; remove it first.');
    });
    const view = await viewAll(tx, ctx);
    await recordAudit(tx, ctx, {
      action: 'keyword.saved',
      object: { kind: 'keyword', id: encodeId('keyword', row.id), name: word },
      before: null,
      after: { word, number, kind, list: list?.name ?? null },
    });
    return view;
  });
}

/** A word that means stop somewhere keeps that meaning: a list that took it would swallow opt-outs. */
function assertNoStop(word: string): void {
  const countries = [null, ...new Set(KEYWORDS.flatMap((one) => one.countries ?? []))];
  const isStop = countries.some((country) => judgeKeyword(word, { country, number: '', own: [] })?.kind === 'stop');
  if (isStop)
    throw refuseField('word', 'means_stop', 'This word ends messages for everybody who writes it; choose another.');
}

/** Removes a keyword by its public id; `not_found` when there is none here. */
export async function removeKeyword({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string };
}): Promise<KeywordsView> {
  const id = decodeId('keyword', input.id);
  return inWorkspace(ctx, async (tx) => {
    const before = id === undefined ? undefined : await deleteKeyword(tx, placeOf(ctx), id);
    if (before === undefined) throw new SignalboxError('not_found', { detail: 'There is no keyword with this id.' });
    const view = await viewAll(tx, ctx);
    await recordAudit(tx, ctx, {
      action: 'keyword.removed',
      object: { kind: 'keyword', id: input.id, name: before.word },
      before,
      after: null,
    });
    return view;
  });
}

/** Sets what answers a keyword in a language, or goes back to the text of the house. */
export async function setReply({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: SaveKeywordReply;
}): Promise<KeywordsView> {
  const { kind, locale } = input;
  return inWorkspace(ctx, async (tx) => {
    const before = (await readKeywordReplies(tx, placeOf(ctx))).find(
      (one) => one.kind === kind && one.locale === locale,
    );
    await setKeywordReply(tx, placeOf(ctx), input);
    const view = await viewAll(tx, ctx);
    await recordAudit(tx, ctx, {
      action: 'keyword.reply_set',
      object: { kind: 'keyword', id: `${kind} ${locale}`, name: kind },
      before: before === undefined ? null : { locale, text: before.text },
      after: input.text === '' ? null : { locale, text: input.text },
    });
    return view;
  });
}
