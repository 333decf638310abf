import type { SenderView } from '@signalbox/contracts';
import { expect, test } from 'vitest';
import { draftOf, fieldOf, requestOf } from './draft.ts';

const SAID = {
  channel: 'sms',
  country: 'SA',
  network: '42001',
  class: 'marketing',
  sender: 'ACME',
  status: 'submitted',
  reference: 'R-1',
  registered_on: '2026-01-01',
  expires_on: '2027-01-01',
  affix: { at: 'end', text: '-AD' },
  documents: [{ name: 'letter.pdf', kind: 'authorisation', reference: 'vault/1', notes: '' }],
  notes: 'asked',
} as const;
const FULL: SenderView = {
  ...SAID,
  documents: [...SAID.documents],
  id: 'snd_1',
  kept: 'registry',
  kind: 'alphanumeric',
  usable: false,
  last_used_on: null,
  idle_on: null,
  shown: { look: 'as_is', text: 'ACME', by: null, tail: null, rules: [] },
  warnings: [],
  version: 3,
  updated_at: '2026-11-27T00:00:00Z',
};

test('a sender that is opened and saved again says what it said', () => {
  expect(requestOf(draftOf(FULL), 3)).toEqual({ ...SAID, version: 3 });
});

test('what is left empty is not said, and mail has no country', () => {
  const draft = draftOf({ country: 'SG' });
  expect(requestOf({ ...draft, sender: ' ACME ', affix: ' ', reference: '' }, undefined)).toMatchObject({
    ...{ country: 'SG', sender: 'ACME', affix: null, reference: null, network: null, class: null },
  });
  expect(requestOf({ ...draft, channel: 'email', sender: 'a@example.com' }, undefined).country).toBe('default');
});

test.each([
  ['sender', ['sender']],
  ['sender.sender', ['sender']],
  ['kind', ['toll_free']],
  ['affix.text', ['affix']],
  ['sender.documents.1.name', ['documents', 1, 'name']],
])('the fault %s is shown at its field', (path, field) => {
  expect(fieldOf(path)).toEqual(field);
});
