import { LAYOUT_WORDS, type Layout, STOP_WORDS } from './layout-words.ts';

export { LAYOUTS, type Layout } from './layout-words.ts';

/** A mail to begin with: its source, its subject, and the variables it prints. */
interface StarterMail {
  subject: string;
  mjml: string;
  variables: { name: string; type: 'text' | 'url'; sample: string }[];
}

const LINKS: Readonly<Record<Layout, string>> = {
  welcome: 'https://www.example.com/start',
  shipped: 'https://www.example.com/orders/84-2201',
  offer: 'https://www.example.com/sale',
  password: 'https://www.example.com/password/3f9a',
};
const NAMES: Readonly<Record<string, string>> = { order: '84-2201', discount: '20 %', name: 'Ana' };

/** A starter layout in a language, English where it is not known, with the link to stop where people have a right to it. */
export function layoutOf(layout: Layout, locale: string, mayStop: boolean): StarterMail {
  const language = locale.toLowerCase().split('-')[0] ?? '';
  const known = Object.hasOwn(LAYOUT_WORDS, language) ? language : 'en';
  const words = LAYOUT_WORDS[known]?.[layout];
  if (words === undefined) throw new Error(`no words for the layout ${layout}`);
  const { subject, title, lines, button, foot } = words;
  const stop = `
        <mj-text align="center" color="#5b6472" font-size="13px" line-height="20px">
          <a href="{{ unsubscribe_url }}" style="color:#5b6472">${STOP_WORDS[known]}</a>
        </mj-text>`;
  const mjml = `<mjml lang="${locale}">
  <mj-head>
    <mj-attributes>
      <mj-all font-family="Arial, Helvetica, sans-serif" />
      <mj-text color="#1c2430" font-size="16px" line-height="24px" />
    </mj-attributes>
  </mj-head>
  <mj-body background-color="#f3f5f8">
    <mj-section background-color="#ffffff" padding="32px 16px">
      <mj-column>
        <mj-text align="center" font-size="26px" line-height="34px">
          <b>${title}</b>
        </mj-text>
        <mj-text align="center">
          ${lines.join('<br />\n          ')}
        </mj-text>
        <mj-spacer height="8px" />
        <mj-button href="{{ link }}" background-color="#1f4fbf" color="#ffffff" border-radius="8px" font-size="16px">${button}</mj-button>
      </mj-column>
    </mj-section>
    <mj-section padding="8px 16px">
      <mj-column>
        <mj-text align="center" color="#5b6472" font-size="13px" line-height="20px">
          ${foot}
        </mj-text>${mayStop ? stop : ''}
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
`;
  const used = Object.entries(NAMES).filter(([name]) => `${subject}${mjml}`.includes(`{{ ${name} }}`));
  return {
    subject,
    mjml,
    variables: [
      ...used.map(([name, sample]) => ({ name, type: 'text' as const, sample })),
      { name: 'link', type: 'url', sample: LINKS[layout] },
    ],
  };
}
