import {
  type ApprovalAction,
  type ApprovalChange,
  type ApprovalWanted,
  type Environment,
  encodeId,
  type Permission,
  type SecondPersonKind,
} from '@signalbox/contracts';
import type { Transaction } from '@signalbox/db';
import { answerFacts, judgeAnswer, judgeTakenBack, storeAnswer, takeBack } from '../compliance/packs.ts';
import { findEntry } from '../consent/proof.ts';
import type { RequestContext } from '../context.ts';
import { findList } from '../lists/lists.ts';
import { readRecipient } from '../messages/recipient.ts';
import { personOf } from '../people/person-of.ts';
import { redactText } from '../redact.ts';
import { judgeRemoval, takeOff } from '../senders/remove.ts';
import { factsOf, judgeSender, storeSender } from '../senders/set.ts';
import { WHOLE_LOG } from './assert-approved.ts';

/** What a kind of request belongs to, who decides it, and who sees that it was asked: null is everybody of the workspace. */
export const APPROVAL_RULES: Readonly<
  Record<ApprovalAction, { kind: SecondPersonKind; decides: Permission; sees: Permission | null }>
> = {
  'sender.set': { kind: 'senders', decides: 'countries:write', sees: null },
  'sender.removed': { kind: 'senders', decides: 'countries:write', sees: null },
  'rule.answered': { kind: 'packs', decides: 'compliance:write', sees: null },
  'rule.answer_removed': { kind: 'packs', decides: 'compliance:write', sees: null },
  // Whoever may give out all that is held of people decides on each export of it.
  'export.person': { kind: 'exports', decides: 'people:export', sees: 'people:read' },
  'export.list': { kind: 'exports', decides: 'people:export', sees: 'people:read' },
  'export.audit': { kind: 'exports', decides: 'people:export', sees: 'audit:read' },
  'export.consent_proof': { kind: 'exports', decides: 'people:export', sees: 'people:read' },
  // Decided by whoever sees addresses anyway.
  'reveal.message': { kind: 'reveals', decides: 'people:read', sees: 'people:read' },
};

/** What a request is about, and what changes by it. */
export interface JudgedRequest {
  environment: Environment | null;
  object: string | null;
  name: string;
  before: object | null;
  after: object | null;
  /** What takes force when it is approved, and does so in the transaction it was judged in; null for what is only looked at. */
  change: { wanted: ApprovalChange; apply: () => Promise<unknown> } | null;
}

const SHARED = { environment: null } as const;
const NO_CHANGE = { before: null, after: null, change: null } as const;

/** Judges what somebody asks for by the rules of doing it at once, and refuses it as that would. */
export async function judgeWanted(
  tx: Transaction,
  ctx: RequestContext,
  wanted: ApprovalWanted,
): Promise<JudgedRequest> {
  switch (wanted.action) {
    case 'sender.set': {
      const judged = await judgeSender(tx, ctx, wanted);
      const { id, row, before } = judged;
      return {
        ...SHARED,
        object: id === undefined ? null : encodeId('sender', id),
        name: `${row.sender} ${row.country}`,
        before: before === undefined ? null : factsOf(before),
        after: factsOf(row),
        change: { wanted, apply: () => storeSender(tx, ctx, judged) },
      };
    }
    case 'sender.removed': {
      const before = await judgeRemoval(tx, ctx, wanted);
      const name = `${before.sender} ${before.country}`;
      const change = { wanted, apply: () => takeOff(tx, ctx, before) };
      return { ...SHARED, object: wanted.id, name, before: factsOf(before), after: null, change };
    }
    case 'rule.answered': {
      const judged = await judgeAnswer(tx, ctx, wanted);
      const { rule, before } = judged;
      const after = answerFacts(wanted.answer);
      const was = before === undefined ? null : answerFacts(before);
      const change = { wanted, apply: () => storeAnswer(tx, ctx, judged) };
      return { ...SHARED, object: rule.id, name: rule.id, before: was, after, change };
    }
    case 'rule.answer_removed': {
      const before = await judgeTakenBack(tx, ctx, wanted.rule);
      const change = { wanted, apply: () => takeBack(tx, ctx, before) };
      return { ...SHARED, object: before.rule, name: before.rule, before: answerFacts(before), after: null, change };
    }
    case 'export.person': {
      const { environment, hash, masked } = personOf(ctx, wanted.person);
      return { environment, object: hash, name: masked, ...NO_CHANGE };
    }
    case 'export.list': {
      const { name } = await findList(tx, ctx, wanted.id);
      return { environment: ctx.environment, object: wanted.id, name, ...NO_CHANGE };
    }
    case 'export.audit':
      return { ...SHARED, object: WHOLE_LOG, name: '', ...NO_CHANGE };
    case 'export.consent_proof': {
      await findEntry(tx, ctx, wanted.id);
      return { environment: ctx.environment, object: wanted.id, name: wanted.id, ...NO_CHANGE };
    }
    case 'reveal.message': {
      const address = await readRecipient(tx, ctx, wanted.id);
      return { environment: ctx.environment, object: wanted.id, name: redactText(address), ...NO_CHANGE };
    }
  }
}
