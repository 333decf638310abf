'use client';

import type { InputRef } from 'antd';
import { Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import { type ReactNode, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { InsertVariable } from './insert-variable.tsx';
import { type Field, FONTS } from './kinds.ts';
import styles from './visual.module.css';

interface Props {
  id: string;
  field: Field;
  value: string | undefined;
  /** What the head of the mail gives while nothing is set here. */
  given: string | undefined;
  colours: readonly string[];
  variables: readonly string[];
  onValue: (value: string | undefined) => void;
}

const PIXELS = /^\d{1,4}(\.\d+)?(px)?$/;
const SIDES = ['left', 'center', 'right'] as const;
const NETWORKS = ['facebook', 'instagram', 'youtube', 'x', 'linkedin', 'tiktok', 'web'] as const;

/** One value of a part, given in the way that fits it. What is not set says what holds instead. */
export function FieldInput(props: Props) {
  const { id, field, value, given, onValue } = props;
  const t = useTranslations();
  const standard = given ?? field.standard;
  const set = (next: string) => onValue(next === '' ? undefined : next);
  switch (field.input) {
    case 'colour':
      return <Colour {...props} standard={standard} />;
    case 'pixels':
      // A length in another unit was written by hand, and is shown as it stands.
      if (value !== undefined && !PIXELS.test(value)) break;
      return (
        <InputNumber
          id={id}
          min={0}
          max={2000}
          suffix="px"
          value={value === undefined ? null : Number.parseFloat(value)}
          placeholder={standard?.replace('px', '') ?? ''}
          onChange={(next) => onValue(next === null ? undefined : `${next}px`)}
        />
      );
    case 'align':
      return (
        <Radio.Group
          aria-labelledby={`${id}-name`}
          size="small"
          optionType="button"
          value={value ?? standard}
          options={SIDES.map((side) => ({ value: side, label: t(`mailEditor.side.${side}`) }))}
          onChange={(event) => onValue(event.target.value as string)}
        />
      );
    case 'font':
      return (
        <Select<string>
          id={id}
          allowClear
          value={value ?? null}
          placeholder={standard ?? t('mailEditor.standard')}
          options={[...new Set([...(value === undefined ? [] : [value]), ...FONTS])].map((font) => ({
            value: font,
            label: font.split(',')[0],
          }))}
          onChange={(next: string | undefined) => onValue(next ?? undefined)}
        />
      );
    case 'network':
      return (
        <Select<string>
          id={id}
          value={value ?? null}
          options={[...new Set([...(value === undefined ? [] : [value]), ...NETWORKS])].map((name) => ({
            value: name,
            label: name,
          }))}
          onChange={(next) => onValue(next)}
        />
      );
    case 'alt':
      return (
        <>
          <WithVariables {...props} shown={value ?? ''} onShown={set} />
          <Checkbox checked={value === ''} onChange={(event) => onValue(event.target.checked ? '' : undefined)}>
            {t('mailEditor.onlyLooks')}
          </Checkbox>
        </>
      );
    case 'address':
      return <WithVariables {...props} shown={value ?? ''} onShown={set} placeholder="https://" />;
  }
  return (
    <Input id={id} value={value ?? ''} placeholder={standard ?? ''} onChange={(event) => set(event.target.value)} />
  );
}

/** A line in which variables may be printed: they are put where the writer is. */
function WithVariables(
  props: Props & { shown: string; placeholder?: string; onShown: (value: string) => void },
): ReactNode {
  const { id, shown, placeholder, variables, onShown } = props;
  const input = useRef<InputRef>(null);
  return (
    <div className={styles.withVariables}>
      <Input
        ref={input}
        id={id}
        value={shown}
        placeholder={placeholder ?? ''}
        onChange={(event) => onShown(event.target.value)}
      />
      <InsertVariable
        variables={variables}
        onInsert={(name) => {
          const field = input.current?.input;
          const [from, to] = [field?.selectionStart ?? shown.length, field?.selectionEnd ?? shown.length];
          onShown(`${shown.slice(0, from)}{{ ${name} }}${shown.slice(to)}`);
        }}
      />
    </div>
  );
}

/** A colour: picked, with those of the mail at hand, or typed. */
function Colour({ id, value, standard, colours, onValue }: Props & { standard: string | undefined }) {
  const t = useTranslations();
  const shown = value ?? standard ?? '#ffffff';
  return (
    <div className={styles.colour}>
      <input
        type="color"
        aria-labelledby={`${id}-name`}
        list={`${id}-colours`}
        value={/^#[0-9a-f]{6}$/i.test(shown) ? shown : '#ffffff'}
        onChange={(event) => onValue(event.target.value)}
      />
      <datalist id={`${id}-colours`}>
        {colours.map((colour) => (
          <option key={colour} value={colour} />
        ))}
      </datalist>
      <Input
        id={id}
        value={value ?? ''}
        allowClear
        placeholder={standard ?? t('mailEditor.noColour')}
        onChange={(event) => onValue(event.target.value === '' ? undefined : event.target.value)}
      />
    </div>
  );
}
