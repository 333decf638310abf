import type { TemplateDrafting, TemplateTranslation } from '@signalbox/contracts';
import type { TemplateDraftingRow, TemplateTranslationRow } from '@signalbox/db';
import { actorOf } from '../view.ts';

/** Longest time that drafting may take: one that says nothing by then was broken off. */
const LONGEST_MS = 15 * 60_000;

/** A drafted text as it is told. */
export const viewTranslation = ({
  channel,
  locale,
  state,
  drafted,
  begun,
  reviewed,
}: TemplateTranslationRow): TemplateTranslation => ({
  channel,
  locale,
  state,
  drafted: actorOf(drafted),
  begun: begun && actorOf(begun),
  reviewed: reviewed && actorOf(reviewed),
});

/** Whether languages are being drafted still. */
export const isUnderWay = ({ state, asked }: TemplateDraftingRow, nowMs: number): boolean =>
  state === 'running' && nowMs - asked.atMs < LONGEST_MS;

/** What was asked to be drafted, as it is told. */
export function viewDrafting(row: TemplateDraftingRow, nowMs: number): TemplateDrafting {
  const { asked, locales, version, faults, message } = row;
  const isLost = row.state === 'running' && !isUnderWay(row, nowMs);
  return {
    ...{ asked: actorOf(asked), locales, version, faults },
    state: isLost ? 'failed' : row.state,
    message: isLost ? 'It was broken off: ask again.' : message,
  };
}
