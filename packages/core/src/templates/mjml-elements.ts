/** Elements of MJML that hold HTML, which goes into the mail as it stands. */
export const HTML_HOLDERS: ReadonlySet<string> = new Set(
  'mj-accordion-text mj-accordion-title mj-button mj-navbar-link mj-preview mj-raw mj-social-element mj-table mj-text mj-title'.split(
    ' ',
  ),
);
