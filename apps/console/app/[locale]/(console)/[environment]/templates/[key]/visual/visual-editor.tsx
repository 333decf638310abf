'use client';

import { LayoutOutlined, PlusOutlined, UndoOutlined } from '@ant-design/icons';
import type { MailCheck } from '@signalbox/contracts';
import {
  type Edited,
  type Layout,
  type MailNode,
  moveNode,
  nodeAt,
  nodesIn,
  readMailTree,
  removeNode,
  repeatNode,
  stepNode,
} from '@signalbox/core/mail-tree';
import { Alert, Button, Dropdown, Radio } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Canvas, usePartName } from './canvas.tsx';
import { LayoutDialog } from './layout-dialog.tsx';
import { colourOf } from './looks.ts';
import { addPart, NEW_PARTS, type NewPart } from './new-parts.ts';
import { PartPanel, SaidList } from './part-panel.tsx';
import { saidOfParts } from './said-of-parts.ts';
import styles from './visual.module.css';

interface Props {
  /** The one truth: what is drawn is read from it, and what is done here changes it. */
  source: string;
  locale: string;
  faults: readonly { line: number | null; message: string }[];
  checks: readonly MailCheck[];
  variables: readonly string[];
  readOnly: boolean;
  onSource: (source: string) => void;
  onLayout: (layout: Layout) => void;
  /** Shows a line in the code. */
  onCode: (line: number) => void;
}

/** Sources that can be gone back to. */
const UNDO_MAX = 50;
const WIDTHS = ['desktop', 'phone'] as const;

/** A mail in MJML, changed in sight: its parts are chosen, moved, added and set, while every other byte of the source stays as it was written. */
export function VisualEditor(props: Props) {
  const t = useTranslations();
  const { source, faults, checks, readOnly, onSource } = props;
  const tree = useMemo(() => readMailTree(source), [source]);
  const [path, setPath] = useState<readonly number[]>([]);
  const [width, setWidth] = useState<(typeof WIDTHS)[number]>('desktop');
  const [asksLayout, setAsksLayout] = useState(false);
  const [told, setTold] = useState('');
  const undo = useUndo(source, onSource);
  const said = useMemo(() => (tree === null ? undefined : saidOfParts(tree, faults, checks)), [tree, faults, checks]);
  const colours = useMemo(() => coloursOf(tree === null ? [] : nodesIn(tree.root)), [tree]);
  const root = useRef<HTMLDivElement>(null);
  const follow = useRef(false);
  useEffect(() => {
    if (!follow.current) return;
    follow.current = false;
    root.current?.querySelector<HTMLElement>(`[data-part="${path.join('.')}"]`)?.focus();
  }, [path]);
  const layouts = (
    <LayoutDialog
      open={asksLayout}
      onClose={() => setAsksLayout(false)}
      onLayout={(layout) => {
        setAsksLayout(false);
        setPath([]);
        undo.keep();
        props.onLayout(layout);
      }}
    />
  );
  const name = usePartName(tree ?? EMPTY);
  if (tree === null || said === undefined) {
    return (
      <>
        <Alert
          type="warning"
          showIcon
          title={t('mailEditor.notWhole')}
          description={<SaidList said={faults.map(({ message }) => ({ tone: 'bad', message }))} />}
          action={
            <div className={styles.tools}>
              {undo.can && <Button onClick={undo.back}>{t('mailEditor.undo')}</Button>}
              <Button onClick={() => props.onCode(faults[0]?.line ?? 1)}>{t('mailEditor.inCode')}</Button>
            </div>
          }
        />
        {layouts}
      </>
    );
  }
  const node = nodeAt(tree, path) ?? tree.body;
  const chosen = node === tree.root ? tree.body : node;
  const put = ({ source: next, path: at }: Edited, what?: string) => {
    undo.keep(what);
    setPath(at);
    onSource(next);
  };
  const step = (from: readonly number[], by: -1 | 1) => {
    const moved = stepNode(tree, from, by);
    const part = nodeAt(tree, from);
    if (part === undefined) return;
    if (moved === null) return setTold(t('mailEditor.atEnd', { part: name(part) }));
    put(moved);
    const [place = 0] = moved.path.slice(-1);
    setTold(t('mailEditor.moved', { part: name(part), place: place + 1 }));
  };
  const line = source.slice(0, chosen.from).split('\n').length;
  const words = { text: t('mailEditor.newText'), button: t('mailEditor.newButton') };
  return (
    <div ref={root} className={styles.editor}>
      <div className={styles.bar}>
        {!readOnly && (
          <>
            <Dropdown
              trigger={['click']}
              menu={{
                items: NEW_PARTS.map((part) => ({ key: part, label: t(`mailEditor.new.${part}`) })),
                onClick: ({ key }) => put(addPart(tree, chosen.path, key as NewPart, words)),
              }}
            >
              <Button icon={<PlusOutlined />}>{t('mailEditor.add')}</Button>
            </Dropdown>
            <Button icon={<LayoutOutlined />} onClick={() => setAsksLayout(true)}>
              {t('mailEditor.layouts')}
            </Button>
            <Button icon={<UndoOutlined />} disabled={!undo.can} onClick={undo.back}>
              {t('mailEditor.undo')}
            </Button>
          </>
        )}
        <Radio.Group
          aria-label={t('mailEditor.width')}
          optionType="button"
          value={width}
          options={WIDTHS.map((value) => ({ value, label: t(`mail.view.${value}`) }))}
          onChange={(event) => setWidth(event.target.value as (typeof WIDTHS)[number])}
        />
      </div>
      <p className={styles.soft}>{t('mailEditor.help')}</p>
      <SaidList said={said.get(tree.body.path.join('.')) ?? []} />
      <div className={styles.halves}>
        <Canvas
          tree={tree}
          chosen={chosen.path}
          said={said}
          width={width}
          lang={props.locale}
          readOnly={readOnly}
          onChoose={setPath}
          onStep={(from, by) => {
            follow.current = true;
            step(from, by);
          }}
          onMove={(from, to, index) => put(moveNode(tree, from, to, index))}
        />
        {!readOnly && (
          <PartPanel
            tree={tree}
            node={chosen}
            said={chosen === tree.body ? [] : (said.get(chosen.path.join('.')) ?? [])}
            lang={props.locale}
            colours={colours}
            variables={props.variables}
            onChoose={setPath}
            onSource={(next, of) => put({ source: next, path: chosen.path }, of)}
            onStep={(by) => step(chosen.path, by)}
            onRepeat={() => put(repeatNode(tree, chosen.path))}
            onRemove={() => put(removeNode(tree, chosen.path))}
            onCode={() => props.onCode(line)}
          />
        )}
      </div>
      <div className={styles.told} aria-live="polite">
        {told}
      </div>
      {layouts}
    </div>
  );
}

const NOTHING: MailNode = {
  ...{ name: 'mj-body', path: [], from: 0, innerFrom: 0, innerTo: 0, to: 0 },
  ...{ attributes: new Map(), children: [] },
};
const EMPTY = { source: '', root: NOTHING, head: undefined, body: NOTHING };

/** The colours that a mail has already, each once: what it is painted with next. */
function coloursOf(nodes: readonly MailNode[]): string[] {
  const found = nodes.flatMap(({ attributes }) =>
    [...attributes].flatMap(([name, value]) => (name.endsWith('color') ? [colourOf(value)?.toLowerCase() ?? ''] : [])),
  );
  return [...new Set(found)].filter((colour) => /^#[0-9a-f]{6}$/.test(colour)).slice(0, 12);
}

/** The sources before each change. Changes of the same value that follow one another are one. */
function useUndo(source: string, onSource: (source: string) => void) {
  const [kept, setKept] = useState<{ source: string; what: string | undefined }[]>([]);
  return {
    can: kept.length > 0,
    keep: (what?: string) => {
      if (what === undefined || kept.at(-1)?.what !== what) setKept([...kept, { source, what }].slice(-UNDO_MAX));
    },
    back: () => {
      const last = kept.at(-1);
      setKept(kept.slice(0, -1));
      if (last !== undefined) onSource(last.source);
    },
  };
}
