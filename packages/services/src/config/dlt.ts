import type { DltFact, DltIds, TrafficClass } from '@signalbox/contracts';
import {
  bareHeader,
  type DltEntityBook,
  type DltTemplate,
  type DltTemplateRow,
  indexTemplates,
  judgeDlt,
  parseDltTemplate,
  standingOf,
} from '@signalbox/core';
import type { DltRow } from '@signalbox/db';
import { chainHash } from '../dlt/chain-hash.ts';

/** What a workspace has on India's ledgers, ready to be asked for every text. */
export interface DltBook {
  /** The entity by whose ids a text of a sender goes; the first one when no header of that name is on file. */
  entityOf(sender: string | null): string;
  /** Judges a text as an operator will at an instant. */
  judge(question: DltTextQuestion, nowMs: number): DltFact;
  /** The entities as they stand at an instant. */
  entities(nowMs: number): readonly DltEntityBook[];
  /** The usable chain from an entity to a provider, by its number, on a day in India; undefined without one. */
  chainOf(entityId: string, provider: number, day: string): Pick<DltIds, 'chainIds' | 'chainHash'> | undefined;
  /** Equal texts say the same. */
  readonly text: string;
}

/** A text that is to be judged. */
export interface DltTextQuestion {
  class: TrafficClass;
  /** The sender as the message names it; what operators put around a header is taken off. */
  sender: string | null;
  text: string;
  /** The content template it must go by; null lets it be found by the text. */
  templateId: string | null;
}

// India is one zone without summer time.
const INDIA_MS = 19_800_000;

/** The day in India at an instant, YYYY-MM-DD. */
export const dayInIndia = (nowMs: number): string => new Date(nowMs + INDIA_MS).toISOString().slice(0, 10);

/**
 * Gathers the registrations of a workspace. Reading templates is put off until a text is judged, and done once for each day: days are what
 * registrations end by. `earlier` is taken over when it says the same. Undefined when no entity is on file.
 */
export function bookDlt(rows: readonly DltRow[], earlier: DltBook | undefined): DltBook | undefined {
  if (!rows.some((row) => row.kind === 'entities')) return undefined;
  const text = rows.map((row) => `${row.id}:${row.version}`).join(' ');
  if (earlier?.text === text) return earlier;
  let known: { day: string; entities: DltEntityBook[] } | undefined;
  const parsed = new Map<string, DltTemplate | null>();
  const owners = new Map(
    rows.flatMap(({ kind, header, entityId }) => (kind === 'headers' && header !== null ? [[header, entityId]] : [])),
  );
  const firstEntity = rows.find((row) => row.kind === 'entities')?.entityId as string;

  function entities(nowMs: number): DltEntityBook[] {
    const day = dayInIndia(nowMs);
    if (known?.day !== day) known = { day, entities: entitiesOf(rows, day, parsed) };
    return known.entities;
  }

  return {
    text,
    entities,
    entityOf: (sender) => (sender === null ? undefined : owners.get(bareHeader(sender))) ?? firstEntity,
    judge({ class: trafficClass, sender, text: given, templateId }, nowMs) {
      const header = sender === null ? null : bareHeader(sender);
      return judgeDlt(entities(nowMs), { class: trafficClass, header, text: given, templateId });
    },
    chainOf(entityId, provider, day) {
      const row = rows.find((one) => one.kind === 'chains' && one.entityId === entityId && one.provider === provider);
      if (row === undefined || !standingOf(row.status, row.expiresOn, day).usable) return undefined;
      const chainIds = row.telemarketerIds ?? [];
      return { chainIds, chainHash: chainHash(entityId, chainIds) };
    },
  };
}

function entitiesOf(rows: readonly DltRow[], day: string, parsed: Map<string, DltTemplate | null>): DltEntityBook[] {
  const byEntity = Map.groupBy(rows, (row) => row.entityId);
  const standing = (row: DltRow) => standingOf(row.status, row.expiresOn, day);
  return rows.flatMap((entity) => {
    if (entity.kind !== 'entities' || entity.matching === null) return [];
    const own = byEntity.get(entity.entityId) ?? [];
    const templates = own.flatMap((row) => {
      const template = row.kind === 'templates' ? templateOf(row, parsed) : null;
      return template === null ? [] : [{ row: { ...factsOf(row), standing: standing(row) }, template }];
    });
    return [
      {
        id: entity.entityId,
        name: entity.name ?? entity.entityId,
        standing: standing(entity),
        headers: new Map(
          own.flatMap((row) =>
            row.kind === 'headers' && row.header !== null ? [[row.header, standing(row)] as const] : [],
          ),
        ),
        templates: indexTemplates(templates, entity.matching),
        calls: own.flatMap((row) =>
          row.kind === 'calls_to_action' && row.type !== null && row.value !== null && standing(row).usable
            ? [{ type: row.type, value: row.value }]
            : [],
        ),
      },
    ];
  });
}

const factsOf = ({ templateId, name, templateKind, headers }: DltRow): Omit<DltTemplateRow, 'standing'> => ({
  id: templateId ?? '',
  name: name ?? templateId ?? '',
  kind: templateKind ?? 'service_implicit',
  headers: headers ?? [],
});

/** A template that cannot be read was refused when it came; one from before a rule changed is left out. */
function templateOf(row: DltRow, parsed: Map<string, DltTemplate | null>): DltTemplate | null {
  const known = parsed.get(row.id);
  if (known !== undefined) return known;
  const read = parseDltTemplate(row.text ?? '', row.tags);
  const template = read.ok ? read.template : null;
  parsed.set(row.id, template);
  return template;
}
