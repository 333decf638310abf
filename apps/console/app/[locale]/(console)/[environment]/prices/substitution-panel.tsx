'use client';

import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import type { SubstitutionRule, SubstitutionView } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { useCountryName } from '#components/parts/use-country-name.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { formatMicros } from '#format/money.ts';
import styles from './prices.module.css';
import { SubstitutionForm } from './substitution-form.tsx';

/** Which sends begin with another of their channels, in the order the rules are asked, and what that saved this month. */
export function SubstitutionPanel() {
  const t = useTranslations();
  const { routing } = useTRPC();
  const { environment } = usePlace();
  const view = useQuery(routing.substitutions.queryOptions({ environment }));
  /** The place of the rule in the drawer; behind the last for a new one. */
  const [open, setOpen] = useState<number | null>(null);
  const { save, error, isPending } = useSaveRules(view.data, () => setOpen(null));
  const rules = view.data?.rules ?? [];
  return (
    <Panel
      title={t('prices.substitution.title')}
      hint={t('prices.substitution.hint')}
      extra={
        <PermittedButton
          permission="prices:write"
          icon={<PlusOutlined />}
          disabled={view.data === undefined}
          onClick={() => setOpen(rules.length)}
        >
          {t('prices.substitution.add')}
        </PermittedButton>
      }
    >
      {error !== null && open === null && <SectionError error={error} />}
      <Loaded query={view}>
        {(loaded) => (
          <>
            {loaded.rules.length === 0 && <p className={styles.quiet}>{t('prices.substitution.empty')}</p>}
            <ol className={styles.lines}>
              {loaded.rules.map((rule, index) => (
                <Rule
                  key={rule.key}
                  {...{ view: loaded, rule, index, isPending, save }}
                  onEdit={() => setOpen(index)}
                />
              ))}
              <Gone view={loaded} />
            </ol>
          </>
        )}
      </Loaded>
      <SideDrawer
        open={open !== null}
        onClose={() => setOpen(null)}
        title={t(`prices.substitution.${open !== null && open < rules.length ? 'edit' : 'add'}`)}
      >
        {open !== null && view.data !== undefined && (
          <SubstitutionForm
            rule={rules[open]}
            place={open}
            currency={view.data.currency}
            error={error}
            isSaving={isPending}
            onSave={(rule) => save([...rules.slice(0, open), rule, ...rules.slice(open + 1)])}
            onCancel={() => setOpen(null)}
          />
        )}
      </SideDrawer>
    </Panel>
  );
}

type Save = (rules: readonly SubstitutionRule[]) => void;

/** Rules are saved as a whole: what somebody else changed meanwhile is refused and shown, not lost. */
function useSaveRules(
  view: SubstitutionView | undefined,
  onDone: () => void,
): { save: Save; error: unknown; isPending: boolean } {
  const t = useTranslations();
  const { routing } = useTRPC();
  const { environment } = usePlace();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { mutate, error, isPending } = useMutation(
    routing.setSubstitutions.mutationOptions({
      onSuccess: () => {
        message.success(t('prices.substitution.saved'));
        onDone();
      },
      onSettled: () => queryClient.invalidateQueries({ queryKey: routing.substitutions.pathKey() }),
    }),
  );
  return {
    save: (rules) => view !== undefined && mutate({ environment, version: view.version, rules: [...rules] }),
    error,
    isPending,
  };
}

interface RuleProps {
  view: SubstitutionView;
  rule: SubstitutionRule;
  index: number;
  isPending: boolean;
  save: Save;
  onEdit: () => void;
}

function Rule({ view, rule, index, isPending, save, onEdit }: RuleProps) {
  const t = useTranslations();
  const { may } = usePlace();
  const sentence = useSentence();
  const { rules } = view;
  const others = rules.filter((one) => one !== rule);
  const moveTo = (place: number) => save([...others.slice(0, place), rule, ...others.slice(place)]);
  const button = { size: 'small', disabled: isPending } as const;
  const named = { name: rule.key };
  return (
    <li className={styles.line}>
      <span>
        <strong>{rule.key}</strong>
        {sentence(rule)}
      </span>
      <span className={styles.lineEnd}>
        <Saving view={view} name={rule.key} />
        <ToneTag tone={rule.enabled ? 'good' : 'neutral'}>{t(`asked.${rule.enabled ? 'on' : 'off'}`)}</ToneTag>
        {may('prices:write') && (
          <>
            <Button
              {...button}
              icon={<ArrowUpOutlined />}
              aria-label={t('prices.substitution.up', named)}
              disabled={isPending || index === 0}
              onClick={() => moveTo(index - 1)}
            />
            <Button
              {...button}
              icon={<ArrowDownOutlined />}
              aria-label={t('prices.substitution.down', named)}
              disabled={isPending || index === rules.length - 1}
              onClick={() => moveTo(index + 1)}
            />
            <Button
              {...button}
              icon={<EditOutlined />}
              aria-label={t('prices.substitution.editOf', named)}
              onClick={onEdit}
            />
            <Button
              {...button}
              icon={<DeleteOutlined />}
              aria-label={t('prices.substitution.removeOf', named)}
              onClick={() => save(others)}
            />
          </>
        )}
      </span>
    </li>
  );
}

/** Rules that are there no more and moved something this month: their saving stays in sight. */
function Gone({ view }: { view: SubstitutionView }) {
  const t = useTranslations();
  const gone = view.savings.filter(({ key }) => !view.rules.some((rule) => rule.key === key));
  return gone.map(({ key }) => (
    <li key={key} className={styles.line}>
      <span>
        <strong>{key}</strong>
        {t('prices.substitution.gone')}
      </span>
      <span className={styles.lineEnd}>
        <Saving view={view} name={key} />
      </span>
    </li>
  ));
}

function Saving({ view, name }: { view: SubstitutionView; name: string }) {
  const t = useTranslations();
  const locale = useLocale();
  const own = view.savings.find(({ key }) => key === name);
  if (own === undefined) return <span className={styles.quiet}>{t('prices.substitution.nothing')}</span>;
  const { moved, came_back: back } = own;
  return (
    <span className={styles.quiet}>
      {t('prices.substitution.moved', { moved, back })}{' '}
      {own.saved.map(({ amount_micros: micros, currency }) => (
        <span key={currency} className="num">
          {t('prices.substitution.savedSum', { money: formatMicros(micros, currency, locale) })}
        </span>
      ))}
    </span>
  );
}

/** What a rule says, in a sentence. */
function useSentence(): (rule: SubstitutionRule) => string {
  const t = useTranslations();
  const format = useFormatter();
  const locale = useLocale();
  const countryName = useCountryName();
  return ({ from, to, country, class: trafficClass, template, above }) => {
    const conditions = [
      ...(trafficClass === null ? [] : [t(`class.${trafficClass}.name`)]),
      ...(country === null ? [] : [countryName(country)]),
      ...(template === null ? [] : [t('prices.substitution.byTemplate', { template })]),
      ...(above === null
        ? []
        : [t('prices.substitution.dearer', { price: formatMicros(above.amount_micros, above.currency, locale) })]),
    ];
    const channels = { from: t(`channel.${from}`), to: t(`channel.${to}`) };
    return conditions.length === 0
      ? t('prices.substitution.always', channels)
      : t('prices.substitution.where', { ...channels, conditions: format.list(conditions, { type: 'unit' }) });
  };
}
