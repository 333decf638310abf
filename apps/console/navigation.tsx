import {
  AimOutlined,
  ApiOutlined,
  AuditOutlined,
  BranchesOutlined,
  DashboardOutlined,
  DollarOutlined,
  ExperimentOutlined,
  FileDoneOutlined,
  FileProtectOutlined,
  FileSearchOutlined,
  FileTextOutlined,
  ForkOutlined,
  GlobalOutlined,
  HeartOutlined,
  IdcardOutlined,
  KeyOutlined,
  LinkOutlined,
  LockOutlined,
  MobileOutlined,
  ReadOutlined,
  SafetyCertificateOutlined,
  SendOutlined,
  ShopOutlined,
  SolutionOutlined,
  StopOutlined,
  TeamOutlined,
  ThunderboltOutlined,
  TranslationOutlined,
  UnorderedListOutlined,
  UserDeleteOutlined,
  UsergroupAddOutlined,
} from '@ant-design/icons';
import type { Permission, SessionView } from '@signalbox/contracts';
import type { ReactNode } from 'react';

/** One page of the menu: where it is, its icon and the key pressed after "g" to go there. */
export interface NavigationItem {
  area:
    | 'overview'
    | 'messages'
    | 'send'
    | 'templates'
    | 'translations'
    | 'verifications'
    | 'handsets'
    | 'providers'
    | 'routes'
    | 'health'
    | 'experiments'
    | 'models'
    | 'prices'
    | 'countries'
    | 'approvals'
    | 'senders'
    | 'dlt'
    | 'compliance'
    | 'consents'
    | 'lists'
    | 'suppressions'
    | 'data-requests'
    | 'keys'
    | 'webhooks'
    | 'playground'
    | 'requests'
    | 'limits'
    | 'people'
    | 'audit'
    | 'security'
    | 'workspace';
  icon: ReactNode;
  key: string;
  /** Without it the page is absent. */
  permission: Permission;
  /** Only where the installation runs the virtual carriers. */
  needsSimulator?: boolean;
}

/** A group of the menu, by task. */
export interface NavigationGroup {
  group: 'home' | 'messages' | 'recipients' | 'routing' | 'developers' | 'settings';
  items: readonly NavigationItem[];
}

/** The menu: the one list of pages. */
export const NAVIGATION: readonly NavigationGroup[] = [
  { group: 'home', items: [{ area: 'overview', icon: <DashboardOutlined />, key: 'o', permission: 'overview:read' }] },
  {
    group: 'messages',
    items: [
      { area: 'messages', icon: <UnorderedListOutlined />, key: 'm', permission: 'messages:read' },
      { area: 'send', icon: <SendOutlined />, key: 's', permission: 'messages:send' },
      { area: 'templates', icon: <FileTextOutlined />, key: 't', permission: 'templates:read' },
      { area: 'translations', icon: <TranslationOutlined />, key: '2', permission: 'templates:read' },
      { area: 'verifications', icon: <SafetyCertificateOutlined />, key: 'v', permission: 'verifications:read' },
    ],
  },
  {
    group: 'recipients',
    items: [
      { area: 'lists', icon: <UsergroupAddOutlined />, key: 'z', permission: 'consents:read' },
      { area: 'consents', icon: <SolutionOutlined />, key: 'n', permission: 'consents:read' },
      { area: 'suppressions', icon: <StopOutlined />, key: 'x', permission: 'suppressions:read' },
      { area: 'data-requests', icon: <UserDeleteOutlined />, key: 'g', permission: 'people:read' },
    ],
  },
  {
    group: 'routing',
    items: [
      { area: 'routes', icon: <BranchesOutlined />, key: 'r', permission: 'routes:read' },
      { area: 'health', icon: <HeartOutlined />, key: 'e', permission: 'routing:read' },
      { area: 'experiments', icon: <ForkOutlined />, key: '1', permission: 'routes:read' },
      { area: 'models', icon: <AimOutlined />, key: '3', permission: 'routes:read' },
      { area: 'prices', icon: <DollarOutlined />, key: 'f', permission: 'prices:read' },
      { area: 'providers', icon: <ApiOutlined />, key: 'p', permission: 'providers:read' },
      { area: 'countries', icon: <GlobalOutlined />, key: 'c', permission: 'countries:read' },
      { area: 'senders', icon: <IdcardOutlined />, key: '5', permission: 'countries:read' },
      { area: 'dlt', icon: <FileProtectOutlined />, key: 'd', permission: 'dlt:read' },
      { area: 'compliance', icon: <ReadOutlined />, key: 'j', permission: 'compliance:read' },
      { area: 'approvals', icon: <FileDoneOutlined />, key: '4', permission: 'session:read' },
    ],
  },
  {
    group: 'developers',
    items: [
      { area: 'keys', icon: <KeyOutlined />, key: 'k', permission: 'keys:read' },
      { area: 'playground', icon: <ExperimentOutlined />, key: 'y', permission: 'playground:use' },
      { area: 'requests', icon: <FileSearchOutlined />, key: 'q', permission: 'requests:read' },
      { area: 'webhooks', icon: <LinkOutlined />, key: 'w', permission: 'webhooks:read' },
      { area: 'limits', icon: <ThunderboltOutlined />, key: 'l', permission: 'limits:read' },
      { area: 'handsets', icon: <MobileOutlined />, key: 'h', permission: 'simulator:read', needsSimulator: true },
    ],
  },
  {
    group: 'settings',
    items: [
      { area: 'people', icon: <TeamOutlined />, key: 'u', permission: 'members:read' },
      { area: 'security', icon: <LockOutlined />, key: 'i', permission: 'sign_in:read' },
      { area: 'audit', icon: <AuditOutlined />, key: 'a', permission: 'audit:read' },
      { area: 'workspace', icon: <ShopOutlined />, key: 'b', permission: 'workspace:read' },
    ],
  },
];

/** The groups with the pages this installation has and the person may see. */
export function navigationFor(session: Pick<SessionView, 'has_simulator' | 'permissions'>): readonly NavigationGroup[] {
  return NAVIGATION.map(({ group, items }) => ({
    group,
    items: items.filter(
      (item) =>
        (session.has_simulator || item.needsSimulator !== true) && session.permissions.includes(item.permission),
    ),
  })).filter(({ items }) => items.length > 0);
}
