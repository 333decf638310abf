'use client';

import { ArrowDownOutlined, ArrowUpOutlined, CopyOutlined, DeleteOutlined } from '@ant-design/icons';
import {
  attributeOf,
  innerOf,
  type MailNode,
  type MailTree,
  nodeAt,
  outerOf,
  readWords,
  setAttribute,
  setInner,
} from '@signalbox/core/mail-tree';
import { Button, Input } from 'antd';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { usePartName } from './canvas.tsx';
import { FieldInput } from './field-input.tsx';
import { FIELDS, kindOf } from './kinds.ts';
import { RichText } from './rich-text.tsx';
import type { Said } from './said-of-parts.ts';
import styles from './visual.module.css';

type Path = readonly number[];

interface Props {
  tree: MailTree;
  node: MailNode;
  said: readonly Said[];
  lang: string;
  colours: readonly string[];
  variables: readonly string[];
  onChoose: (path: Path) => void;
  /** A changed source, and which value of which part it is of. */
  onSource: (source: string, of: string) => void;
  onStep: (step: -1 | 1) => void;
  onRepeat: () => void;
  onRemove: () => void;
  /** Shows the part in the code. */
  onCode: () => void;
}

/** What is chosen: where it stands, what is said of it, what can be done with it, and its values. */
export function PartPanel(props: Props) {
  const t = useTranslations();
  const { tree, node, said } = props;
  const label = usePartName(tree);
  const kind = kindOf(node);
  const above = node.path.slice(1).map((_, index) => node.path.slice(0, index + 1));
  return (
    <section className={styles.panel} aria-label={t('mailEditor.panel')}>
      <nav className={styles.crumbs} aria-label={t('mailEditor.within')}>
        {above.map((path) => {
          const at = nodeAt(tree, path);
          return at === undefined ? null : (
            <Button key={path.join('.')} size="small" type="link" onClick={() => props.onChoose(path)}>
              {label(at)}
            </Button>
          );
        })}
        <strong>{t(`mailEditor.kind.${kind}`)}</strong>
      </nav>
      {kind !== 'mail' && (
        <div className={styles.tools}>
          <Button size="small" icon={<ArrowUpOutlined />} onClick={() => props.onStep(-1)}>
            {t('mailEditor.up')}
          </Button>
          <Button size="small" icon={<ArrowDownOutlined />} onClick={() => props.onStep(1)}>
            {t('mailEditor.down')}
          </Button>
          <Button size="small" icon={<CopyOutlined />} onClick={props.onRepeat}>
            {t('mailEditor.repeat')}
          </Button>
          <Button size="small" icon={<DeleteOutlined />} onClick={props.onRemove}>
            {t('mailEditor.remove')}
          </Button>
        </div>
      )}
      <SaidList said={said} />
      <Values key={node.path.join('.')} {...props} />
    </section>
  );
}

/** What is said of a part, faults first. */
export function SaidList({ said }: { said: readonly Said[] }) {
  const t = useTranslations();
  if (said.length === 0) return null;
  return (
    <ul className={styles.said}>
      {said.map((one, index) => (
        <li key={index} data-tone={one.tone}>
          {'message' in one
            ? one.message
            : 'note' in one
              ? t(`mailEditor.note.${one.note}`)
              : t('mailEditor.hardToRead', { found: one.found })}
        </li>
      ))}
    </ul>
  );
}

function Values({ tree, node, lang, colours, variables, onSource, onCode }: Props) {
  const t = useTranslations();
  const id = useId();
  const kind = kindOf(node);
  const html = innerOf(tree, node).trim();
  const putWords = (words: string) => onSource(setInner(tree, node, words), `${node.path.join('.')} words`);
  const holdsWords = kind === 'text' || kind === 'button' || kind === 'network';
  const isRich = holdsWords && readWords(html) !== null;
  return (
    <div className={styles.values}>
      {isRich && (
        <div className={styles.value}>
          <span id={`${id}-words`}>{t('mailEditor.words')}</span>
          <RichText labelId={`${id}-words`} lang={lang} html={html} variables={variables} onHtml={putWords} />
        </div>
      )}
      {((holdsWords && !isRich) || kind === 'raw' || kind === 'table') && (
        <div className={styles.value}>
          <label htmlFor={`${id}-html`}>{t('mailEditor.html')}</label>
          <Input.TextArea
            id={`${id}-html`}
            className={styles.htmlSource ?? ''}
            value={html}
            autoSize={{ minRows: 4, maxRows: 16 }}
            spellCheck={false}
            onChange={(event) => putWords(event.target.value)}
          />
        </div>
      )}
      {kind === 'code' && (
        <>
          <p className={styles.soft}>{t('mailEditor.onlyCode')}</p>
          <pre className={styles.code}>{outerOf(tree, node)}</pre>
        </>
      )}
      {FIELDS[kind].map((field) => {
        const fieldId = `${id}-${field.attribute}`;
        const value = node.attributes.get(field.attribute);
        return (
          <div key={field.attribute} className={styles.value}>
            <label id={`${fieldId}-name`} htmlFor={field.input === 'align' ? undefined : fieldId}>
              {t(`mailEditor.field.${field.name}`)}
            </label>
            <FieldInput
              id={fieldId}
              field={field}
              value={value}
              given={value === undefined ? attributeOf(tree, node, field.attribute) : undefined}
              colours={colours}
              variables={variables}
              onValue={(next) =>
                onSource(setAttribute(tree, node, field.attribute, next), `${node.path.join('.')} ${field.attribute}`)
              }
            />
          </div>
        );
      })}
      {kind === 'social' && <p className={styles.soft}>{t('mailEditor.iconsFromOutside')}</p>}
      <Button size="small" type="link" className={styles.toCode ?? ''} onClick={onCode}>
        {t('mailEditor.inCode')}
      </Button>
    </div>
  );
}
