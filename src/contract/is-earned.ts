import type { CourseData } from './course-data.ts';
import type { ReportedStatus } from './learner-state.ts';

/** Whether this is the good end of the course: the better of the two statuses that it reports. */
export const isEarned = ({ rules }: CourseData, status: ReportedStatus): boolean =>
  status === 'passed' || (status === 'completed' && !rules.report.startsWith('passed'));
