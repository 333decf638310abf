'use client';

import { BoldOutlined, ItalicOutlined, LinkOutlined } from '@ant-design/icons';
import { printWords, readWords } from '@signalbox/core/mail-tree';
import { Button, Input, Popover } from 'antd';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { InsertVariable } from './insert-variable.tsx';
import { bracesElement, fillEditor, linkElement, readEditor } from './rich-dom.ts';
import styles from './visual.module.css';

interface Props {
  /** What the text is called by the label above it. */
  labelId: string;
  lang: string;
  /** HTML that can be written in sight. */
  html: string;
  variables: readonly string[];
  onHtml: (html: string) => void;
}

/** Commands of browsers for what is selected: the one way that keeps their own undo, and every one of them knows these. */
const command = (name: string, value?: string) => document.execCommand(name, false, value);

/** A text of a mail, written in sight: bold, italic, links and variables, each of which is one thing. */
export function RichText({ labelId, lang, html, variables, onHtml }: Props) {
  const t = useTranslations();
  const root = useRef<HTMLDivElement>(null);
  const range = useRef<Range>(null);
  const shown = useRef<string>(null);
  useEffect(() => {
    if (root.current === null || shown.current?.trim() === html.trim()) return;
    fillEditor(root.current, readWords(html) ?? [], styles.variable ?? '');
    shown.current = html;
  }, [html]);
  const tell = () => {
    if (root.current === null) return;
    const written = printWords(readEditor(root.current));
    shown.current = written;
    onHtml(written);
  };
  const remember = () => {
    const selection = getSelection();
    if (selection === null || selection.rangeCount === 0) return;
    const current = selection.getRangeAt(0);
    if (root.current?.contains(current.commonAncestorContainer) === true) range.current = current.cloneRange();
  };
  /** Goes back to where the writer was, or to the end. */
  const restore = (): Range | undefined => {
    const selection = getSelection();
    if (root.current === null || selection === null) return undefined;
    root.current.focus();
    const at = range.current ?? document.createRange();
    if (range.current === null) {
      at.selectNodeContents(root.current);
      at.collapse(false);
    }
    selection.removeAllRanges();
    selection.addRange(at);
    return at;
  };
  const run = (name: string, value?: string) => {
    restore();
    command(name, value);
    tell();
  };
  const insert = (put: HTMLElement) => {
    const at = restore();
    if (at === undefined) return;
    at.deleteContents();
    at.insertNode(put);
    at.setStartAfter(put);
    at.collapse(true);
    remember();
    tell();
  };
  const link = (href: string) => {
    if (href === '') return run('unlink');
    // With nothing selected, the address is its own words.
    if (range.current?.collapsed !== false) return insert(linkElement(href));
    run('createLink', href);
  };
  return (
    <div className={styles.rich}>
      <div role="toolbar" aria-label={t('mailEditor.looks')} className={styles.tools}>
        <Tool icon={<BoldOutlined />} label={t('mailEditor.bold')} onRun={() => run('bold')} />
        <Tool icon={<ItalicOutlined />} label={t('mailEditor.italic')} onRun={() => run('italic')} />
        <LinkTool onLink={link} />
        <InsertVariable
          variables={variables}
          onInsert={(name) => insert(bracesElement(`{{ ${name} }}`, styles.variable ?? ''))}
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a text area shows no bold words and no variables. */}
      <div
        ref={root}
        role="textbox"
        tabIndex={0}
        aria-multiline="true"
        aria-labelledby={labelId}
        className={styles.writing}
        contentEditable
        suppressContentEditableWarning
        lang={lang}
        onInput={tell}
        onBlur={remember}
        onKeyDown={(event) => {
          // A new line of the same text; in a list, the browser begins the next entry.
          if (event.key !== 'Enter' || getSelection()?.anchorNode?.parentElement?.closest('li') != null) return;
          event.preventDefault();
          command('insertLineBreak');
        }}
        onPaste={(event) => {
          event.preventDefault();
          command('insertText', event.clipboardData.getData('text/plain'));
        }}
      />
    </div>
  );
}

function Tool(props: { icon: ReactNode; label: string; onRun: () => void }) {
  return (
    <Button
      size="small"
      icon={props.icon}
      aria-label={props.label}
      title={props.label}
      // What is selected in the text stays selected.
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onRun}
    />
  );
}

function LinkTool({ onLink }: { onLink: (href: string) => void }) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  const [href, setHref] = useState('');
  const id = useId();
  const done = (address: string) => {
    setOpen(false);
    onLink(address);
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      destroyOnHidden
      content={
        <div className={styles.link}>
          <label htmlFor={id}>{t('mailEditor.linkTo')}</label>
          <Input
            id={id}
            value={href}
            placeholder="https://"
            onChange={(event) => setHref(event.target.value)}
            onPressEnter={() => href.trim() !== '' && done(href.trim())}
          />
          <div className={styles.tools}>
            <Button size="small" type="primary" disabled={href.trim() === ''} onClick={() => done(href.trim())}>
              {t('mailEditor.setLink')}
            </Button>
            <Button size="small" onClick={() => done('')}>
              {t('mailEditor.noLink')}
            </Button>
          </div>
        </div>
      }
    >
      <Button size="small" icon={<LinkOutlined />} aria-label={t('mailEditor.link')} title={t('mailEditor.link')} />
    </Popover>
  );
}
