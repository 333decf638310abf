'use client';

import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import esES from 'antd/locale/es_ES';
import ptBR from 'antd/locale/pt_BR';
import zhCN from 'antd/locale/zh_CN';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { rememberPreference, type ThemeChoice } from '#data/preferences.ts';
import type { Locale } from '#i18n/locales.ts';
import { antdTheme } from '#theme/antd-theme.ts';
import type { Scheme } from '#theme/palette.ts';

interface ThemeState {
  choice: ThemeChoice;
  scheme: Scheme;
  choose: (choice: ThemeChoice) => void;
}

const ThemeContext = createContext<ThemeState | undefined>(undefined);
const ANTD_LOCALES = { en: enUS, zh: zhCN, es: esES, 'pt-BR': ptBR };

/** The theme in force and the way to change it. */
export function useThemeChoice(): ThemeState {
  const state = useContext(ThemeContext);
  if (state === undefined) throw new Error('useThemeChoice needs a ThemeProvider above it');
  return state;
}

/** Wears the chosen scheme on <html> and in Ant Design, and follows the system when that is the choice. */
export function ThemeProvider(props: {
  choice: ThemeChoice;
  scheme: Scheme;
  locale: Locale;
  nonce: string;
  children: ReactNode;
}) {
  const [choice, setChoice] = useState(props.choice);
  const [scheme, setScheme] = useState(props.scheme);

  const wear = useCallback((next: Scheme) => {
    document.documentElement.dataset.theme = next;
    setScheme(next);
  }, []);

  useEffect(() => {
    if (choice !== 'system') return;
    const query = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => {
      const next = query.matches ? 'dark' : 'light';
      rememberPreference('scheme', next);
      wear(next);
    };
    follow();
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, [choice, wear]);

  const choose = useCallback(
    (next: ThemeChoice) => {
      rememberPreference('theme', next);
      setChoice(next);
      if (next !== 'system') wear(next);
    },
    [wear],
  );

  const state = useMemo(() => ({ choice, scheme, choose }), [choice, scheme, choose]);
  return (
    <ThemeContext value={state}>
      <ConfigProvider
        theme={antdTheme(scheme)}
        locale={ANTD_LOCALES[props.locale]}
        csp={{ nonce: props.nonce }}
        wave={{ disabled: true }}
        button={{ autoInsertSpace: false }}
      >
        {props.children}
      </ConfigProvider>
    </ThemeContext>
  );
}
