import { AntdRegistry } from '@ant-design/nextjs-registry';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Providers } from '#components/providers.tsx';
import { ThemeProvider } from '#components/theme-provider.tsx';
import { FIRST_PAINT_SCRIPT, firstScheme, readThemeChoice, readTimeZone } from '#data/preferences.ts';
import { catalogueOf } from '#i18n/catalogue.ts';
import { isLocale, LOCALE_NAMES } from '#i18n/locales.ts';
import { themeCss } from '#theme/css-variables.ts';
import { PALETTES } from '#theme/palette.ts';
import '../globals.css';
// Every page carries the view of its error and of "not found", and so needs this sheet from the start.
import '#components/parts/parts.module.css';

export const metadata: Metadata = {
  title: { default: 'Signalbox', template: '%s · Signalbox' },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: PALETTES.light.page },
    { media: '(prefers-color-scheme: dark)', color: PALETTES.dark.page },
  ],
};

export default async function RootLayout(props: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const { locale: wanted } = await props.params;
  const locale = isLocale(wanted) ? wanted : 'en';
  const jar = await cookies();
  const head = await headers();
  const choice = readThemeChoice(jar.get('theme')?.value);
  const scheme = firstScheme(choice, head.get('sec-ch-prefers-color-scheme'), jar.get('scheme')?.value);
  const nonce = head.get('x-nonce') ?? '';
  return (
    <html lang={LOCALE_NAMES[locale].tag} data-theme={scheme} suppressHydrationWarning>
      <head>
        <style>{themeCss}</style>
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: FIRST_PAINT_SCRIPT }} />
      </head>
      <body>
        <AntdRegistry>
          <ThemeProvider choice={choice} scheme={scheme} locale={locale} nonce={nonce}>
            <Providers locale={locale} messages={catalogueOf(locale)} timeZone={readTimeZone(jar.get('tz')?.value)}>
              {props.children}
            </Providers>
          </ThemeProvider>
        </AntdRegistry>
      </body>
    </html>
  );
}
