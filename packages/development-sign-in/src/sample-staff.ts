import { generatedStaff, staff, type SampleStaff } from '@kasane/sample-municipality';

/** Whom one may sign in as: the fictional staff, and those of a generated municipality. */
export const sampleStaff = (id: string): SampleStaff | undefined =>
  staff.find(({ staffId }) => staffId === id) ?? generatedStaff(id);
