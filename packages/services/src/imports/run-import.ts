import { encodeId, type ImportJob, ImportRules } from '@signalbox/contracts';
import type { FileEncoding } from '@signalbox/core';
import {
  findImport,
  findOptInList,
  type ImportRow,
  moveImport,
  type OptInListRow,
  readImportRanges,
  saveImportStep,
  type Transaction,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext, Services } from '../context.ts';
import type { CsvRecord } from '../csv/read-csv.ts';
import { jobContext } from '../job-context.ts';
import { storePeople } from '../lists/store-people.ts';
import { inWorkspace } from '../tenant.ts';
import { judgeRows, type Reading, type Tally } from './judge-rows.ts';
import { FileUnreadable, readLines } from './read-rows.ts';
import { takeBack } from './take-back.ts';

// Rows of a step: a withdrawal waits for no more than one such transaction, and what a step holds is what outlives a young collection.
const STEP_ROWS = 500;

/** Somebody else is at the file, or it was stopped: this run ends and says nothing. */
class NotOurs extends Error {}

/**
 * The job of an import: reads its file and judges or stores the rows, or takes back what was stored, as its state says. Each step commits with how far
 * the file is with it, so that a run that breaks off is gone on with behind the last one, and two at once cannot both store.
 */
export async function runImport({
  ctx: { services },
  input,
}: {
  ctx: { services: Services };
  input: ImportJob;
}): Promise<void> {
  const actor = { id: 'import', name: 'Import', requestId: 'import' };
  const ctx = jobContext(services, input.workspace, input.environment, actor);
  if (ctx === undefined) return;
  const row = await inWorkspace(ctx, (tx) =>
    findImport(tx, { workspace: input.workspace, environment: input.environment, id: input.id }),
  );
  if (row?.state === 'undoing') await takeBack(ctx, row);
  else if (row?.state === 'checking' || row?.state === 'running') await readFile(ctx, row);
}

async function readFile(ctx: RequestContext, row: ImportRow): Promise<void> {
  const workspace = ctx.workspace.number;
  const list = await inWorkspace(ctx, (tx) => findOptInList(tx, workspace, ctx.environment, row.list));
  if (list === undefined) return;
  const run = new Run(ctx, row, list);
  try {
    await run.go();
    await run.end(row.state === 'checking' ? 'checked' : 'done');
  } catch (error) {
    if (error instanceof NotOurs) return;
    if (!(error instanceof FileUnreadable)) throw error;
    await run.end('failed', error.message);
  }
}

/** One run over a file. */
class Run {
  readonly #ctx: RequestContext;
  readonly #row: ImportRow;
  readonly #list: OptInListRow;
  readonly #tally: Tally;
  readonly #ranges: { first: number; last: number }[] = [];
  #steps: number;
  #bytesRead = 0;
  #reading: Reading | undefined;

  constructor(ctx: RequestContext, row: ImportRow, list: OptInListRow) {
    this.#ctx = ctx;
    this.#row = row;
    this.#list = list;
    this.#steps = row.steps;
    const none = { added: 0, known: 0, repeated: 0, withdrawn_since: 0, refused: 0 };
    const { rows, fixed, reasons, faults } = row;
    this.#tally = { rows, fixed, reasons, faults, counts: { ...none, ...row.counts } };
  }

  async go(): Promise<void> {
    const { encoding, delimiter, id, rows: done } = this.#row;
    const ranges = await inWorkspace(this.#ctx, (tx) => readImportRanges(tx, this.#ctx.workspace.number, id));
    for (const range of ranges) this.#fill(range);
    const file = { id, encoding: encoding as FileEncoding, delimiter: delimiter ?? ',' };
    let rows: CsvRecord[] = [];
    let head = '';
    let passed = 0;
    for await (const line of readLines(this.#ctx, file, (bytes) => {
      this.#bytesRead = bytes;
    })) {
      if (this.#reading === undefined) {
        this.#begin(line.record);
        head = line.record.join();
        continue;
      }
      // A file that was put together of several has their heads inside.
      if (line.record.join() === head) continue;
      passed += 1;
      if (passed <= done) continue;
      rows.push(line);
      if (rows.length < STEP_ROWS) continue;
      await this.#step(rows);
      rows = [];
    }
    if (rows.length > 0) await this.#step(rows);
  }

  #begin(names: readonly string[]): void {
    const header = names.map((name) => name.replaceAll('\0', ''));
    const rules = ImportRules.parse(this.#row.rules);
    this.#reading = { list: this.#list, rules, header, fields: rules.columns ?? [] };
  }

  /** Judges the rows, stores the people, and says how far the file is: all of it or nothing. */
  async #step(rows: readonly CsvRecord[]): Promise<void> {
    const ctx = this.#ctx;
    const tally = this.#tally;
    const { errors, people } = judgeRows(this.#reading as Reading, rows, tally, ctx.services.world.nowMs());
    const { isStopping } = await inWorkspace(ctx, async (tx) => {
      let range: { first: number; last: number } | null = null;
      if (this.#row.state === 'checking') tally.counts.added += people.length;
      else range = await this.#store(tx, people);
      const { rows: total, ...rest } = tally;
      const step = {
        id: this.#row.id,
        state: this.#row.state,
        n: this.#steps,
        range,
        errors,
        bytesRead: this.#bytesRead,
      };
      const saved = await saveImportStep(tx, ctx.workspace.number, { ...step, rows: total, ...rest });
      if (saved === null) throw new NotOurs();
      return saved;
    });
    this.#steps += 1;
    if (!isStopping) return;
    await this.end(this.#row.state === 'checking' ? 'uploading' : 'canceled');
    throw new NotOurs();
  }

  async #store(
    tx: Transaction,
    people: Parameters<typeof storePeople>[4],
  ): Promise<{ first: number; last: number } | null> {
    const { rules } = this.#reading as Reading;
    const ranges = this.#ranges;
    const { range, stored } = await storePeople(
      tx,
      this.#ctx,
      this.#list,
      {
        source: rules.source,
        reference: rules.reference,
        importId: encodeId('contactImport', this.#row.id),
        keepsMembers: rules.duplicates === 'keep',
        isOurs: (seq) => ranges.some(({ first, last }) => first <= seq && seq <= last),
      },
      people,
    );
    for (const { fate } of stored) this.#tally.counts[fate === 'erased' ? 'withdrawn_since' : fate] += 1;
    if (range !== null) this.#fill(range);
    return range;
  }

  /** Notes places of the ledger as ours: steps between which nobody else wrote are one stretch. */
  #fill({ first, last }: { first: number; last: number }): void {
    const before = this.#ranges.at(-1);
    if (before?.last === first - 1) before.last = last;
    else this.#ranges.push({ first, last });
  }

  /** Ends the run in a state, and notes what was stored. */
  async end(
    state: 'checked' | 'done' | 'failed' | 'canceled' | 'uploading',
    failure: string | null = null,
  ): Promise<void> {
    const ctx = this.#ctx;
    const { id, fileName, listName, list, state: before } = this.#row;
    await inWorkspace(ctx, async (tx) => {
      const now = await findImport(tx, {
        workspace: ctx.workspace.number,
        environment: ctx.environment,
        id,
        lock: true,
      });
      if (now?.state !== before) return;
      const isEnd = state === 'done' || state === 'failed' || state === 'canceled';
      await moveImport(tx, ctx.workspace.number, { id, state, isEnd, failure });
      if (before !== 'running') return;
      await recordAudit(tx, ctx, {
        action: 'list.members_imported',
        object: { kind: 'list', id: encodeId('list', list), name: listName },
        before: null,
        after: { import: encodeId('contactImport', id), file: fileName, state, rows: now.rows, ...now.counts },
      });
    });
  }
}
