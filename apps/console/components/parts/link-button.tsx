'use client';

import { Button, type ButtonProps } from 'antd';
import { useRouter } from 'next/navigation';
import type { MouseEvent } from 'react';

/** A link that looks like a button: an address to copy and open elsewhere, a quick change of page otherwise. */
export function LinkButton(props: Omit<ButtonProps, 'href' | 'onClick'> & { href: string }) {
  const { href, ...rest } = props;
  const router = useRouter();
  const go = (event: MouseEvent<HTMLElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    router.push(href);
  };
  return <Button {...rest} href={href} onClick={go} />;
}
