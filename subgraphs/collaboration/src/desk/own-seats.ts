import type { VerifiedViewer } from '@kasane/identity';
import { Role } from '@kasane/vocabulary';

/** Whether the viewer sees everything of their office, and not their own alone. */
export const isManager = ({ roles }: Pick<VerifiedViewer, 'roles'>): boolean =>
  roles.includes(Role.OFFICE_MANAGER);
