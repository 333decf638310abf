'use client';

import { Drawer, type DrawerProps } from 'antd';
import { useEffect, useLayoutEffect, useRef } from 'react';

/**
 * A drawer over the page that gives the focus back the moment it closes (WCAG 2.2, 2.4.3). Ant Design does so only after the
 * last movement, which never comes when somebody closes a drawer that is still sliding in.
 */
export function SideDrawer(props: DrawerProps & { returnTo?: () => HTMLElement | null }) {
  const { returnTo, ...drawer } = props;
  const isOpen = drawer.open === true;
  const wasOpen = useRef(isOpen);
  const opener = useRef<Element>(null);
  const findTarget = useRef(returnTo);

  // Before paint: the drawer has not taken the focus yet.
  useLayoutEffect(() => {
    if (isOpen) opener.current = document.activeElement;
  }, [isOpen]);
  useLayoutEffect(() => {
    if (isOpen) findTarget.current = returnTo;
  }, [isOpen, returnTo]);
  // After paint: the drawer, a child, has let go of the focus already.
  useEffect(() => {
    if (wasOpen.current && !isOpen) {
      const target = findTarget.current?.() ?? opener.current;
      const isThere = target instanceof HTMLElement && target.isConnected && target !== document.body;
      (isThere ? target : document.getElementById('content'))?.focus();
    }
    wasOpen.current = isOpen;
  }, [isOpen]);

  return <Drawer size={640} destroyOnHidden {...drawer} focusable={{ focusTriggerAfterClose: false }} />;
}
