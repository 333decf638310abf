import { LAYOUTS, layoutOf } from '@signalbox/core/mail-tree';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeMail } from './make-mail.ts';

const MAIL = (inner: string) =>
  `<mjml><mj-body><mj-section><mj-column>\n${inner}\n</mj-column></mj-section></mj-body></mjml>`;

/** Longest time a source may hold up the process that compiles it. */
const MOST_MS = 1500;

describe('S-06: a mail in MJML', () => {
  it('keeps its braces and has a text part', async () => {
    const made = await makeMail(
      MAIL(
        '<mj-text>Hi {{ name | default: "you" }}{% if a < b %}!{% endif %}</mj-text><mj-button href="{{ link }}">Go</mj-button>',
      ),
    );
    if (!made.ok) throw new Error(JSON.stringify(made.faults));
    expect(made.mail.html).toContain('Hi {{ name | default: "you" }}{% if a < b %}!{% endif %}');
    expect(made.mail.html).toContain('href="{{ link }}"');
    expect(made.mail.html).not.toContain('googleapis');
    expect(made.mail.text).toBe('Hi {{ name | default: "you" }}{% if a < b %}!{% endif %}\nGo ({{ link }})');
  });

  it('says in which line the compiler does not know an attribute or a place', async () => {
    const made = await makeMail(MAIL('<mj-text colour="red">a</mj-text>\n<mj-section></mj-section>'));
    expect(made.ok ? [] : made.faults.map(({ line }) => line)).toEqual([2, 3]);
  });

  it.each(LAYOUTS)('is made of the starter layout %s, with every variable in it', async (layout) => {
    const { mjml, variables } = layoutOf(layout, 'en', true);
    const made = await makeMail(mjml);
    if (!made.ok) throw new Error(JSON.stringify(made.faults));
    expect(made.mail.html).toContain('href="{{ unsubscribe_url }}"');
    const { length } = variables.filter(({ name }) => made.mail.html.includes(`{{ ${name} }}`));
    expect(length).toBe(variables.filter(({ name }) => mjml.includes(`{{ ${name} }}`)).length);
  });

  it('reads no file, whatever asks for one', async () => {
    for (const tag of ['<mj-include path="./package.json" />', '<mj-include path="package.json" type="html" />']) {
      expect(await makeMail(MAIL(tag))).toMatchObject({ ok: false, faults: [{ code: 'not_allowed', line: 2 }] });
    }
  });

  it('refuses what is too long when it is made', async () => {
    const made = await makeMail(
      MAIL('<mj-text>a</mj-text></mj-column></mj-section><mj-section><mj-column>'.repeat(140)),
    );
    expect(made).toMatchObject({ ok: false, faults: [{ code: 'too_long' }] });
  });

  it('never loses a variable in silence: it stands in the mail, or the source is refused', async () => {
    const place = fc.constantFrom(
      ...['<mj-text>@</mj-text>', '@', '<mj-button href="@">a</mj-button>', '<mj-image src="a" alt="@" />'],
      ...[
        '<mj-divider title="@" />',
        '<mj-raw>@</mj-raw>',
        '<mj-table><tr><td>@</td></tr></mj-table>',
        '<mj-spacer>@</mj-spacer>',
      ],
      ...[
        '<mj-social><mj-social-element name="x" href="@">@</mj-social-element></mj-social>',
        '<!-- @ -->',
        '<mj-text title="@" />',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 6 }), async (places) => {
        let number = 0;
        const source = MAIL(places.join('\n').replace(/@/g, () => `{{ v${number++} }}`));
        const made = await makeMail(source);
        if (!made.ok) {
          expect(made.faults.length).toBeGreaterThan(0);
          return;
        }
        for (let index = 0; index < number; index += 1) expect(made.mail.html).toContain(`{{ v${index} }}`);
        expect(made.mail.html).not.toContain('SBMARK');
        expect(made.mail.text).not.toContain('SBMARK');
      }),
      { numRuns: 60 },
    );
  });

  it('takes a bounded time for whatever is written', async () => {
    const attributes = (count: number) => Array.from({ length: count }, (_, n) => `a${n}="x"`).join(' ');
    const head = (inner: string, body: string) =>
      `<mjml><mj-head><mj-attributes>${inner}</mj-attributes></mj-head><mj-body>${body}</mj-body></mjml>`;
    const spacers =
      '<mj-section><mj-column><mj-spacer mj-class="c0 c1 c2 c3 c4 c5 c6" /></mj-column></mj-section>'.repeat(190);
    const hostile = [
      MAIL('<mj-text>a</mj-text>'.repeat(590)),
      MAIL('<mj-section>'.repeat(29)),
      head(`<mj-all ${attributes(3000)} />`, '<mj-spacer />'.repeat(590)),
      head(`<mj-all ${attributes(40)} />`, spacers),
      head(Array.from({ length: 7 }, (_, n) => `<mj-class name="c${n}" ${attributes(39)} />`).join(''), spacers),
      MAIL(`<mj-text mj-class="${'a '.repeat(20_000)}">a</mj-text>`),
      MAIL(`<mj-raw>${'<'.repeat(60_000)}</mj-raw>`),
      MAIL(`<mj-raw>${'<!--'.repeat(15_000)}</mj-raw>`),
      MAIL(`<mj-raw>${'<!--[if mso]>'.repeat(4500)}<![endif]--></mj-raw>`),
      MAIL(`<mj-raw>${'<!--[if mso]><![endif]-->'.repeat(2500)}</mj-raw>`),
      MAIL(`<mj-raw>${'<!--[if mso | IE]>'.repeat(3500)}--></mj-raw>`),
      MAIL(`<mj-raw><!--[if mso]>${' '.repeat(60_000)}<![endif]--></mj-raw>`),
      MAIL(`<mj-raw><!--[if mso]>${'> '.repeat(30_000)}<![endif]--></mj-raw>`),
      MAIL(`<mj-raw>${'<a href="'.repeat(7000)}"></mj-raw>`),
      MAIL(`<mj-raw>${'<i>'.repeat(550)}${'</b>'.repeat(10_000)}</mj-raw>`),
      MAIL(`<mj-text>a${' '.repeat(60_000)}a</mj-text>`),
      MAIL(`<mj-text>a${'\n'.repeat(60_000)}a</mj-text>`),
      MAIL(`<mj-text>${'<br>'.repeat(500)}${'&nbsp;'.repeat(9000)}</mj-text>`),
      ...['css-class', 'padding', 'color', 'href', 'width'].flatMap((name) =>
        [' ', '1px ', '#', '0'].map((part) =>
          MAIL(`<mj-text ${name}="${part.repeat(1990 / part.length)}">a</mj-text>`.repeat(25)),
        ),
      ),
      MAIL(`<mj-carousel>${'<mj-carousel-image src="a" />'.repeat(560)}</mj-carousel>`),
      MAIL(`<mj-social>${'<mj-social-element name="facebook">a</mj-social-element>'.repeat(560)}</mj-social>`),
      `<mjml><mj-head><mj-style>${'@media(a){'.repeat(6000)}</mj-style></mj-head><mj-body></mj-body></mjml>`,
    ];
    await makeMail(MAIL('<mj-text>a</mj-text>'));
    for (const [index, source] of hostile.entries()) {
      const fromMs = performance.now();
      await makeMail(source);
      expect(performance.now() - fromMs, `source ${index}`).toBeLessThan(MOST_MS);
    }
  });
});
