import {
  ApiOutlined,
  BranchesOutlined,
  DashboardOutlined,
  KeyOutlined,
  LinkOutlined,
  MobileOutlined,
  SendOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

/** One page of the menu: where it is, its icon and the key pressed after "g" to go there. */
export interface NavigationItem {
  area: 'overview' | 'messages' | 'send' | 'handsets' | 'providers' | 'routes' | 'keys' | 'webhooks';
  icon: ReactNode;
  key: string;
  /** Only where the installation runs the virtual carriers. */
  needsSimulator?: boolean;
}

/** A group of the menu, by task. */
export interface NavigationGroup {
  group: 'home' | 'messages' | 'routing' | 'developers';
  items: readonly NavigationItem[];
}

/** The menu: the one list of pages. */
export const NAVIGATION: readonly NavigationGroup[] = [
  { group: 'home', items: [{ area: 'overview', icon: <DashboardOutlined />, key: 'o' }] },
  {
    group: 'messages',
    items: [
      { area: 'messages', icon: <UnorderedListOutlined />, key: 'm' },
      { area: 'send', icon: <SendOutlined />, key: 's' },
    ],
  },
  {
    group: 'routing',
    items: [
      { area: 'routes', icon: <BranchesOutlined />, key: 'r' },
      { area: 'providers', icon: <ApiOutlined />, key: 'p' },
    ],
  },
  {
    group: 'developers',
    items: [
      { area: 'keys', icon: <KeyOutlined />, key: 'k' },
      { area: 'webhooks', icon: <LinkOutlined />, key: 'w' },
      { area: 'handsets', icon: <MobileOutlined />, key: 'h', needsSimulator: true },
    ],
  },
];

/** The groups with the pages this installation has. */
export function navigationFor(hasSimulator: boolean): readonly NavigationGroup[] {
  return NAVIGATION.map(({ group, items }) => ({
    group,
    items: items.filter((item) => hasSimulator || item.needsSimulator !== true),
  }));
}
