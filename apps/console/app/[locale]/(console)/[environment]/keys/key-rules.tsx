'use client';

import { type ApiKeyView, SCOPE_PRESETS, type Scope, type ScopePreset } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import styles from './keys.module.css';

/** The names of the ready-made sets, in the order they are offered. */
export const PRESETS = Object.keys(SCOPE_PRESETS) as ScopePreset[];

/** The ready-made set that is exactly these scopes, if one is. */
function presetOf(scopes: readonly Scope[] | null): ScopePreset | undefined {
  const spelled = (set: readonly Scope[] | null) => (set === null ? 'usual' : [...set].sort().join());
  return PRESETS.find((preset) => spelled(SCOPE_PRESETS[preset]) === spelled(scopes));
}

/** What a key may do and where from. */
export function KeyRules(props: { of: ApiKeyView }) {
  const t = useTranslations();
  const { scopes, allowed_networks: networks } = props.of;
  const preset = presetOf(scopes);
  return (
    <div className={styles.stack}>
      {preset !== undefined ? (
        <span>{t(`keys.preset.${preset}.name`)}</span>
      ) : (
        <span className={styles.scopes}>
          {scopes?.map((scope) => (
            <code key={scope}>{scope}</code>
          ))}
        </span>
      )}
      {networks !== null && (
        <span className={styles.quiet} title={networks.join('\n')}>
          {t('keys.onlyFrom', { first: networks[0] ?? '', more: networks.length - 1 })}
        </span>
      )}
    </div>
  );
}
