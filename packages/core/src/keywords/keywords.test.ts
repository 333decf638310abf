import { describe, expect, test } from 'vitest';
import { PACK_SOURCES } from '../policy/index.ts';
import { judgeKeyword } from './judge-keyword.ts';
import { replyLocale, replyText } from './replies.ts';
import { KEYWORDS } from './words.ts';

const own = [
  { id: '1', word: 'SALE', number: '12345', kind: 'join' as const, list: 'a' },
  { id: '2', word: 'SALE', number: null, kind: 'join' as const, list: 'b' },
  { id: '3', word: 'stop', number: null, kind: 'join' as const, list: 'c' },
  { id: '4', word: 'INFO', number: null, kind: 'join' as const, list: 'd' },
  { id: '5', word: 'no más', number: null, kind: 'stop' as const, list: null },
];
const judge = (text: string, country: string | null = 'US', number = '+12025550100') =>
  judgeKeyword(text, { country, number, own });
/** `stop:marketing`, `stop:all`, `start`, `unsure` or null. */
const short = (text: string, country: string | null = 'US') => {
  const found = judge(text, country);
  return found === null ? null : found.kind === 'stop' ? `stop:${found.scope}` : found.kind;
};

describe('what a text asks for', () => {
  test.each([
    // The words that always count in the United States (FCC 24-24), however they are written.
    ['STOP', 'US', 'stop:marketing'],
    ['Stop.', 'US', 'stop:marketing'],
    ['  s t o p  ', 'US', 'stop:marketing'],
    ['“stop”', 'US', 'stop:marketing'],
    ['ＳＴＯＰ！', 'US', 'stop:marketing'],
    ['ЅТОР', 'US', 'stop:marketing'],
    ['ST0P', 'US', 'stop:marketing'],
    ['stop 🛑', 'US', 'stop:marketing'],
    ['Quit', 'US', 'stop:marketing'],
    ['end', 'US', 'stop:marketing'],
    ['REVOKE', 'US', 'stop:marketing'],
    ['opt-out', 'US', 'stop:marketing'],
    ['OptOut', 'US', 'stop:marketing'],
    ['cancel', 'US', 'stop:marketing'],
    ['unsubscribe', 'US', 'stop:marketing'],
    ['STOPALL', 'US', 'stop:all'],
    ['stop all', 'US', 'stop:all'],
    ['Stop all messages please', 'US', 'stop:all'],
    ['stop all marketing', 'US', 'stop:marketing'],
    // With what people add to it, and in ordinary words.
    ['please stop', 'US', 'stop:marketing'],
    ['Stop texting me', 'US', 'stop:marketing'],
    ['stop it now!!!', 'US', 'stop:marketing'],
    ['STOP Acme', 'US', 'stop:marketing'],
    ["Please don't text me any more", 'US', 'stop:marketing'],
    ['take me off this list', 'US', 'stop:marketing'],
    ['por favor no me escriban más', 'MX', 'stop:marketing'],
    ['不要再发了', 'CN', 'stop:marketing'],
    // Elsewhere.
    ['ARRÊT', 'FR', 'stop:marketing'],
    ['Baja', 'MX', 'stop:marketing'],
    ['alto', 'US', 'stop:marketing'],
    ['PARAR', 'ES', 'stop:marketing'],
    ['baja todo', 'MX', 'stop:all'],
    ['sair', 'BR', 'stop:marketing'],
    ['SAIR', 'US', null],
    ['berhenti', 'ID', 'stop:marketing'],
    ['退订', 'CN', 'stop:marketing'],
    ['取消', 'TW', 'stop:marketing'],
    ['T', 'CN', 'stop:marketing'],
    ['T', 'US', null],
    ['İPTAL', 'TR', 'stop:marketing'],
    ['ıptal', 'TR', 'stop:marketing'],
    ['RET', 'US', null],
    ['إلغاء', 'AE', 'stop:marketing'],
    ['no más', 'MX', 'stop:marketing'],
    // No stop, or not surely one.
    ['Can I stop by at five tomorrow?', 'US', 'unsure'],
    ["don't stop texting me", 'US', 'unsure'],
    ['cancel my order', 'US', null],
    ['see you at the end', 'US', null],
    ['Thanks!', 'US', null],
    ['yes', 'US', null],
    ['', 'US', null],
    ['👍', 'US', null],
    // The others.
    ['Start', 'US', 'start'],
    ['UNSTOP please', 'US', 'start'],
    ['Alta', 'ES', 'start'],
    ['we start at nine', 'US', null],
    ['HELP', 'US', 'help'],
    ['ayuda', 'MX', 'help'],
    ['sale', 'US', 'join'],
  ])('%s from %s is %s', (text, country, expected) => {
    expect(short(text, country)).toBe(expected);
  });

  test('a keyword of the number that was written to comes before one of every number, and any before help', () => {
    expect(judge('Sale!', 'US', '12345')?.own?.id).toBe('1');
    expect(judge('Sale!', 'US', '+12025550100')?.own?.id).toBe('2');
    expect(judge('info')?.own?.id).toBe('4');
    expect(judge('STOP')?.own).toBeNull();
  });

  test('every word has a source that is on file', () => {
    for (const { word, source } of KEYWORDS) expect([word, Object.hasOwn(PACK_SOURCES, source)]).toEqual([word, true]);
  });
});

describe('the answer', () => {
  test('is in the language of the person, else of the keyword, else of the country', () => {
    expect(replyLocale({ person: 'pt-BR', keyword: 'es', country: 'US' })).toBe('pt-BR');
    expect(replyLocale({ person: null, keyword: 'es', country: 'US' })).toBe('es');
    expect(replyLocale({ person: null, keyword: 'en', country: 'MX' })).toBe('es');
    expect(replyLocale({ person: null, keyword: null, country: 'SE' })).toBe('en');
  });

  test('is the text of the workspace where it has one, else that of the house', () => {
    const texts = [{ kind: 'stop' as const, locale: 'fr', text: '{sender} : c’est fini.' }];
    expect(replyText('stop', { locale: 'fr-CA', sender: 'Acme', own: texts })).toEqual({
      locale: 'fr',
      text: 'Acme : c’est fini.',
    });
    expect(replyText('help', { locale: 'fr', sender: 'Acme', own: texts }).text).toMatch(/^Acme: Text STOP/);
    expect(replyText('stop', { locale: 'es-MX', sender: 'Acme', own: texts }).locale).toBe('es');
  });
});
