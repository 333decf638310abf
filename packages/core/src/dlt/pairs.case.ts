import type { DltMark, DltMatching, DltTag } from '@signalbox/contracts';

/** A template, a text, and the marks that are known to be right: kind, what the text has, what the template has. */
export interface Pair {
  what: string;
  template: string;
  text: string;
  marks: readonly (readonly [kind: DltMark['kind'], found: string, expected: string])[];
  /** Tags that stand beside the text, as SmartPing and Tata have them. */
  tags?: readonly DltTag[];
  /** What the operator ignores; nothing unless said. */
  rule?: Partial<DltMatching>;
}

const ORDER = 'Dear {#var#}, your order {#numeric#} is on its way. - Acme';
const OTP = '{#numeric#} is your OTP for {#alphanumeric#}. Do not share it. ACMEIN';
const LINK = 'Track your parcel {#alphanumeric#} at {#url#} or call {#cbn#}. Acme';
const LEGACY = 'Hi {#var#}, thank you for shopping with Acme. Your bill is Rs.{#var#}.';
const HINDI = 'प्रिय {#var#}, आपका ऑर्डर {#numeric#} भेज दिया गया है। Acme';
const FIXED = 'Acme sale! Flat discount on all shoes this week at every Acme store.';
const LINES = 'Acme Bank\nYour card ending {#numeric#} was used.\nNot you? Call {#cbn#}';
const GLUED = 'Order ORD{#numeric#}X of {#var#} is ready at Acme';
const PAIRED = 'Acme: {#var#}{#var#} is your delivery address.';
const MAIL = 'Acme: your receipt was sent to {#email#}. Reply to it for help.';
const QUOTES = 'Acme: don\'t miss the "big" sale - it ends {#var#}';

const ok = (what: string, template: string, text: string, more: Partial<Pair> = {}): Pair => ({
  what,
  template,
  text,
  marks: [],
  ...more,
});
const differs = (what: string, template: string, text: string, ...marks: Pair['marks'][number][]): Pair => ({
  what,
  template,
  text,
  marks,
});
const under = (rule: Partial<DltMatching>, pair: Pair): Pair => ({ ...pair, rule });

/** A hundred texts and templates, each with its marks. */
export const PAIRS: readonly Pair[] = [
  ok('the plain case', ORDER, 'Dear Asha, your order 1234 is on its way. - Acme'),
  ok('an untyped value with signs', ORDER, 'Dear Dr. A. Rao-Iyer, your order 1 is on its way. - Acme'),
  ok('a code first', OTP, '482913 is your OTP for login. Do not share it. ACMEIN'),
  ok('letters, digits and a space', OTP, '482913 is your OTP for card 4821. Do not share it. ACMEIN'),
  ok('link and number', LINK, 'Track your parcel AB12 at https://acme.in/t/9 or call 18001234567. Acme'),
  ok('a link that starts with www', LINK, 'Track your parcel AB12 at www.acme.in/t or call +919876543210. Acme'),
  ok('a link without a scheme', LINK, 'Track your parcel AB12 at acme.in/t?x=1 or call 080-1234-5678. Acme'),
  ok('an old template', LEGACY, 'Hi Ravi, thank you for shopping with Acme. Your bill is Rs.1,299.00.'),
  ok('a script with marks', HINDI, 'प्रिय आशा, आपका ऑर्डर 77 भेज दिया गया है। Acme'),
  ok('fixed text alone', FIXED, FIXED),
  ok('lines', LINES, 'Acme Bank\nYour card ending 1234 was used.\nNot you? Call 1860 500 1234'),
  ok('line ends of Windows', LINES, 'Acme Bank\r\nYour card ending 1234 was used.\r\nNot you? Call 18605001234'),
  ok('a value inside a word', GLUED, 'Order ORD77X of Asha is ready at Acme'),
  ok(
    'a value that repeats the letters beside it',
    GLUED.replace('{#numeric#}', '{#alphanumeric#}'),
    'Order ORDORDXX of Asha is ready at Acme',
  ),
  ok('placeholders side by side add up', PAIRED, `Acme: ${'4 Long Street, '.repeat(5)}Pune is your delivery address.`),
  ok('a mail address', MAIL, 'Acme: your receipt was sent to asha.rao@mail.example. Reply to it for help.'),
  ok(
    'tags beside the text',
    ORDER.replace('{#numeric#}', '{#var#}'),
    'Dear Asha, your order 1234 is on its way. - Acme',
    { tags: ['var', 'numeric'] },
  ),
  ok('composed and decomposed letters are the same', 'Café {#var#} is open', 'Cafe\u0301 Acme is open'),
  ok('exactly as long as the limit', ORDER, `Dear ${'a'.repeat(40)}, your order 1 is on its way. - Acme`),
  ok(
    'a value that has fixed words in it',
    LEGACY,
    'Hi thank you, thank you for shopping with Acme. Your bill is Rs.5.',
  ),

  differs('a word between fixed words', ORDER, 'Dear Asha, your big order 1234 is on its way. - Acme', [
    'extra',
    'big ',
    '',
  ]),
  differs('a word in front', ORDER, 'Hello Dear Asha, your order 1234 is on its way. - Acme', ['extra', 'Hello ', '']),
  differs('a word behind', ORDER, 'Dear Asha, your order 1234 is on its way. - Acme Ltd', ['extra', ' Ltd', '']),
  differs('two words', ORDER, 'Dear Asha, your order 1234 is now finally on its way. - Acme', [
    'extra',
    'now finally ',
    '',
  ]),
  differs(
    'two words in two places',
    ORDER,
    'Dear Asha, your new order 1234 is on its merry way. - Acme',
    ['extra', 'new ', ''],
    ['extra', 'merry ', ''],
  ),
  differs('a word twice', ORDER, 'Dear Asha, your order 1234 is is on its way. - Acme', [
    'wrong_kind',
    '1234 is',
    '{#numeric#}',
  ]),
  differs('a sentence behind', FIXED, `${FIXED} Hurry!`, ['extra', ' Hurry!', '']),
  differs('one more comma', OTP, '482913 is your OTP, for login. Do not share it. ACMEIN', ['extra', ',', '']),
  differs('one more full stop', LEGACY, 'Hi Ravi, thank you for shopping with Acme.. Your bill is Rs.5.', [
    'extra',
    '.',
    '',
  ]),
  differs('two spaces', OTP, '482913 is  your OTP for login. Do not share it. ACMEIN', ['extra', ' ', '']),
  differs('a space at the end', FIXED, `${FIXED} `, ['extra', ' ', '']),
  differs('a space at the start', FIXED, ` ${FIXED}`, ['extra', ' ', '']),
  differs('a line more', LINES, 'Acme Bank\n\nYour card ending 1234 was used.\nNot you? Call 18605001234', [
    'extra',
    '\n',
    '',
  ]),
  differs('a word in Hindi', HINDI, 'प्रिय आशा, आपका नया ऑर्डर 77 भेज दिया गया है। Acme', ['extra', 'नया ', '']),
  differs('a picture sign', FIXED, FIXED.replace('sale!', 'sale!🎉'), ['extra', '🎉', '']),
  differs('a word at a line end', LINES, 'Acme Bank Ltd\nYour card ending 1234 was used.\nNot you? Call 18605001234', [
    'extra',
    ' Ltd',
    '',
  ]),
  differs('a word before glued text', GLUED, 'Order no ORD77X of Asha is ready at Acme', ['extra', 'no ', '']),
  differs(
    'a word behind a link',
    LINK,
    'Track your parcel AB12 at https://acme.in/t/9 or just call 18001234567. Acme',
    ['extra', 'just ', ''],
  ),

  differs('a word left out', ORDER, 'Dear Asha, your order 1234 is on way. - Acme', ['missing', '', 'its ']),
  differs('the greeting left out', ORDER, 'Asha, your order 1234 is on its way. - Acme', ['missing', '', 'Dear ']),
  differs('the brand left out', ORDER, 'Dear Asha, your order 1234 is on its way.', ['missing', '', ' - Acme']),
  differs('a full stop left out', LEGACY, 'Hi Ravi, thank you for shopping with Acme. Your bill is Rs.5', [
    'missing',
    '',
    '.',
  ]),
  differs('a comma left out', LEGACY, 'Hi Ravi thank you for shopping with Acme. Your bill is Rs.5.', [
    'missing',
    '',
    ',',
  ]),
  differs('a space left out', OTP, '482913 is your OTP for login.Do not share it. ACMEIN', ['missing', '', ' ']),
  differs('a line end left out', LINES, 'Acme BankYour card ending 1234 was used.\nNot you? Call 18605001234', [
    'changed',
    'BankYour',
    'Bank\nYour',
  ]),
  differs('a sentence left out', OTP, '482913 is your OTP for login. ACMEIN', ['missing', '', 'Do not share it. ']),
  differs('a word of Hindi left out', HINDI, 'प्रिय आशा, आपका ऑर्डर 77 भेज दिया है। Acme', ['missing', '', 'गया ']),
  differs('half of it left out', FIXED, 'Acme sale! Flat discount on all shoes this week', [
    'missing',
    '',
    ' at every Acme store.',
  ]),
  differs('nothing at all', FIXED, '', ['missing', '', FIXED]),

  differs('another word', ORDER, 'Dear Asha, your parcel 1234 is on its way. - Acme', ['changed', 'parcel', 'order']),
  differs('a misspelt word', ORDER, 'Dear Asha, your order 1234 is on its wya. - Acme', ['changed', 'wya', 'way']),
  differs('another sign', ORDER, 'Dear Asha; your order 1234 is on its way. - Acme', ['changed', ';', ',']),
  differs('a joined word', FIXED, FIXED.replace('this week', 'thisweek'), ['changed', 'thisweek', 'this week']),
  differs('a split word', FIXED, FIXED.replace('discount', 'dis count'), ['changed', 'dis count', 'discount']),
  differs('another brand', ORDER, 'Dear Asha, your order 1234 is on its way. - Bmce', ['changed', 'Bmce', 'Acme']),
  differs('another digit in fixed text', 'Acme closes at 7 pm on {#var#}', 'Acme closes at 8 pm on Friday', [
    'changed',
    '8',
    '7',
  ]),
  differs(
    'two other words',
    ORDER,
    'Dear Asha, my order 1234 is on its road. - Acme',
    ['changed', 'my', 'your'],
    ['changed', 'road', 'way'],
  ),
  differs('another word of Hindi', HINDI, 'प्रिय आशा, आपका पार्सल 77 भेज दिया गया है। Acme', ['changed', 'पार्सल', 'ऑर्डर']),

  differs('a capital', ORDER, 'Dear Asha, Your order 1234 is on its way. - Acme', ['wrong_case', 'Your', 'your']),
  differs('small letters', ORDER, 'dear Asha, your order 1234 is on its way. - Acme', ['wrong_case', 'dear', 'Dear']),
  differs(
    'all capitals',
    OTP,
    '482913 is your OTP for login. DO NOT share it. ACMEIN',
    ['wrong_case', 'DO', 'Do'],
    ['wrong_case', 'NOT', 'not'],
  ),
  differs(
    'a whole text in capitals',
    FIXED.slice(0, 28),
    FIXED.slice(0, 28).toUpperCase(),
    ['wrong_case', 'ACME', 'Acme'],
    ['wrong_case', 'SALE', 'sale'],
    ['wrong_case', 'FLAT', 'Flat'],
    ['wrong_case', 'DISCOUNT', 'discount'],
    ['wrong_case', 'ON', 'on'],
  ),
  differs('the brand in capitals', ORDER, 'Dear Asha, your order 1234 is on its way. - ACME', [
    'wrong_case',
    'ACME',
    'Acme',
  ]),
  differs('a code word in small letters', OTP, '482913 is your otp for login. Do not share it. ACMEIN', [
    'wrong_case',
    'otp',
    'OTP',
  ]),

  differs('a typographic apostrophe', QUOTES, 'Acme: don’t miss the "big" sale - it ends today', [
    'look_alike',
    '’',
    "'",
  ]),
  differs('an opening quote', QUOTES, 'Acme: don\'t miss the “big" sale - it ends today', ['look_alike', '“', '"']),
  differs(
    'both quotes',
    QUOTES,
    "Acme: don't miss the “big” sale - it ends today",
    ['look_alike', '“', '"'],
    ['look_alike', '”', '"'],
  ),
  differs('a long dash', QUOTES, 'Acme: don\'t miss the "big" sale – it ends today', ['look_alike', '–', '-']),
  differs('a no-break space', ORDER, 'Dear Asha, your\u00a0order 1234 is on its way. - Acme', [
    'look_alike',
    '\u00a0',
    ' ',
  ]),
  differs('a space for a line end', LINES, 'Acme Bank Your card ending 1234 was used.\nNot you? Call 18605001234', [
    'look_alike',
    ' ',
    '\n',
  ]),
  differs('a tab for a space', FIXED, FIXED.replace('on all', 'on\tall'), ['look_alike', '\t', ' ']),
  differs('a plain apostrophe where the template has the other', 'Acme: it’s {#var#} today', "Acme: it's sale today", [
    'look_alike',
    "'",
    '’',
  ]),

  differs('a name too long', ORDER, `Dear ${'a'.repeat(41)}, your order 1 is on its way. - Acme`, [
    'too_long',
    'a'.repeat(41),
    '{#var#}',
  ]),
  differs('a number too long', ORDER, `Dear Asha, your order ${'7'.repeat(45)} is on its way. - Acme`, [
    'too_long',
    '7'.repeat(45),
    '{#numeric#}',
  ]),
  differs(
    'a sentence in a placeholder',
    LEGACY,
    `Hi ${'you are the best '.repeat(3)}Ravi, thank you for shopping with Acme. Your bill is Rs.5.`,
    ['too_long', `${'you are the best '.repeat(3)}Ravi`, '{#var#}'],
  ),
  differs('two placeholders, more than both take', PAIRED, `Acme: ${'x'.repeat(81)} is your delivery address.`, [
    'too_long',
    'x'.repeat(81),
    '{#var#}{#var#}',
  ]),
  differs(
    'text added where a placeholder ends the template',
    QUOTES,
    `Acme: don't miss the "big" sale - it ends today, and there is so much more for you to see`,
    ['too_long', 'today, and there is so much more for you to see', '{#var#}'],
  ),
  differs(
    'a word too many and a value too long',
    ORDER,
    `Dear ${'a'.repeat(41)}, your big order 1 is on its way. - Acme`,
    ['too_long', 'a'.repeat(41), '{#var#}'],
    ['extra', 'big ', ''],
  ),

  differs('letters for digits', ORDER, 'Dear Asha, your order AB12 is on its way. - Acme', [
    'wrong_kind',
    'AB12',
    '{#numeric#}',
  ]),
  differs('a thousands comma in a number', ORDER, 'Dear Asha, your order 1,299 is on its way. - Acme', [
    'wrong_kind',
    '1,299',
    '{#numeric#}',
  ]),
  differs('a decimal in a number', ORDER, 'Dear Asha, your order 12.50 is on its way. - Acme', [
    'wrong_kind',
    '12.50',
    '{#numeric#}',
  ]),
  differs('a space in a number', ORDER, 'Dear Asha, your order 12 50 is on its way. - Acme', [
    'wrong_kind',
    '12 50',
    '{#numeric#}',
  ]),
  differs('digits of another script', ORDER, 'Dear Asha, your order १२ is on its way. - Acme', [
    'wrong_kind',
    '१२',
    '{#numeric#}',
  ]),
  differs('a sign among letters and digits', OTP, '482913 is your OTP for card-4821. Do not share it. ACMEIN', [
    'wrong_kind',
    'card-4821',
    '{#alphanumeric#}',
  ]),
  differs('a word for a link', LINK, 'Track your parcel AB12 at home or call 18001234567. Acme', [
    'wrong_kind',
    'home',
    '{#url#}',
  ]),
  differs(
    'a link with a space in it',
    LINK,
    'Track your parcel AB12 at https://acme.in/ t9 or call 18001234567. Acme',
    ['wrong_kind', 'https://acme.in/ t9', '{#url#}'],
  ),
  differs('a word for a telephone number', LINK, 'Track your parcel AB12 at https://acme.in or call us. Acme', [
    'wrong_kind',
    'us',
    '{#cbn#}',
  ]),
  differs('a mail address without a domain', MAIL, 'Acme: your receipt was sent to asha. Reply to it for help.', [
    'wrong_kind',
    'asha',
    '{#email#}',
  ]),
  differs('a number that stands first', OTP, '48-29 is your OTP for login. Do not share it. ACMEIN', [
    'wrong_kind',
    '48-29',
    '{#numeric#}',
  ]),
  differs('letters inside a word of a number', GLUED, 'Order ORD7a7X of Asha is ready at Acme', [
    'wrong_kind',
    '7a7',
    '{#numeric#}',
  ]),

  differs('an empty name', LEGACY, 'Hi , thank you for shopping with Acme. Your bill is Rs.5.', [
    'empty',
    '',
    '{#var#}',
  ]),
  differs('an empty number', ORDER, 'Dear Asha, your order  is on its way. - Acme', ['empty', '', '{#numeric#}']),
  differs('an empty value inside a word', GLUED, 'Order ORDX of Asha is ready at Acme', ['empty', '', '{#numeric#}']),
  differs('an empty value at the end', QUOTES, 'Acme: don\'t miss the "big" sale - it ends ', ['empty', '', '{#var#}']),

  under(
    { ignore_case: true },
    ok('case is ignored where the operator ignores it', ORDER, 'DEAR Asha, YOUR order 1234 is on its way. - ACME'),
  ),
  under(
    { ignore_punctuation: true },
    ok(
      'signs are ignored where the operator ignores them',
      LEGACY,
      'Hi Ravi thank you for shopping with Acme! Your bill is Rs 5',
    ),
  ),
  under(
    { ignore_spaces: true },
    ok(
      'spaces are ignored where the operator ignores them',
      OTP,
      '482913 is  your OTP for login.  Do not share it.ACMEIN',
    ),
  ),
  under(
    { ignore_case: true },
    differs('a word too many though case is ignored', ORDER, 'DEAR Asha, your BIG order 1234 is on its way. - Acme', [
      'extra',
      'BIG ',
      '',
    ]),
  ),
  under(
    { variable_limit: 30 },
    differs('a shorter limit', ORDER, `Dear ${'a'.repeat(31)}, your order 1 is on its way. - Acme`, [
      'too_long',
      'a'.repeat(31),
      '{#var#}',
    ]),
  ),
  under(
    { alphanumeric_spaces: false },
    differs('no spaces among letters and digits', OTP, '482913 is your OTP for card 4821. Do not share it. ACMEIN', [
      'wrong_kind',
      'card 4821',
      '{#alphanumeric#}',
    ]),
  ),
];
