import { type Role, roleMay } from '@signalbox/contracts';

/** Whether a role sees addresses whole where the console masks them: who may search all that is held of people. */
export const seesAddresses = (role: Role): boolean => roleMay(role, 'people:read');
