'use client';

import { Channel, MessageState, REASONS } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useReasonText } from '#components/cells/reason-text.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { tidyPhone } from '#format/phone.ts';
import { type FilterName, withFilter } from '#url-state/log-filters.ts';
import type { EditorProps, FilterField } from './filter-fields.ts';
import styles from './log.module.css';

// Zones are reckoned with only where a time is typed.
const TimeEditor = dynamic(() => import('./time-editor.tsx').then((module) => module.TimeEditor));

/** The editor of one filter: a list to choose from, a text, or a time range. */
export function FilterEditor(props: EditorProps) {
  if (props.field === 'time') return <TimeEditor {...props} />;
  if (props.field === 'to' || props.field === 'country' || props.field === 'client_ref')
    return <TextEditor {...props} field={props.field} />;
  return <ChoiceEditor {...props} field={props.field} />;
}

function useChoices(field: Exclude<FilterField, 'time'>): { value: string; label: string }[] {
  const t = useTranslations();
  const reasonText = useReasonText();
  const trpc = useTRPC();
  const { environment } = usePlace();
  const routes = useQuery({
    ...trpc.routes.list.queryOptions({ environment }),
    enabled: field === 'route_id',
    staleTime: 60_000,
  });
  if (field === 'state') return MessageState.options.map((value) => ({ value, label: t(`state.${value}.name`) }));
  if (field === 'channel') return Channel.options.map((value) => ({ value, label: t(`channel.${value}`) }));
  if (field === 'class')
    return (['otp', 'transactional', 'marketing'] as const).map((value) => ({
      value,
      label: t(`class.${value}.name`),
    }));
  if (field === 'reason')
    return Object.keys(REASONS).map((value) => ({ value, label: reasonText({ code: value, text: value }) }));
  return (routes.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

function ChoiceEditor(props: EditorProps & { field: Exclude<FilterField, 'time'> }) {
  const t = useTranslations();
  const options = useChoices(props.field);
  return (
    <div className={styles.editor}>
      <Select
        autoFocus
        defaultOpen
        showSearch={{ optionFilterProp: 'label' }}
        value={props.state[props.field] ?? null}
        options={options}
        onChange={(value: string | null) =>
          props.onApply(withFilter(props.state, props.field as FilterName, value ?? undefined))
        }
        placeholder={t('log.choose')}
        aria-label={t(`log.field.${props.field}`)}
        style={{ width: 300 }}
        listHeight={320}
      />
    </div>
  );
}

function TextEditor(props: EditorProps & { field: 'to' | 'country' | 'client_ref' }) {
  const t = useTranslations();
  const [text, setText] = useState(props.state[props.field] ?? '');
  const tidy = (typed: string) => {
    if (props.field === 'country') return typed.trim().toUpperCase();
    return props.field === 'to' && !typed.includes('@') ? tidyPhone(typed) : typed.trim();
  };
  const apply = () => props.onApply(withFilter(props.state, props.field, tidy(text)));
  return (
    <div className={styles.editor}>
      <Input
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={apply}
        placeholder={t(`log.example.${props.field}`)}
        aria-label={t(`log.field.${props.field}`)}
        maxLength={props.field === 'country' ? 2 : 320}
        style={{ width: 240 }}
      />
      <Button type="primary" onClick={apply}>
        {t('action.apply')}
      </Button>
    </div>
  );
}
