import type { FaultRow } from '../fault-row.ts';
import { apiRows } from './api-rows.ts';
import { browserRows } from './browser-rows.ts';
import { commitRows } from './commit-rows.ts';
import { courseRows } from './course-rows.ts';
import { learnerRows } from './learner-rows.ts';
import { stateRows } from './state-rows.ts';
import { valueRows } from './value-rows.ts';

/** Every fault of the reliability bar that SCORM 1.2 can have. */
export const faultRows: readonly FaultRow[] = [
  { name: 'none', begins: 'midway', harmless: true },
  ...apiRows,
  ...valueRows,
  ...commitRows,
  ...browserRows,
  ...stateRows,
  ...courseRows,
  ...learnerRows,
];
