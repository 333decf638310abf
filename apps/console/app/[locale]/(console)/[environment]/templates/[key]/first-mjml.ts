/** What stands in braces, to be left as it is. */
const BRACES = /(\{\{.*?\}\}|\{%.*?%\})/gs;

const escaped = (text: string): string =>
  text
    .split(BRACES)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br />\n          '),
    )
    .join('');

/** A mail in MJML to begin with: what the body says already, in one column, with the link to stop where people have a right to it. */
export function firstMjml(
  body: { locale: string; text?: string | undefined; html?: string | undefined },
  mayStop: boolean,
): string {
  const said = body.html ?? escaped(body.text ?? '');
  const stop = mayStop && !said.includes('unsubscribe_url');
  return `<mjml lang="${body.locale}">
  <mj-body background-color="#f4f5f7">
    <mj-section background-color="#ffffff">
      <mj-column>
        <mj-text font-family="Arial, sans-serif" font-size="16px" line-height="24px">
          ${said}
        </mj-text>${
          stop
            ? `
        <mj-text font-family="Arial, sans-serif" font-size="13px" color="#555555">
          <a href="{{ unsubscribe_url }}" style="color:#555555">{{ unsubscribe_url }}</a>
        </mj-text>`
            : ''
        }
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
`;
}
