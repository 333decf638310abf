/// <reference path="./mjml-library.d.ts" />
import { setImmediate } from 'node:timers/promises';
import { type MadeMail, TEMPLATE_SOURCE_MAX } from '@signalbox/contracts';
import { judgeMjml, type LineFault, textOfHtml } from '@signalbox/core';

/** What became of a source: a mail, or everything that is wrong with it. */
export type Made = { ok: true; mail: MadeMail } | { ok: false; faults: readonly LineFault[] };

/** Sources whose mails are remembered: an editor asks for the same ones again at every key, all but one. */
const KNOWN_MAX = 60;
const known = new Map<string, Made>();

/**
 * Makes the mail of an MJML source: HTML with its braces as they were, and the text part. It is done when a version is stored and when an
 * editor shows it, never for a message. The source is judged first, which bounds the work; the compiler reads no file and adds no font.
 */
export async function makeMail(source: string): Promise<Made> {
  const before = known.get(source);
  if (before !== undefined) return before;
  const made = await compile(source);
  if (known.size >= KNOWN_MAX) known.delete(known.keys().next().value ?? '');
  known.set(source, made);
  return made;
}

async function compile(given: string): Promise<Made> {
  const judged = judgeMjml(given);
  if (!judged.ok) return judged;
  const { source } = judged;
  const { compiler, preset } = await library();
  // A mail holds the process up for some milliseconds: what waits gets its turn before each.
  await setImmediate();
  let compiled: Awaited<ReturnType<typeof compiler>>;
  try {
    compiled = await compiler(source.text, {
      presets: [preset],
      fonts: {},
      keepComments: false,
      ignoreIncludes: true,
      validationLevel: 'soft',
    });
  } catch {
    return refuse(1, 'syntax', 'The mail cannot be made: check that <mjml> holds one <mj-body>, and what is in it.');
  }
  if (compiled.errors.length > 0) {
    const inOrder = compiled.errors.toSorted((one, other) => one.line - other.line);
    const faults = inOrder.slice(0, 20).map(({ line, message, tagName }) => ({
      code: 'syntax',
      line,
      message: `<${tagName}>: ${source.restore(message)}. Correct it, or remove it.`,
    }));
    return { ok: false, faults };
  }
  const html = tidy(compiled.html);
  const kept = new Set(source.marksIn(html));
  const lost = source.marks.find((_, mark) => !kept.has(mark));
  if (lost !== undefined) {
    const line = given.slice(0, given.indexOf(lost)).split('\n').length;
    return refuse(line, 'not_printed', `${lost} is printed by nothing here: put it into <mj-text> or <mj-raw>.`);
  }
  const mail = { html: source.restore(html), text: source.restore(textOfHtml(html)) };
  if (mail.html.length > TEMPLATE_SOURCE_MAX) {
    const message = `The mail made from this is ${mail.html.length} characters long; at most ${TEMPLATE_SOURCE_MAX} are taken. Use fewer sections and columns.`;
    return refuse(1, 'too_long', message);
  }
  return { ok: true, mail };
}

const refuse = (line: number, code: string, message: string): Made => ({
  ok: false,
  faults: [{ line, code, message }],
});

/** Without the indents of the compiler, which are a third of what it writes. Where white space counts, it stays. */
function tidy(html: string): string {
  if (/<pre[\s>]/i.test(html)) return html;
  const lines = html.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join('\n');
}

/** The compiler is large and few processes ever compile: it is loaded when it is first asked. */
async function library() {
  const [core, preset] = await Promise.all([import('mjml-core'), import('mjml-preset-core')]);
  return { compiler: unwrapped(core.default), preset: unwrapped(preset.default) };
}

/** What a CommonJS module gives: how many times its default is wrapped depends on who loads it. */
const unwrapped = <Given>(given: Given | { default: Given }): Given =>
  typeof given === 'object' && given !== null && 'default' in given ? given.default : given;
