import { isReasonCode, type Party, REASONS, type ReasonRetry } from '@signalbox/contracts';
import { prose } from './html.ts';
import { table } from './operation.ts';
import { REASON_CURES } from './reason-notes.ts';

const PARTY_WORDS: Readonly<Record<Party, string>> = {
  recipient: 'the recipient',
  content: 'the content',
  sender: 'the sender',
  policy: 'a rule of this workspace or of an operator',
  account: 'your account at the provider',
  provider: 'the provider',
  network: 'the network',
  platform: 'this installation',
  unknown: 'not known',
};

const NEXT_WORDS: Readonly<Record<ReasonRetry, string>> = {
  never: 'Nothing: it is not tried again.',
  same_route: 'It is tried again by the same route, a little later, within its validity.',
  other_route: 'It is tried by the next route, within its validity.',
  other_channel: 'This channel will not help; a verification goes on by its next channel.',
  fix: 'Nothing, until it is corrected.',
  query: 'It is waited for a receipt; only a code goes out once more, by another route.',
};

const SUPPRESS_WORDS = {
  no: 'The address stays usable.',
  yes: 'The address counts as unusable.',
  after_two_routes: 'The address counts as unusable once two routes say so.',
} as const;

/** The table of all reasons. */
export function reasonTable(): string {
  const rows = Object.entries(REASONS).map(
    ([code, row]) =>
      `<tr><td><a href="/docs/reasons/${code}"><code>${code}</code></a></td><td>${prose(row.text)}</td><td>${NEXT_WORDS[row.retry]}</td></tr>`,
  );
  return table(['Code', 'What happened', 'What Signalbox does'], rows);
}

/** What there is to know of one reason, or undefined when there is no such code. */
export function reasonPage(code: string): string | undefined {
  if (!isReasonCode(code)) return undefined;
  const row = REASONS[code];
  return `<p><a href="/docs">Signalbox API</a> / <a href="/docs/reasons">Reasons</a></p><h1><code>${code}</code></h1>
<p class="lead">${prose(row.text)}</p><h3>Who is at fault</h3><p>${PARTY_WORDS[row.party]}</p>
<h3>What to do</h3><p>${prose(REASON_CURES[code])}</p>
<h3>What Signalbox does</h3><p>${NEXT_WORDS[row.retry]} ${SUPPRESS_WORDS[row.suppress]}</p>`;
}
