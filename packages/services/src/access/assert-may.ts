import { type Permission, type Role, roleMay, rolesThatMay, SignalboxError } from '@signalbox/contracts';

/** Refuses as `forbidden` a role that may not do it, by the permission table, and says who may. */
export function assertMay(role: Role, permission: Permission): void {
  if (roleMay(role, permission)) return;
  const able = new Intl.ListFormat('en', { type: 'disjunction' }).format(rolesThatMay(permission));
  throw new SignalboxError('forbidden', {
    detail: `This needs the permission "${permission}", which comes with the role ${able}; your role is ${role}. Ask an owner of the workspace.`,
  });
}
