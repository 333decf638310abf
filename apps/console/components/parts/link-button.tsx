'use client';

import type { Permission } from '@signalbox/contracts';
import { Button, type ButtonProps } from 'antd';
import { useRouter } from 'next/navigation';
import type { MouseEvent } from 'react';
import { PermittedButton } from './permitted-button.tsx';

/** A link that looks like a button: an address to copy and open elsewhere, a quick change of page otherwise. Dim for whom a permission is missing. */
export function LinkButton(props: Omit<ButtonProps, 'href' | 'onClick'> & { href: string; permission?: Permission }) {
  const { href, permission, ...rest } = props;
  const router = useRouter();
  const go = (event: MouseEvent<HTMLElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    router.push(href);
  };
  if (permission === undefined) return <Button {...rest} href={href} onClick={go} />;
  return <PermittedButton {...rest} permission={permission} href={href} onClick={go} />;
}
