// Dependency-free: runs on the machine's own Node (18 or newer) before anything is installed.
import { spawn } from 'node:child_process';

const isTerminal = process.stdout.isTTY === true;
const TELL_EVERY_MS = 10_000;

/** The steps under way: on a terminal the one that began last has the line. */
const underWay = [];

/**
 * Runs a piece of work under a title that shows how long it takes: one line redrawn on a terminal, else a line at the
 * start, one every ten seconds and one at the end.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @param {() => string} [detail] what is being done just now
 * @param {(result: T) => boolean} [isGood] whether the result deserves its tick
 * @returns {Promise<T>}
 */
export async function showStep(title, work, detail = () => '', isGood = () => true) {
  const start = Date.now();
  const elapsed = () => `${((Date.now() - start) / 1000).toFixed(1)} s`;
  const width = process.stdout.columns || 100;
  const step = {};
  underWay.push(step);
  const draw = (mark) => {
    if (mark !== '·') underWay.splice(underWay.indexOf(step), 1);
    else if (isTerminal && underWay.at(-1) !== step) return;
    const line = `${mark} ${title}  ${elapsed()}  ${mark === '·' ? detail() : ''}`.trimEnd();
    if (isTerminal) process.stdout.write(`\r\u001b[2K${line.slice(0, width - 1)}`);
    else console.log(line);
  };
  if (isTerminal) draw('·');
  else console.log(`· ${title}`);
  const timer = setInterval(() => draw('·'), isTerminal ? 200 : TELL_EVERY_MS);
  try {
    const result = await work();
    clearInterval(timer);
    draw(isGood(result) ? '✓' : '✗');
    if (isTerminal) process.stdout.write('\n');
    return result;
  } catch (error) {
    clearInterval(timer);
    draw('✗');
    if (isTerminal) process.stdout.write('\n');
    throw error;
  }
}

/** Whether a signal asked this process to end; from then on no further program is started by runQuietly. */
export const interruption = { happened: false };

/** From now on SIGINT and SIGTERM do not end this process but are noted, so that it can clean up; a second one ends it. */
export function catchInterruption() {
  const note = () => {
    if (interruption.happened) process.exit(130);
    interruption.happened = true;
  };
  process.on('SIGINT', note).on('SIGTERM', note).on('SIGHUP', note);
}

/**
 * Runs a program quietly and resolves with what it wrote; rejects with the end of it when it fails. A signal to us while
 * it runs is passed on to it.
 * @param {string} file
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void }} [options]
 * @returns {Promise<string>}
 */
export function runQuietly(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    if (interruption.happened) return reject(new Error('Interrupted.'));
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stop = () => child.kill('SIGTERM');
    process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);
    const done = () => process.off('SIGINT', stop).off('SIGTERM', stop).off('SIGHUP', stop);
    let output = '';
    const take = (text) => {
      output += text;
      const line = text.trim().split('\n').pop();
      if (line) options.onLine?.(line);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', (error) => {
      done();
      reject(error);
    });
    child.on('close', (code, signal) => {
      done();
      if (code === 0) return resolve(output);
      const said = output.trim().split('\n').slice(-12).join('\n');
      reject(
        new CommandFailure(`${[file.split('/').pop(), ...args].join(' ')} ended with ${signal ?? code}`, said, output),
      );
    });
  });
}

/** A program that ended badly: `said` holds its last lines, `output` all it wrote. */
export class CommandFailure extends Error {
  /** @param {string} message @param {string} said @param {string} output */
  constructor(message, said, output) {
    super(message);
    this.said = said;
    this.output = output;
  }
}
