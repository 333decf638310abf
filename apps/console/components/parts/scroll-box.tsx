import type { ReactNode } from 'react';

/** A box that scrolls: it can be reached and moved by keyboard, and says what it holds (WCAG 2.2, 2.1.1). */
export function ScrollBox(props: { label: string; className?: string | undefined; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the box could not be scrolled by keyboard
    <section className={props.className} tabIndex={0} aria-label={props.label}>
      {props.children}
    </section>
  );
}
