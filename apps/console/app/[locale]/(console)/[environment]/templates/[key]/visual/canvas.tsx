'use client';

import { HolderOutlined, WarningOutlined } from '@ant-design/icons';
import {
  innerOf,
  type MailNode,
  type MailTree,
  mayStandIn,
  nodeAt,
  outerOf,
  plainWords,
} from '@signalbox/core/mail-tree';
import { type DragEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { HOLDERS, kindOf } from './kinds.ts';
import { looksOf } from './looks.ts';
import type { Said } from './said-of-parts.ts';
import { ShownWords } from './shown-words.tsx';
import styles from './visual.module.css';

type Path = readonly number[];

interface Props {
  tree: MailTree;
  chosen: Path;
  said: ReadonlyMap<string, readonly Said[]>;
  width: 'desktop' | 'phone';
  lang: string;
  readOnly: boolean;
  onChoose: (path: Path) => void;
  onStep: (path: Path, step: -1 | 1) => void;
  onMove: (path: Path, to: Path, index: number) => void;
}

/** Where what is dragged would come to stand. */
interface Drop {
  to: Path;
  index: number;
  /** The part at whose edge a line is drawn. */
  at: string;
  edge: 'before' | 'behind';
}

const keyOf = (path: Path): string => path.join('.');

/** The mail, drawn so that its parts can be chosen, dragged and moved by keys. What it draws is near the mail; exact is the preview below. */
export function Canvas(props: Props) {
  const t = useTranslations();
  const { tree, width, lang } = props;
  const dragged = useRef<Path>(null);
  const [drop, setDrop] = useState<Drop>();
  const drag: Drag = {
    drop,
    begin(path, event) {
      event.stopPropagation();
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', keyOf(path));
      dragged.current = path;
    },
    over(node, event) {
      const moved = dragged.current === null ? undefined : nodeAt(tree, dragged.current);
      if (moved === undefined) return;
      const found = dropAt(tree, moved, node, event);
      if (found === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      setDrop(found);
    },
    end() {
      dragged.current = null;
      setDrop(undefined);
    },
    let(event) {
      event.preventDefault();
      event.stopPropagation();
      if (dragged.current !== null && drop !== undefined) props.onMove(dragged.current, drop.to, drop.index);
      drag.end();
    },
  };
  const { box, inner } = looksOf(tree, tree.body);
  return (
    <section className={styles.canvas} style={box} aria-label={t('mailEditor.canvas')} data-width={width} lang={lang}>
      <div className={styles.paper} style={width === 'phone' ? {} : inner}>
        {tree.body.children.map((node) => (
          <Part key={keyOf(node.path)} node={node} drag={drag} {...props} />
        ))}
        {tree.body.children.length === 0 && <p className={styles.none}>{t('mailEditor.noParts')}</p>}
      </div>
    </section>
  );
}

interface Drag {
  drop: Drop | undefined;
  begin: (path: Path, event: DragEvent) => void;
  over: (node: MailNode, event: DragEvent) => void;
  let: (event: DragEvent) => void;
  end: () => void;
}

/** The place that a part is dragged to over another: before or behind it, or into it while it is empty. */
function dropAt(tree: MailTree, moved: MailNode, over: MailNode, event: DragEvent): Drop | undefined {
  const at = keyOf(over.path);
  if (over.children.length === 0 && HOLDERS.has(kindOf(over)) && mayStandIn(tree, moved, over)) {
    return { to: over.path, index: 0, at, edge: 'before' };
  }
  const parent = nodeAt(tree, over.path.slice(0, -1));
  if (parent === undefined || !mayStandIn(tree, moved, parent)) return undefined;
  const { top, left, height, width } = event.currentTarget.getBoundingClientRect();
  const isRow = kindOf(over) === 'column';
  const isBehind = isRow ? event.clientX > left + width / 2 : event.clientY > top + height / 2;
  const index = (over.path.at(-1) ?? 0) + (isBehind ? 1 : 0);
  return { to: parent.path, index, at, edge: isBehind ? 'behind' : 'before' };
}

function Part(props: Props & { node: MailNode; drag: Drag }) {
  const { node, drag, ...rest } = props;
  const { tree, chosen, said, readOnly, onChoose, onStep } = rest;
  const label = usePartName(tree);
  const kind = kindOf(node);
  const key = keyOf(node.path);
  const faults = said.get(key) ?? [];
  const { box } = looksOf(tree, node);
  const isHolder = HOLDERS.has(kind);
  const onKeyDown = (event: KeyboardEvent) => {
    if (readOnly || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onStep(node.path, event.key === 'ArrowUp' ? -1 : 1);
  };
  const choose = (className: string | undefined, shown: ReactNode) => (
    <button
      type="button"
      className={className}
      data-part={key}
      aria-pressed={keyOf(chosen) === key}
      aria-label={label(node)}
      onClick={() => onChoose(node.path)}
      onKeyDown={onKeyDown}
    >
      {shown}
    </button>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is one of two ways; the button in it moves the part by keys.
    <div
      className={styles.part}
      style={box}
      data-kind={kind}
      data-chosen={keyOf(chosen) === key}
      data-said={faults.some(({ tone }) => tone === 'bad') ? 'bad' : faults.length > 0 ? 'warn' : 'none'}
      data-drop={drag.drop?.at === key ? drag.drop.edge : 'none'}
      draggable={!readOnly}
      onDragStart={(event) => drag.begin(node.path, event)}
      onDragOver={(event) => drag.over(node, event)}
      onDrop={drag.let}
      onDragEnd={drag.end}
    >
      {isHolder ? (
        <>
          {choose(styles.tag, label(node))}
          <div className={kind === 'section' ? styles.columns : kind === 'social' ? styles.networks : undefined}>
            {node.children.map((child) => (
              <Part key={keyOf(child.path)} node={child} drag={drag} {...rest} />
            ))}
          </div>
        </>
      ) : (
        <>
          <div aria-hidden="true">
            <Look tree={tree} node={node} />
          </div>
          {choose(styles.cover, null)}
        </>
      )}
      {/* Some browsers drag nothing by a button. */}
      {!readOnly && <HolderOutlined className={styles.grip ?? ''} aria-hidden="true" />}
      {faults.length > 0 && (
        <span className={styles.mark} aria-hidden="true">
          <WarningOutlined /> {faults.length}
        </span>
      )}
    </div>
  );
}

/** What a part is called: its kind, and what it says. */
export function usePartName(tree: MailTree): (node: MailNode) => string {
  const t = useTranslations();
  return (node) => {
    const kind = kindOf(node);
    const name = t(`mailEditor.kind.${kind}`);
    if (HOLDERS.has(kind)) {
      return kind === 'mail' || kind === 'social'
        ? name
        : t('mailEditor.numbered', { name, number: (node.path.at(-1) ?? 0) + 1 });
    }
    const says =
      kind === 'image'
        ? (node.attributes.get('alt') ?? '')
        : kind === 'network'
          ? (node.attributes.get('name') ?? '')
          : kind === 'code'
            ? outerOf(tree, node).slice(0, 40)
            : plainWords(innerOf(tree, node)).slice(0, 60);
    return says === '' ? name : t('mailEditor.named', { name, says });
  };
}

function Look({ tree, node }: { tree: MailTree; node: MailNode }) {
  const t = useTranslations();
  const { inner } = looksOf(tree, node);
  const html = innerOf(tree, node);
  switch (kindOf(node)) {
    case 'text':
      return (
        <div className={styles.words} style={inner}>
          <ShownWords html={html} />
        </div>
      );
    case 'button':
      return (
        <span className={styles.button} style={inner}>
          <ShownWords html={html} />
        </span>
      );
    case 'image':
      return (
        <span className={styles.image} style={inner}>
          {node.attributes.get('alt') || t('mailEditor.kind.image')}
          <small>{node.attributes.get('src')}</small>
        </span>
      );
    case 'divider':
    case 'spacer':
      return <div style={inner} />;
    case 'network':
      return <span className={styles.network}>{node.attributes.get('name') ?? plainWords(html)}</span>;
    default:
      return <pre className={styles.code}>{outerOf(tree, node).slice(0, 300)}</pre>;
  }
}
